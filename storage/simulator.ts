/** What was said in the simulator's conversations. */
import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { Button, ChatKind } from '../src/chat.ts';
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { SimulatorMessageColumns } from './schema-messages.ts';
import type { Schema } from './schema.ts';
import type { SimulatorMessage, SimulatorStore } from './store.ts';

export function createSimulator(connection: Connection): SimulatorStore {
  return {
    async add(message) {
      const { id, group, person, text, quote } = message;
      const lists = {
        mentions: JSON.stringify(message.mentions),
        images: JSON.stringify(message.images),
        buttons: JSON.stringify(message.buttons),
      };
      const where = { chat_kind: message.chatKind, group_id: group, person, sender: message.from };
      const added = await connection.write
        .insertInto('simulator_messages')
        .values({ id, at: toText(message.at), ...where, text, quote, ...lists })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },

    async find(id) {
      const { read } = connection;
      const row = await read.selectFrom('simulator_messages').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toMessage(row);
    },

    async list(conversation, after) {
      const rows = after === undefined ? inOrder(connection.read) : inOrder(connection.read).where(isAfter(after));
      const those =
        'group' in conversation
          ? rows.where('chat_kind', '=', 'group').where('group_id', '=', conversation.group)
          : rows.where('chat_kind', '=', 'single').where('person', '=', conversation.person);
      return (await those.execute()).map(toMessage);
    },

    async fromBotAfter(id) {
      const rows = id === null ? inOrder(connection.read) : inOrder(connection.read).where(isAfter(id));
      return (await rows.where('sender', '=', 'bot').execute()).map(toMessage);
    },
  };
}

const inOrder = (db: Kysely<Schema>) => db.selectFrom('simulator_messages').selectAll().orderBy('seq');

/** Behind the message of that id; with an unknown id nothing is left out. */
const isAfter = (id: string) => (eb: ExpressionBuilder<Schema, 'simulator_messages'>) => {
  const given = eb.selectFrom('simulator_messages as given').select('given.seq').where('given.id', '=', id);
  return eb('seq', '>', eb.fn.coalesce(given, eb.lit(0)));
};

function toMessage(row: Selectable<SimulatorMessageColumns>): SimulatorMessage {
  return {
    id: row.id,
    at: toDate(row.at),
    // Only add writes the column.
    chatKind: row.chat_kind as ChatKind,
    group: row.group_id,
    person: row.person,
    from: row.sender,
    text: row.text,
    mentions: JSON.parse(row.mentions) as string[],
    images: JSON.parse(row.images) as string[],
    quote: row.quote,
    buttons: JSON.parse(row.buttons) as Button[],
  };
}
