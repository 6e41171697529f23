/** For which unit somebody spoke of a task, as of then: a change of liaison changes no figure. Never edited once released. */
import type { Kysely } from 'kysely';
import type { DatabaseKind } from './ddl.ts';

export async function addTaskRecordUnit(_kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  // Null in what was written before: there the directory tells, as it did.
  await db.schema.alterTable('task_records').addColumn('unit', 'text').execute();
}
