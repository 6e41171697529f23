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
import { findPostgres, startPostgres } from './postgres-server.ts';
import type { ScratchServer } from './postgres-server.ts';

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

/**
 * Registers `tests` for SQLite, for PGlite, and for a real PostgreSQL: the scratch database that `PGURL` names (it is emptied), or a
 * throw-away server where the machine has the programs.
 */
export function eachDatabase(name: string, tests: (suite: Suite) => void): void {
  const server = findServer();
  const benches: [string, () => Promise<Bench>][] = [
    ['SQLite', openSqliteBench],
    ['SQLite in memory', openMemoryBench],
    ['PGlite', openPglite],
  ];
  if (server) benches.push(['PostgreSQL', () => openServerBench(server)]);
  test.skipIf(!server)(
    `${name} on a real PostgreSQL (skipped: PGURL is not set and no local postgres was found)`,
    () => {
      expect(benches.map(([kind]) => kind)).toContain('PostgreSQL');
    },
  );
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

/** Where a real server is to be had. */
export function findServer(): (() => Promise<ScratchServer>) | undefined {
  const url = process.env['PGURL'];
  if (url) return () => Promise.resolve({ url, stop: () => Promise.resolve() });
  const programs = findPostgres();
  return programs === undefined ? undefined : () => startPostgres(programs);
}

async function openServerBench(open: () => Promise<ScratchServer>): Promise<Bench> {
  const { url, stop } = await open();
  const client = new Client(url);
  await client.connect();
  const execute = async (text: string): Promise<void> => void (await client.query(text));
  return {
    async fresh() {
      await execute('drop schema public cascade; create schema public');
      return openStorage({ databaseUrl: url, dataDir: '', now });
    },
    execute,
    async stop() {
      await client.end();
      await stop();
    },
  };
}

/** Everything in the database of that address is gone. */
export async function emptied(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
}
