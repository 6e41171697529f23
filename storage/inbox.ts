/** What came in: the mark that a delivery was seen, and its text for later quotes. */
import { toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { InboxStore } from './store.ts';

export function createInbox(connection: Connection): InboxStore {
  return {
    async accept(message) {
      const { platform, id, conversation, sender, text, quoteId } = message;
      const times = { sent_at: toText(message.sentAt), received_at: toText(message.receivedAt) };
      const added = await connection.write
        .insertInto('inbox')
        .values({ platform, id, conversation, sender, text, quote_id: quoteId, ...times })
        .onConflict((conflict) => conflict.columns(['platform', 'id']).doNothing())
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },

    async forget(platform, id, until) {
      const gone = await connection.write
        .deleteFrom('inbox')
        .where('platform', '=', platform)
        .where('id', '=', id)
        .where('received_at', '<=', toText(until))
        .returning('id')
        .executeTakeFirst();
      return gone !== undefined;
    },

    async textOf(platform, id) {
      const { read } = connection;
      const fromPeople = read.selectFrom('inbox').select('text').where('platform', '=', platform).where('id', '=', id);
      const fromBot = read.selectFrom('outbox').select('text').where('platform', '=', platform).where('id', '=', id);
      const row = (await fromPeople.executeTakeFirst()) ?? (await fromBot.executeTakeFirst());
      return row?.text;
    },

    async idsFrom({ platform, conversation, sender }, since) {
      const rows = await connection.read
        .selectFrom('inbox')
        .select('id')
        .where('conversation', '=', conversation)
        .where('received_at', '>=', toText(since))
        .where('platform', '=', platform)
        .where('sender', '=', sender)
        .orderBy('received_at')
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
