/** What comes in and what goes out. Never edited once released: what comes later is a migration of its own. */
import type { Kysely } from 'kysely';
import { moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function createMessages(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await db.schema
    .createTable('inbox')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('quote_id', 'text')
    .addColumn('sent_at', at, (column) => column.notNull())
    .addColumn('received_at', at, (column) => column.notNull())
    .addPrimaryKeyConstraint('inbox_key', ['platform', 'id'])
    .execute();

  await sequenced(kind, db, 'outbox')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('mentions', 'text', (column) => column.notNull())
    .addColumn('buttons', 'text', (column) => column.notNull())
    .addColumn('attachments', 'text', (column) => column.notNull())
    .addColumn('reply', 'text')
    .addColumn('answers', 'text')
    .addColumn('due_at', at, (column) => column.notNull())
    .addColumn('created_at', at, (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', at)
    .addColumn('settled_at', at)
    .addColumn('failure', 'text')
    .execute();
  // Only what waits is ever looked for in order: the index stays small however many messages were sent.
  await db.schema
    .createIndex('outbox_waiting')
    .on('outbox')
    .columns(['conversation', 'seq'])
    .where('state' as never, '=', 'waiting')
    .execute();
  await db.schema.createIndex('outbox_pushes').on('outbox').columns(['conversation', 'created_at']).execute();
  await db.schema.createIndex('outbox_settled').on('outbox').columns(['state', 'settled_at']).execute();
}
