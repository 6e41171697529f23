/** The few words of DDL in which SQLite and PostgreSQL differ. */
import { sql } from 'kysely';
import type { CreateTableBuilder, Kysely, RawBuilder } from 'kysely';

export type DatabaseKind = 'sqlite' | 'postgres';

/** Instants and days are compared as text: byte by byte on PostgreSQL too, whatever the locale of the cluster. */
export const moment = (kind: DatabaseKind): RawBuilder<unknown> =>
  kind === 'postgres' ? sql`text collate "C"` : sql`text`;

/** A table with `seq`: the order in which rows were written. */
export function sequenced(kind: DatabaseKind, db: Kysely<unknown>, table: string): CreateTableBuilder<string, 'seq'> {
  const created = db.schema.createTable(table);
  return kind === 'postgres'
    ? created.addColumn('seq', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    : created.addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement());
}

/** From now on the database itself refuses to change or delete a row of the table (domain §4: append-only record). */
export async function makeAppendOnly(kind: DatabaseKind, db: Kysely<unknown>, table: string): Promise<void> {
  const message = `${table} is append-only`;
  if (kind === 'sqlite') {
    for (const event of ['update', 'delete']) {
      const refuse = `begin select raise(abort, '${message}'); end`;
      await sql.raw(`create trigger ${table}_no_${event} before ${event} on ${table} ${refuse}`).execute(db);
    }
    return;
  }
  const body = `begin raise exception '${message}'; end`;
  await sql.raw(`create function ${table}_refuse() returns trigger language plpgsql as $$ ${body} $$`).execute(db);
  const what = `before update or delete or truncate on ${table} for each statement execute function ${table}_refuse()`;
  await sql.raw(`create trigger ${table}_no_change ${what}`).execute(db);
}
