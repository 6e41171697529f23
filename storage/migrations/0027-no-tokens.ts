/** Tokens are fetched by each process and held in memory: none lies in the database. Never edited once released. */
import type { Kysely } from 'kysely';
import type { DatabaseKind } from './ddl.ts';

export async function dropTokens(_kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('tokens').execute();
}
