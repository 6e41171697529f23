/** Requests on problems, and who stands in for whom. Never edited once released: what comes later is a migration of its own. */
import type { Kysely } from 'kysely';
import { moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function createRequestTables(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await sequenced(kind, db, 'requests')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('issue_no', 'integer', (column) => column.notNull().references('issues.no'))
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addColumn('requested_at', at, (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('particulars', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', at)
    .addColumn('decision_note', 'text')
    .execute();
  await db.schema.createIndex('requests_issue').on('requests').column('issue_no').execute();
  await db.schema.createIndex('requests_state').on('requests').columns(['state', 'kind']).execute();

  await sequenced(kind, db, 'absences')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('deputy', 'text', (column) => column.notNull())
    .addColumn('from_day', at, (column) => column.notNull())
    .addColumn('to_day', at, (column) => column.notNull())
    .addColumn('announced_by', 'text', (column) => column.notNull())
    .addColumn('announced_at', at, (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('ended_at', at)
    .execute();
  await db.schema.createIndex('absences_days').on('absences').columns(['to_day', 'from_day']).execute();
}
