/** What the clock, the budgets and the connections remember. Never edited once released: what comes later is a migration of its own. */
import type { Kysely } from 'kysely';
import { moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function createOperationTables(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await sequenced(kind, db, 'bulletins')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text')
    .addColumn('as_of', at, (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('issue_nos', 'text', (column) => column.notNull())
    .addColumn('figures', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('mentions')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('day', at, (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('mentions_key', ['person', 'day'])
    .execute();
  await db.schema
    .createTable('job_runs')
    .addColumn('job', 'text', (column) => column.notNull())
    .addColumn('moment', at, (column) => column.notNull())
    .addColumn('begun_at', at, (column) => column.notNull())
    .addPrimaryKeyConstraint('job_runs_key', ['job', 'moment'])
    .execute();
  await db.schema
    .createTable('counters')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('until', at, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('tokens')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expires_at', at, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('quota')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('quota_key', ['name', 'period'])
    .execute();
}
