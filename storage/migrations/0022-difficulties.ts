/** Who had a paper of the ladder drafted; 存在困难 of a task, as it stands and in each report. Never edited once released. */
import type { Kysely } from 'kysely';
import type { DatabaseKind } from './ddl.ts';

export async function addDifficulties(_kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  // Null: the clock.
  await db.schema.alterTable('papers').addColumn('drafted_by', 'text').execute();
  await db.schema.alterTable('tasks').addColumn('difficulty', 'text').execute();
  await db.schema.alterTable('task_records').addColumn('difficulty', 'text').execute();
}
