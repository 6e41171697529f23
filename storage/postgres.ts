/** PostgreSQL, or what speaks its protocol. */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, TypeOverrides } from 'pg';
import type { Schema } from './schema.ts';

const INT8 = 20;
const NUMERIC = 1700;

/** int8 and numeric come as numbers: none of ours is beyond 2^53. */
export function openPostgres(databaseUrl: string, onError: (error: Error) => void): Kysely<Schema> {
  const types = new TypeOverrides();
  types.setTypeParser(INT8, Number);
  types.setTypeParser(NUMERIC, Number);
  const pool = new Pool({ connectionString: databaseUrl, max: 10, types });
  // A connection that breaks while idle must not end the process; the next question opens another.
  pool.on('error', onError);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
