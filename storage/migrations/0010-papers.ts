/** Papers of the ladder and on whom they were served. Never edited once released. */
import type { Kysely } from 'kysely';
import { moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function createPaperTables(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await sequenced(kind, db, 'papers')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('word', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('no', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('issue_no', 'integer', (column) => column.notNull().references('issues.no'))
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('points', 'real', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('drafted_at', at, (column) => column.notNull())
    .addColumn('signed_by', 'text')
    .addColumn('signed_at', at)
    .addColumn('discarded_by', 'text')
    .addColumn('discarded_at', at)
    .addColumn('note', 'text')
    .addUniqueConstraint('papers_number', ['word', 'year', 'no'])
    .addUniqueConstraint('papers_once', ['issue_no', 'round', 'unit', 'step'])
    .execute();
  await db.schema.createIndex('papers_state').on('papers').columns(['state', 'signed_at']).execute();
  await db.schema.createIndex('papers_unit').on('papers').columns(['unit', 'signed_at']).execute();

  await sequenced(kind, db, 'paper_services')
    .addColumn('paper_id', 'text', (column) => column.notNull().references('papers.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('outbox_id', 'text', (column) => column.notNull())
    .addColumn('sent_at', at, (column) => column.notNull())
    .addColumn('read_at', at)
    .addUniqueConstraint('paper_services_once', ['paper_id', 'person'])
    .execute();
}
