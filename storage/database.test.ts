import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOW, aDelivery, aStep, anIssue } from '../src/testing/storage-samples.ts';
import { databaseFile, openStorage } from './database.ts';
import { openForReading } from './reading.ts';
import { openWriter } from './sqlite.ts';

let dataDir: string;
const open = () => openStorage({ dataDir, now: () => NOW });

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'duban-database-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

test('what was written is there after a restart, and the numbers go on', async () => {
  const first = await open();
  await first.store.issues.create(anIssue(), aStep());
  await first.close();
  const second = await open();
  expect((await second.store.issues.create(anIssue(), aStep())).no).toBe(2);
  expect(await second.store.issues.list({})).toHaveLength(2);
  await second.close();
});

test('durable as a 200 promises: write-ahead log, every commit to the disk, foreign keys', async () => {
  const storage = await open();
  const raw = new Database(databaseFile(dataDir), { readonly: true });
  expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
  raw.close();
  const writer = openWriter(databaseFile(dataDir));
  const FULL = 2;
  expect(writer.raw.pragma('synchronous', { simple: true })).toBe(FULL);
  writer.raw.close();
  const orphan = storage.store.pictures.attach({ issueNo: 9, round: 1, kind: 'before', pictureId: 'none' });
  await expect(orphan).rejects.toThrow('FOREIGN KEY');
  await storage.close();
});

test('questions outside do not wait for an open transaction and see only what is committed', async () => {
  const storage = await open();
  await storage.transaction(async (store) => {
    await store.issues.create(anIssue(), aStep());
    expect(await store.issues.list({})).toHaveLength(1);
    expect(await storage.store.issues.list({})).toEqual([]);
  });
  expect(await storage.store.issues.list({})).toHaveLength(1);
  await storage.close();
});

test('transactions that begin together run one after the other', async () => {
  const storage = await open();
  const accepted = await Promise.all(
    Array.from({ length: 20 }, () => storage.transaction((store) => store.inbox.accept(aDelivery('m1')))),
  );
  expect(accepted.filter(Boolean)).toHaveLength(1);
  await storage.close();
});

test('a database of a newer program is not opened, and says so', async () => {
  await (await open()).close();
  const raw = new Database(databaseFile(dataDir));
  raw.exec(`insert into kysely_migration values ('9999-later', '2027-01-01T00:00:00.000Z')`);
  raw.close();
  await expect(open()).rejects.toThrow('请升级程序');
});

test('a file that is no database, and a server that is not there, are told in words', async () => {
  await writeFile(databaseFile(dataDir), 'this is no database, though it is long enough to be looked at');
  await expect(open()).rejects.toThrow('打不开');
  const nowhere = `postgres://duban:secret@/duban?host=${encodeURIComponent(dataDir)}`;
  const unreachable = openStorage({ databaseUrl: nowhere, dataDir, now: () => NOW });
  await expect(unreachable).rejects.toThrow('连接不上 DATABASE_URL');
});

test('a database that cannot be written is noticed', async () => {
  const storage = await open();
  const blocker = new Database(databaseFile(dataDir));
  blocker.exec("create trigger full before insert on leases begin select raise(abort, 'disk is full'); end");
  blocker.close();
  await expect(storage.checkWritable()).rejects.toThrow('disk is full');
  await storage.close();
});

test('a database of an older program is not read from: it says to start the new one first', async () => {
  const storage = await open();
  await storage.close();
  await (await openForReading({ dataDir, now: () => NOW })).close();
  const raw = new Database(databaseFile(dataDir));
  raw.exec('delete from kysely_migration where name = (select max(name) from kysely_migration)');
  raw.close();
  await expect(openForReading({ dataDir, now: () => NOW })).rejects.toThrow('请先启动一次新版本');
});
