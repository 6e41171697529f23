/** Works (papers, sheets and pictures to be made after the commit), numbered bulletins, what is remembered of photos. Never edited once released. */
import type { Kysely } from 'kysely';
import { moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function createPublishingTables(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await sequenced(kind, db, 'works')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('args', 'text', (column) => column.notNull())
    .addColumn('told', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', at, (column) => column.notNull())
    .addColumn('created_at', at, (column) => column.notNull())
    .addColumn('told_at', at)
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', at)
    .addColumn('settled_at', at)
    .addColumn('files', 'text', (column) => column.notNull())
    .addColumn('failure', 'text')
    .execute();
  await db.schema.createIndex('works_state').on('works').columns(['state', 'due_at']).execute();

  // 周报、督查专报、督查情况通报 are bulletins like the daily one, with what a numbered paper has beside. Null for the daily one.
  const texts = ['state', 'model', 'drafted_by', 'signed_by', 'corrects'];
  const moments = ['drafted_at', 'signed_at', 'discarded_at'];
  for (const column of texts) await db.schema.alterTable('bulletins').addColumn(column, 'text').execute();
  for (const column of moments) await db.schema.alterTable('bulletins').addColumn(column, at).execute();
  for (const column of ['draft_no', 'no', 'year']) {
    await db.schema.alterTable('bulletins').addColumn(column, 'integer').execute();
  }
  await db.schema.createIndex('bulletins_number').on('bulletins').unique().columns(['kind', 'year', 'no']).execute();
  await db.schema.createIndex('bulletins_draft').on('bulletins').unique().columns(['draft_no']).execute();

  await db.schema
    .createTable('photo_hashes')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .execute();
  await sequenced(kind, db, 'photo_hints')
    .addColumn('picture_id', 'text', (column) => column.notNull())
    .addColumn('issue_no', 'integer', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', at, (column) => column.notNull())
    .addUniqueConstraint('photo_hints_once', ['picture_id', 'issue_no', 'kind'])
    .execute();
}
