/** What goes out: rows in order per conversation, taken by one process at a time. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely, Updateable } from 'kysely';
import { addDays, startOfDay } from '../src/domain/shanghai.ts';
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import { changeWaiting as changeRow, createCarrying, SETTLED, takeRow } from './outbox-carrying.ts';
import { toAddress, toOutboxRow, toOutboxValues } from './outbox-rows.ts';
import type { OutboxColumns } from './schema-messages.ts';
import type { Schema } from './schema.ts';
import type { OutboxKind, OutboxStore } from './store.ts';

/** Written into the statement and not given beside it: only then is the index of waiting rows known to fit. */
const WAITING = sql.lit('waiting');

export function createOutbox(connection: Connection): OutboxStore {
  const changeWaiting = (id: string, values: Updateable<OutboxColumns>) => changeRow(connection, id, values);

  return {
    async add(row) {
      const id = randomUUID();
      const added = await connection.write
        .insertInto('outbox')
        .values({ id, ...toOutboxValues(row) })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toOutboxRow(added);
    },

    async due(at, limit) {
      const rows = await heads(connection.read)
        .selectAll('row')
        .where('row.due_at', '<=', toText(at))
        .where((eb) => eb.or([eb('row.lease_until', 'is', null), eb('row.lease_until', '<=', toText(at))]))
        .orderBy('row.seq')
        .limit(limit)
        .execute();
      return rows.map(toOutboxRow);
    },

    claim: (id, owner, at, until) => takeRow(connection, id, { owner, at, until, delivery: null }),

    ...createCarrying(connection),

    async partOut(id, note) {
      await changeWaiting(id, { parts_out: note, part_leaving: 0 }).execute();
    },

    async partLeaving(id) {
      await changeWaiting(id, { part_leaving: 1 }).execute();
    },

    async find(id) {
      const row = await connection.read.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toOutboxRow(row);
    },

    async isNext(id) {
      const row = await heads(connection.read).select('row.id').where('row.id', '=', id).executeTakeFirst();
      return row !== undefined;
    },

    async sent(id, at) {
      // Also over an "unknown" of another process: the one that sent it knows better.
      await connection.write
        .updateTable('outbox')
        .set({ state: 'sent', settled_at: toText(at), failure: null, ...SETTLED })
        .where('id', '=', id)
        .execute();
    },

    async later(id, dueAt, failure) {
      await changeWaiting(id, { due_at: toText(dueAt), failure, ...SETTLED }).execute();
    },

    async waits(id, dueAt, reason) {
      await changeWaiting(id, { due_at: toText(dueAt), failure: reason, ...SETTLED })
        .set((eb) => ({ attempts: eb('attempts', '-', 1) }))
        .execute();
    },

    async attach(id, attachments, at) {
      const row = await changeWaiting(id, { attachments: JSON.stringify(attachments), due_at: toText(at) })
        .where('lease_until', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async release(id, at) {
      await changeWaiting(id, { due_at: toText(at) })
        .where('due_at', '>', toText(at))
        .where('lease_until', 'is', null)
        .execute();
    },

    async gaveUp(id, state, failure, at) {
      await changeWaiting(id, { state, failure, settled_at: toText(at), ...SETTLED }).execute();
    },

    async nextDueAt() {
      const row = await heads(connection.read)
        .select((eb) => {
          const later = eb.case().when('row.lease_until', '>', eb.ref('row.due_at')).then(eb.ref('row.lease_until'));
          return eb.fn.min<string | null>(later.else(eb.ref('row.due_at')).end()).as('next');
        })
        .executeTakeFirst();
      return typeof row?.next === 'string' ? toDate(row.next) : undefined;
    },

    async undelivered(from, to) {
      const rows = await connection.read
        .selectFrom('outbox')
        .selectAll()
        .where('state', 'in', ['refused', 'unknown'])
        .where('settled_at', '>=', toText(from))
        .where('settled_at', '<', toText(to))
        .orderBy('seq')
        .execute();
      return rows.map(toOutboxRow);
    },

    async toPersons(platform, from) {
      const rows = await connection.read
        .selectFrom('outbox')
        .select(['address', 'settled_at'])
        .where('platform', '=', platform)
        .where('state', 'in', ['sent', 'unknown'])
        .where('settled_at', '>', toText(from))
        .execute();
      return rows.flatMap(({ address, settled_at }) => {
        const to = toAddress(address);
        return to.kind === 'single' && settled_at !== null ? [{ personId: to.personId, at: toDate(settled_at) }] : [];
      });
    },

    async pushesOn(conversation, day) {
      const { count } = await connection.read
        .selectFrom('outbox')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('conversation', '=', conversation)
        .where('kind', '=', 'push')
        .where('created_at', '>=', toText(startOfDay(day)))
        .where('created_at', '<', toText(startOfDay(addDays(day, 1))))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async counts(from, to) {
      const rows = await connection.read
        .selectFrom('outbox')
        .select((eb) => ['kind', 'conversation', eb.fn.countAll().as('count')])
        .where('created_at', '>=', toText(from))
        .where('created_at', '<', toText(to))
        .groupBy(['kind', 'conversation'])
        .orderBy('conversation')
        .orderBy('kind')
        .execute();
      // Only toOutboxValues writes the column.
      return rows.map((row) => ({ ...row, kind: row.kind as OutboxKind, count: Number(row.count) }));
    },
  };
}

/** The oldest waiting row of each conversation: one that is not due yet, or being sent, holds up those behind it. */
const heads = (db: Kysely<Schema>) =>
  db
    .selectFrom('outbox as row')
    .where('row.state', '=', WAITING)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbox as earlier')
            .select('earlier.seq')
            .whereRef('earlier.conversation', '=', 'row.conversation')
            .where('earlier.state', '=', WAITING)
            .whereRef('earlier.seq', '<', 'row.seq'),
        ),
      ),
    );
