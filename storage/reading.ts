/** Opens what is there for questions only: nothing is created, brought up to date or written. */
import { existsSync } from 'node:fs';
import { Refusal } from '../src/domain/refusal.ts';
import { createStore } from './create-store.ts';
import { databaseFile, openSqliteStorage, openStorage } from './database.ts';
import type { StorageOptions } from './database.ts';
import { ageOf, appliedTo } from './migrations/index.ts';
import { openReader } from './sqlite.ts';
import type { Store } from './store.ts';

export interface Reading {
  readonly store: Pick<
    Store,
    | 'issues'
    | 'records'
    | 'tasks'
    | 'bulletins'
    | 'imports'
    | 'workInfo'
    | 'papers'
    | 'jobRuns'
    | 'inspectionSwitches'
    | 'absences'
  >;
  close(): Promise<void>;
}

const UNREADABLE = {
  older: '数据库是旧版本的程序建立的，请先启动一次新版本（npm start），再运行本命令',
  newer: '数据库是由更新版本的程序建立的，请先升级程序，再运行本命令',
};

/** Where there is no database yet it is as if it were empty. Throws with a Chinese sentence when it cannot be reached. */
export async function openForReading(options: StorageOptions): Promise<Reading> {
  if (options.databaseUrl) return openStorage(options);
  const file = databaseFile(options.dataDir);
  if (!existsSync(file)) return openSqliteStorage(':memory:', options.now);
  const { db, raw } = openReader(file);
  if (raw.prepare(`select 1 from sqlite_master where name = 'issues'`).get() === undefined) {
    await db.destroy();
    return openSqliteStorage(':memory:', options.now);
  }
  const age = ageOf(await appliedTo(db));
  if (age !== 'right') {
    await db.destroy();
    throw new Refusal(`database.${age}`, UNREADABLE[age]);
  }
  const connection = { read: db, write: db, atomic: () => Promise.reject(new Error('opened for reading only')) };
  return { store: createStore(connection), close: () => db.destroy() };
}
