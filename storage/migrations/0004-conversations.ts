/** Questions of the bot, bindings of groups, and what the simulator remembers. Never edited once released: what comes later is a migration of its own. */
import type { Kysely } from 'kysely';
import { moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function createConversationTables(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await sequenced(kind, db, 'drafts')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('args', 'text', (column) => column.notNull())
    .addColumn('missing', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('picture_ids', 'text', (column) => column.notNull())
    .addColumn('created_at', at, (column) => column.notNull())
    .addColumn('expires_at', at, (column) => column.notNull())
    .addColumn('closed_at', at)
    .addColumn('outcome', 'text')
    .execute();
  await db.schema.createIndex('drafts_person').on('drafts').columns(['person', 'conversation', 'seq']).execute();

  await db.schema
    .createTable('bindings')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('bound_by', 'text', (column) => column.notNull())
    .addColumn('bound_at', at, (column) => column.notNull())
    .addPrimaryKeyConstraint('bindings_key', ['platform', 'chat_id'])
    .addUniqueConstraint('bindings_group', ['platform', 'group_id'])
    .execute();
  await db.schema
    .createTable('binding_codes')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('offered_by', 'text', (column) => column.notNull())
    .addColumn('expires_at', at, (column) => column.notNull())
    .addColumn('used_at', at)
    .addPrimaryKeyConstraint('binding_codes_key', ['platform', 'code'])
    .execute();

  await sequenced(kind, db, 'simulator_messages')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('at', at, (column) => column.notNull())
    .addColumn('chat_kind', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text')
    .addColumn('person', 'text')
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('mentions', 'text', (column) => column.notNull())
    .addColumn('images', 'text', (column) => column.notNull())
    .addColumn('quote', 'text')
    .addColumn('buttons', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('simulator_group').on('simulator_messages').columns(['group_id', 'seq']).execute();
  await db.schema.createIndex('simulator_person').on('simulator_messages').columns(['person', 'seq']).execute();
}
