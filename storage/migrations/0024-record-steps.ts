/** Finds the few records of one step among all (裁定 are looked up at each log). Never edited once released. */
import type { Kysely } from 'kysely';
import type { DatabaseKind } from './ddl.ts';

export async function indexRecordSteps(_kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('issue_records_step').on('issue_records').columns(['step', 'at']).execute();
}
