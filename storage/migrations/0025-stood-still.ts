/** How long the clock of a problem has stood still: 黄灯 counts no time of 挂账. Never edited once released. */
import type { Kysely } from 'kysely';
import type { DatabaseKind } from './ddl.ts';

export async function addStoodStill(_kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  // Milliseconds: a month of them is more than an integer of PostgreSQL holds.
  await db.schema
    .alterTable('issues')
    .addColumn('stood_still_ms', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
}
