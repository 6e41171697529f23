/** Who has a row of the outbox, and what became of answers that left in a response. Part of `outbox-store.ts`. */
import type { Updateable } from 'kysely';
import { toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { OutboxColumns } from './schema-messages.ts';
import type { Delivery, OutboxStore } from './store.ts';

export const SETTLED = { lease_owner: null, lease_until: null, part_leaving: 0 };

/** A row that waits, and nothing else: what is settled is not touched any more. */
export const changeWaiting = ({ write }: Connection, id: string, values: Updateable<OutboxColumns>) =>
  write.updateTable('outbox').set(values).where('id', '=', id).where('state', '=', 'waiting');

/** Gives the row to one process until the lease ends; false where another has it or it no longer waits. */
export async function takeRow(
  connection: Connection,
  id: string,
  by: { readonly owner: string; readonly at: Date; readonly until: Date; readonly delivery: Delivery | null },
): Promise<boolean> {
  const { owner, at, until, delivery } = by;
  const taken = await connection.write
    .updateTable('outbox')
    .set((eb) => ({
      ...(delivery && { carried_by: delivery.id, carried_at: toText(delivery.at) }),
      lease_owner: owner,
      lease_until: toText(until),
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', toText(at))]))
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

export function createCarrying(
  connection: Connection,
): Pick<OutboxStore, 'carry' | 'carried' | 'notCarried' | 'doubt'> {
  const { write } = connection;
  return {
    carry: (id, by) => takeRow(connection, id, by),

    async carried(ids, at) {
      if (ids.length === 0) return;
      await write
        .updateTable('outbox')
        .set({ state: 'sent', settled_at: toText(at), failure: null, ...SETTLED })
        .where('id', 'in', ids)
        .where('state', '=', 'waiting')
        .execute();
    },

    async notCarried(id, at, failure) {
      const due = { state: 'waiting', due_at: toText(at), settled_at: null, failure, ...SETTLED };
      await write
        .updateTable('outbox')
        .set({ ...due, carried_by: null, carried_at: null })
        .where('id', '=', id)
        .where('carried_by', 'is not', null)
        .where('state', 'in', ['waiting', 'unknown'])
        .execute();
    },

    async doubt(platform, { id, from, to }, failure, at) {
      const doubted = await write
        .updateTable('outbox')
        .set({ state: 'unknown', failure, settled_at: toText(at), ...SETTLED })
        .where('carried_by', '=', id)
        .where('platform', '=', platform)
        .where('state', 'in', ['waiting', 'sent'])
        .where('carried_at', '>=', toText(from))
        .where('carried_at', '<=', toText(to))
        .returning('id')
        .execute();
      return doubted.length;
    },
  };
}
