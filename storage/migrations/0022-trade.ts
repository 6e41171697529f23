/** Who had a paper of the ladder drafted; 存在困难 of a task; what waits for the morning; pictures sent without words. Never edited once released. */
import type { Kysely } from 'kysely';
import { moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function completeTrade(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  // Null: the clock.
  await db.schema.alterTable('papers').addColumn('drafted_by', 'text').execute();
  await db.schema.alterTable('tasks').addColumn('difficulty', 'text').execute();
  await db.schema.alterTable('task_records').addColumn('difficulty', 'text').execute();

  const at = moment(kind);
  await sequenced(kind, db, 'held_notices')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('paper_id', 'text')
    .addColumn('attachments', 'text', (column) => column.notNull())
    .addColumn('issue_nos', 'text', (column) => column.notNull())
    .addColumn('held_at', at, (column) => column.notNull())
    .addColumn('due_at', at, (column) => column.notNull())
    .addColumn('settled_at', at)
    .execute();
  await db.schema.createIndex('held_notices_due').on('held_notices').columns(['settled_at', 'due_at']).execute();

  await sequenced(kind, db, 'loose_pictures')
    .addColumn('picture_id', 'text', (column) => column.notNull().unique().references('pictures.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('sent_at', at, (column) => column.notNull())
    .addColumn('taken_at', at)
    .execute();
  const sender = ['person', 'conversation', 'taken_at'];
  await db.schema.createIndex('loose_pictures_sender').on('loose_pictures').columns(sender).execute();
  await db.schema.createIndex('inbox_conversation').on('inbox').columns(['conversation', 'received_at']).execute();
}
