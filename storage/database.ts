/** Opens the database the house lives in, brings its tables up to date, and opens transactions. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { within } from './connection.ts';
import type { Connection } from './connection.ts';
import { createStore } from './create-store.ts';
import { migrate } from './migrations/index.ts';
import type { DatabaseKind } from './migrations/ddl.ts';
import { openPostgres } from './postgres.ts';
import type { Schema } from './schema.ts';
import { openReader, openWriter } from './sqlite.ts';
import type { Sqlite } from './sqlite.ts';
import type { Storage } from './store.ts';

export interface StorageOptions {
  /** `postgres://…`; null or absent: SQLite in `dataDir`. */
  readonly databaseUrl?: string | null | undefined;
  readonly dataDir: string;
  readonly now: () => Date;
}

export const databaseFile = (dataDir: string): string => path.join(dataDir, 'duban.sqlite');

/** Creates what is missing. Throws with a Chinese sentence when the database cannot be reached or is newer than the program. */
export async function openStorage({ databaseUrl, dataDir, now }: StorageOptions): Promise<Storage> {
  if (databaseUrl) {
    return storageOver({ kind: 'postgres', writer: openPostgres(databaseUrl, () => undefined), now });
  }
  await mkdir(dataDir, { recursive: true });
  return openSqliteStorage(databaseFile(dataDir), now);
}

function openFile(file: string): Sqlite {
  try {
    return openWriter(file);
  } catch (error) {
    throw new Error(`数据库文件 ${file} 打不开，请检查文件夹的读写权限，或用备份恢复`, { cause: error });
  }
}

async function reach(db: Kysely<Schema>): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    throw new Error('连接不上 DATABASE_URL 所指的数据库，请检查地址、用户名、密码和服务是否启动', { cause: error });
  }
}

/** `:memory:` for tests: one connection for everything. */
export async function openSqliteStorage(file: string, now: () => Date): Promise<Storage> {
  const writer = openFile(file);
  const parts = { kind: 'sqlite' as const, writer: writer.db, now };
  const openReading = file === ':memory:' ? undefined : () => openReader(file);
  return storageOver({ ...parts, openReading });
}

/** Writing transactions wait for each other, as SQLite's `begin immediate` makes them: what one has read stays true until it commits. */
const oneAfterTheOther = sql`select pg_advisory_xact_lock(20261122)`;

interface Parts {
  readonly kind: DatabaseKind;
  readonly writer: Kysely<Schema>;
  /** A connection of its own for questions, opened when the tables are there. */
  readonly openReading?: (() => Sqlite) | undefined;
  readonly now: () => Date;
}

/** A storage over an opened database: migrates it first and closes it when that fails. */
export async function storageOver({ kind, writer, openReading, now }: Parts): Promise<Storage> {
  try {
    await reach(writer);
    await migrate(kind, writer);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
  const reader = openReading?.().db;
  // A transaction that used the outer store would wait for itself for ever: told at once instead.
  const inside = new AsyncLocalStorage<{ isOpen: boolean }>();
  const outside = <T>(what: T): T => {
    if (inside.getStore()?.isOpen) throw new Error('inside a transaction only its own store may be used');
    return what;
  };

  const transact = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const mark = { isOpen: true };
    try {
      return await outside(writer)
        .transaction()
        .execute(async (transaction) => {
          if (kind === 'postgres') await oneAfterTheOther.execute(transaction);
          return inside.run(mark, () => work(within(transaction)));
        });
    } finally {
      mark.isOpen = false;
    }
  };

  const connection: Connection = {
    get read() {
      return reader ?? outside(writer);
    },
    get write() {
      return outside(writer);
    },
    atomic: transact,
  };

  return {
    store: createStore(connection),
    transaction: (work) => transact((open) => work(createStore(open))),
    async checkWritable() {
      // A lease that nobody holds: written each time, in the way of nothing.
      const lease = { owner: '', until: now().toISOString() };
      await connection.write
        .insertInto('leases')
        .values({ name: 'storage.check', ...lease })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(lease))
        .execute();
    },
    async close() {
      await reader?.destroy();
      await writer.destroy();
    },
  };
}
