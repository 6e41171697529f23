/** Runs the same tests on every database the house may live in, so that no SQL creeps in that only one of them knows. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseFile, openStorage, storageOver } from '../../storage/database.ts';
import type { DatabaseKind } from '../../storage/migrations/ddl.ts';
import { openWriter } from '../../storage/sqlite.ts';
import type { Storage } from '../../storage/store.ts';
import { openPglite } from './pglite.ts';

/** One kind of database. */
interface Bench {
  /** An empty database with all tables. */
  fresh(): Promise<Storage>;
  /** SQL past the store, on the database opened last. */
  execute(text: string): Promise<void>;
  stop(): Promise<void>;
}

export interface Suite {
  readonly storage: () => Storage;
  readonly kind: DatabaseKind;
  readonly execute: (text: string) => Promise<void>;
}

const now = (): Date => new Date('2026-11-22T02:00:00.000Z');

/** Registers `tests` once for SQLite, once for PGlite, and for a PostgreSQL server where `PGURL` names a scratch database. */
export function eachDatabase(name: string, tests: (suite: Suite) => void): void {
  const server = process.env['PGURL'];
  const benches: [string, () => Promise<Bench>][] = [
    ['SQLite', openSqliteBench],
    ['SQLite in memory', openMemoryBench],
    ['PGlite', openPglite],
  ];
  if (server !== undefined) benches.push(['PostgreSQL', () => openServerBench(server)]);
  test.skipIf(server === undefined)(`${name} also on a PostgreSQL server (skipped where PGURL is not set)`, () => {
    expect(server).toMatch(/^postgres/);
  });
  describe.each(benches)(`${name} on %s`, (kind, open) => {
    let bench: Bench;
    let storage: Storage;
    beforeAll(async () => {
      bench = await open();
    });
    beforeEach(async () => {
      storage = await bench.fresh();
    });
    afterEach(() => storage.close());
    afterAll(() => bench.stop());
    tests({
      storage: () => storage,
      kind: kind.startsWith('SQLite') ? 'sqlite' : 'postgres',
      execute: (text) => bench.execute(text),
    });
  });
}

/** A file and not memory, so that the second connection for questions is tried too. */
async function openSqliteBench(): Promise<Bench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'duban-storage-'));
  let count = 0;
  const dataDir = (): string => path.join(folder, String(count));
  return {
    fresh() {
      count += 1;
      return openStorage({ dataDir: dataDir(), now });
    },
    async execute(text) {
      const raw = new Database(databaseFile(dataDir()));
      raw.pragma('recursive_triggers = ON');
      try {
        raw.exec(text);
      } finally {
        raw.close();
      }
    },
    stop: () => rm(folder, { recursive: true }),
  };
}

/** What most other tests stand on: one connection for everything. */
function openMemoryBench(): Promise<Bench> {
  let sqlite = openWriter(':memory:');
  return Promise.resolve({
    fresh() {
      sqlite = openWriter(':memory:');
      return storageOver({ kind: 'sqlite', writer: sqlite.db, now });
    },
    execute: async (text) => void sqlite.raw.exec(text),
    stop: () => Promise.resolve(),
  });
}

/** `url` names a database that may be emptied. */
async function openServerBench(url: string): Promise<Bench> {
  const client = new Client(url);
  await client.connect();
  const execute = async (text: string): Promise<void> => void (await client.query(text));
  return {
    async fresh() {
      await execute('drop schema public cascade; create schema public');
      return openStorage({ databaseUrl: url, dataDir: '', now });
    },
    execute,
    stop: () => client.end(),
  };
}
