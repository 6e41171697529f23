/** Works: what is to be made after the commit, taken by one process at a time. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Selectable, Updateable } from 'kysely';
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { WorkColumns } from './schema-publishing.ts';
import type { Work, WorkStore } from './store-publishing.ts';

const WAITING = sql.lit('waiting');
const FREE = { lease_owner: null, lease_until: null };

export function createWorks(connection: Connection): WorkStore {
  const changeOwn = (id: string, owner: string, values: Updateable<WorkColumns>) =>
    connection.write
      .updateTable('works')
      .set({ ...values, ...FREE })
      .where('id', '=', id)
      .where('state', '=', WAITING)
      .where('lease_owner', '=', owner);
  const settle = async (id: string, owner: string, values: Updateable<WorkColumns>): Promise<boolean> =>
    (await changeOwn(id, owner, values).returning('id').executeTakeFirst()) !== undefined;
  const waiting = () => connection.read.selectFrom('works').where('state', '=', WAITING);

  return {
    async add({ kind, args, told, dueAt, createdAt }) {
      const id = randomUUID();
      const times = { due_at: toText(dueAt), created_at: toText(createdAt), told_at: null, settled_at: null };
      await connection.write
        .insertInto('works')
        .values({
          id,
          kind,
          args: JSON.stringify(args),
          told,
          state: 'waiting',
          attempts: 0,
          failure: null,
          ...times,
          ...FREE,
        })
        .execute();
      return id;
    },

    async due(at, limit) {
      const rows = await waiting()
        .selectAll()
        .where('due_at', '<=', toText(at))
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', toText(at))]))
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(toWork);
    },

    async claim(id, owner, at, until) {
      const taken = await connection.write
        .updateTable('works')
        .set((eb) => ({ lease_owner: owner, lease_until: toText(until), attempts: eb('attempts', '+', 1) }))
        .where('id', '=', id)
        .where('state', '=', WAITING)
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', toText(at))]))
        .returning('id')
        .executeTakeFirst();
      return taken !== undefined;
    },

    async renew(owner, until) {
      await connection.write
        .updateTable('works')
        .set({ lease_until: toText(until) })
        .where('state', '=', WAITING)
        .where('lease_owner', '=', owner)
        .execute();
    },

    done: (id, owner, at) => settle(id, owner, { state: 'done', failure: null, settled_at: toText(at) }),

    async later(id, owner, dueAt, failure) {
      await changeOwn(id, owner, { due_at: toText(dueAt), failure }).execute();
    },

    async waits(id, owner, dueAt) {
      await changeOwn(id, owner, { due_at: toText(dueAt) })
        .set((eb) => ({ attempts: eb('attempts', '-', 1) }))
        .execute();
    },

    failed: (id, owner, failure, at) => settle(id, owner, { state: 'failed', failure, settled_at: toText(at) }),

    async slow(before) {
      const rows = await waiting()
        .selectAll()
        .where('told', 'is not', null)
        .where('told_at', 'is', null)
        .where('created_at', '<=', toText(before))
        .where('due_at', '<=', toText(before))
        .orderBy('seq')
        .limit(20)
        .execute();
      return rows.map(toWork);
    },

    async told(id, at) {
      const row = await connection.write
        .updateTable('works')
        .set({ told_at: toText(at) })
        .where('id', '=', id)
        .where('state', '=', WAITING)
        .where('told_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async nextDueAt() {
      const row = await waiting()
        .select((eb) => {
          const later = eb.case().when('lease_until', '>', eb.ref('due_at')).then(eb.ref('lease_until'));
          return eb.fn.min<string | null>(later.else(eb.ref('due_at')).end()).as('next');
        })
        .executeTakeFirst();
      return typeof row?.next === 'string' ? toDate(row.next) : undefined;
    },
  };
}

/** Only this file writes args. */
const toWork = (row: Selectable<WorkColumns>): Work => ({
  id: row.id,
  kind: row.kind,
  args: JSON.parse(row.args) as Work['args'],
  told: row.told,
  attempts: row.attempts,
  dueAt: toDate(row.due_at),
  createdAt: toDate(row.created_at),
  failure: row.failure,
});
