/** Tasks with their units and record. Never edited once released: what comes later is a migration of its own. */
import type { Kysely } from 'kysely';
import { makeAppendOnly, moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function createTasks(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await db.schema
    .createTable('tasks')
    .addColumn('no', 'integer', (column) => column.primaryKey())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('standard', 'text')
    .addColumn('leader', 'text')
    .addColumn('section', 'text')
    .addColumn('owner', 'text')
    .addColumn('deadline', at)
    .addColumn('percent', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('claimed_by', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', at, (column) => column.notNull())
    .addColumn('last_report_at', at)
    .addColumn('last_report', 'text')
    .addColumn('indicator', 'text')
    .execute();

  await db.schema
    .createTable('task_units')
    .addColumn('task_no', 'integer', (column) => column.notNull().references('tasks.no'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('task_units_key', ['task_no', 'role', 'unit'])
    .execute();
  await db.schema.createIndex('task_units_unit').on('task_units').columns(['unit', 'role']).execute();

  await sequenced(kind, db, 'task_records')
    .addColumn('task_no', 'integer', (column) => column.notNull().references('tasks.no'))
    .addColumn('at', at, (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('percent', 'integer')
    .addColumn('note', 'text')
    .execute();
  await db.schema.createIndex('task_records_task').on('task_records').column('task_no').execute();
  await makeAppendOnly(kind, db, 'task_records');
}
