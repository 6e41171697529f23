/** What a work made goes out in the transaction that marks it done: the work keeps no list of it. Never edited once released. */
import type { Kysely } from 'kysely';
import type { DatabaseKind } from './ddl.ts';

export async function dropWorkFiles(_kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('works').dropColumn('files').execute();
}
