/** Backup and restore as an administrator runs them, in processes of their own. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseFile, openStorage } from '../../storage/database.ts';
import { createFileStore, filesDir, pathOfHash } from '../../storage/files.ts';
import type { Storage } from '../../storage/store.ts';
import { NOW, aDelivery, aStep, anIssue } from '../testing/storage-samples.ts';

let folder: string;
let dataDir: string;
let target: string;
let storage: Storage;
const now = (): Date => NOW;
const filesOf = (dir: string) => createFileStore({ dir: filesDir(dir) });

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duban-backup-'));
  dataDir = path.join(folder, 'data');
  target = path.join(folder, 'city.backup');
  storage = await openStorage({ dataDir, now });
  await storage.store.issues.create(anIssue(), aStep());
});
afterEach(async () => {
  await storage.close();
  await rm(folder, { recursive: true });
});

async function run(script: 'backup' | 'restore', words: string[], variables: Record<string, string> = {}) {
  const env = { DATA_DIR: dataDir, SIMULATOR: 'on', ...variables };
  const file = path.join(import.meta.dirname, `${script}.ts`);
  const child = spawn(process.execPath, [file, ...words], { env, cwd: folder });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, out, err };
}

test('what was committed while the bot runs comes back elsewhere, pictures and all; what came later does not', async () => {
  const hash = await filesOf(dataDir).put(Buffer.from('a picture'));
  expect(await run('backup', [target])).toMatchObject({ status: 0, err: '' });
  await storage.store.issues.create(anIssue(), aStep());
  const elsewhere = path.join(folder, 'elsewhere');
  const restored = await run('restore', [target], { DATA_DIR: elsewhere });
  expect(restored).toMatchObject({ status: 0, err: '' });
  expect(restored.out).toContain('图片和文件 1 个');
  const copy = await openStorage({ dataDir: elsewhere, now });
  expect(await copy.store.issues.list({})).toEqual(await storage.store.issues.list({ nos: [1] }));
  expect(await copy.store.records.ofIssue(1)).toHaveLength(1);
  await copy.close();
  expect((await filesOf(elsewhere).get(hash))?.toString()).toBe('a picture');
  expect((await readdir(elsewhere)).toSorted()).toEqual(['duban.sqlite', 'pictures']);
});

test('the copy is of one moment although messages keep coming', async () => {
  const stop = new AbortController();
  const writing = (async () => {
    for (let count = 0; !stop.signal.aborted; count += 1) {
      await storage.transaction(async (store) => {
        await store.inbox.accept(aDelivery(`m${count + 2}`));
        await store.issues.create(anIssue(), aStep());
      });
      await new Promise(setImmediate);
    }
  })();
  const outcome = await run('backup', [target]);
  stop.abort();
  await writing;
  expect(outcome.status).toBe(0);
  const elsewhere = path.join(folder, 'elsewhere');
  await run('restore', [target], { DATA_DIR: elsewhere });
  const copy = await openStorage({ dataDir: elsewhere, now });
  const issues = await copy.store.issues.list({});
  // The message that logged an issue carries its number: the last issue is there with its message, and nothing of the next.
  const last = issues.length;
  expect(last).toBeGreaterThan(1);
  expect(await copy.store.inbox.textOf('simulator', `m${last}`)).toBe(`第 m${last} 条`);
  expect(await copy.store.inbox.textOf('simulator', `m${last + 1}`)).toBeUndefined();
  await copy.close();
});

test('existing data is not overwritten without --force, and not while the bot runs', async () => {
  await run('backup', [target]);
  await storage.store.issues.create(anIssue(), aStep());
  const refused = await run('restore', [target]);
  expect(refused).toMatchObject({ status: 1, out: '' });
  expect(refused.err).toContain('请加 --force');
  const running = await run('restore', [target, '--force']);
  expect(running).toMatchObject({ status: 1, err: '机器人正在使用这个数据库，请先停止机器人，再恢复\n' });
  expect(await storage.store.issues.list({})).toHaveLength(2);
  await storage.close();
  expect(await run('restore', [target, '--force'])).toMatchObject({ status: 0, err: '' });
  storage = await openStorage({ dataDir, now });
  expect(await storage.store.issues.list({})).toHaveLength(1);
  expect((await storage.store.issues.create(anIssue(), aStep())).no).toBe(2);
});

test('a ruined database is replaced', async () => {
  await run('backup', [target]);
  await storage.close();
  await writeFile(databaseFile(dataDir), 'ruined');
  expect(await run('restore', [target, '--force'])).toMatchObject({ status: 0 });
  storage = await openStorage({ dataDir, now });
  expect(await storage.store.issues.list({})).toHaveLength(1);
});

test('a picture damaged on the disk is named and left out, the rest is saved', async () => {
  const hash = await filesOf(dataDir).put(Buffer.from('a picture'));
  await writeFile(path.join(filesDir(dataDir), pathOfHash(hash)), 'other');
  const outcome = await run('backup', [target]);
  expect(outcome.err).toBe(`有一个图片已损坏，没有备份：${hash}\n`);
  expect(await run('restore', [target], { DATA_DIR: path.join(folder, 'elsewhere') })).toMatchObject({ status: 0 });
});

test('what is no backup, or a damaged one, is refused and nothing is changed', async () => {
  await run('backup', [target]);
  const cut = path.join(folder, 'cut');
  await cp(target, cut);
  await truncate(cut, 20_000);
  const text = path.join(folder, 'text');
  await writeFile(text, 'no backup');
  const elsewhere = path.join(folder, 'elsewhere');
  for (const file of [cut, text, databaseFile(dataDir), path.join(folder, 'missing')]) {
    const { status, out, err } = await run('restore', [file], { DATA_DIR: elsewhere });
    expect({ status, out, lines: err.trim().split('\n').length }).toEqual({ status: 2, out: '', lines: 1 });
  }
  expect(await readdir(folder)).not.toContain('elsewhere');
});

test('a backup of a newer program is refused before anything is touched', async () => {
  await run('backup', [target]);
  const backup = new Database(target);
  backup.exec(`insert into kysely_migration values ('9999-later', '2027-01-01T00:00:00.000Z')`);
  backup.close();
  await storage.close();
  const { status, err } = await run('restore', [target, '--force']);
  expect({ status, err }).toEqual({
    status: 2,
    err: `${target} 是更新版本的程序所做的备份，请先升级程序\n`,
  });
  storage = await openStorage({ dataDir, now });
  expect(await storage.store.issues.list({})).toHaveLength(1);
});

test('a folder that cannot be written is told in words', async () => {
  await run('backup', [target]);
  const { status, err } = await run('restore', [target], { DATA_DIR: path.join(target, 'below') });
  expect([status, err.trim().split('\n')]).toEqual([1, [expect.stringMatching(/^读写不了 .*：上级不是文件夹$/)]]);
});

test.each<['backup' | 'restore', string[], string]>([
  ['backup', [], '缺少参数 文件。用法：npm run backup -- <文件>'],
  ['backup', ['a', 'b'], '参数太多。用法：npm run backup -- <文件> [选项]，选项见 --help'],
  ['backup', ['a', '--force'], '没有选项'],
  ['backup', ['missing/a'], '不存在，请先建好'],
  ['backup', ['data/duban.sqlite'], '请换一个文件名'],
  ['backup', ['data/pictures/x'], '请'],
  ['backup', ['.'], '是文件夹'],
  ['restore', [], '缺少参数'],
  ['restore', ['missing'], '不存在'],
  ['restore', ['a', '--yes'], '没有选项'],
])('a wrong argument is one line and exit 2: %s %j', async (script, words, line) => {
  const { status, out, err } = await run(script, words);
  expect({ status, out, lines: err.trim().split('\n').length }).toEqual({ status: 2, out: '', lines: 1 });
  expect(err).toContain(line);
});

test('on PostgreSQL both say what to use instead', async () => {
  const variables = { DATABASE_URL: 'postgres://somewhere/duban' };
  expect((await run('backup', [target], variables)).err).toContain('pg_dump');
  expect((await run('restore', [target], variables)).err).toContain('pg_restore');
});
