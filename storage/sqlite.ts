/** SQLite as this house wants it: durable, in order, one writing connection per process. */
import Database from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, SqliteDatabase, SqliteDialectConfig, SqliteStatement } from 'kysely';
import type { Schema } from './schema.ts';

/** How long a statement waits for another process's transaction: those take milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** Takes the write lock at the beginning: two that read and then write wait for each other instead of failing. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite can undo DDL: a migration that fails leaves nothing, and several processes may migrate at once. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class HouseSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): TransactionalDdlAdapter {
    return new TransactionalDdlAdapter();
  }
}

export interface Sqlite {
  readonly db: Kysely<Schema>;
  /** The connection beneath, for what a query builder has no words for. */
  readonly raw: Database.Database;
}

/** The writing connection; `:memory:` lives as long as it. Creates the file, not its folder. */
export function openWriter(file: string): Sqlite {
  const raw = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  raw.pragma('journal_mode = WAL');
  // A 200 promises that nothing is lost, also when the power goes.
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  // Without it "insert or replace" would slip past the triggers that keep the record append-only.
  raw.pragma('recursive_triggers = ON');
  return over(raw);
}

/** A second connection for questions: in WAL mode it never waits for the writer and sees what is committed. */
export function openReader(file: string): Sqlite {
  return over(new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS }));
}

const over = (raw: Database.Database): Sqlite => ({
  raw,
  db: new Kysely<Schema>({ dialect: new HouseSqliteDialect({ database: remembering(raw) }) }),
});

/** Statements are many times the same text: prepared once. Filters with lists of any length must not fill the memory. */
function remembering(raw: Database.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      const known = prepared.get(text);
      if (known) return known;
      if (prepared.size >= 500) prepared.clear();
      const statement = raw.prepare(text);
      prepared.set(text, statement);
      return statement;
    },
    close: () => raw.close(),
  };
}
