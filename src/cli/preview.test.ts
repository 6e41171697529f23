/** The preview as an administrator runs it, in a process of its own. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseFile, openStorage } from '../../storage/database.ts';
import { anIssue, on } from '../domain/testing/sample.ts';
import { toldMark } from '../papers/daily-ground.ts';

let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duban-preview-'));
  dataDir = path.join(folder, 'data');
});
afterEach(() => rm(folder, { recursive: true }));

async function run(...words: string[]) {
  const env = { DATA_DIR: dataDir, SIMULATOR: 'on', SIM_CLOCK: '2026-11-22T10:00:00+08:00' };
  const file = path.join(import.meta.dirname, 'preview.ts');
  const child = spawn(process.execPath, [file, ...words], { env, cwd: folder });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, out, err };
}

async function withProblem(): Promise<void> {
  const storage = await openStorage({ dataDir, now: () => on('11-22 10:00') });
  const issue = anIssue({ dispatchedAt: on('11-20 09:00'), deadline: on('11-21 18:00'), state: 'claimed' });
  const record = { at: on('11-20 09:00'), step: 'log' as const, by: '刘志强', groupId: 'city', messageId: null };
  await storage.store.issues.create(issue, { ...record, note: null });
  await storage.close();
}

test('the daily paper of every group, at the hour at which it goes out; nothing is sent or stored', async () => {
  await withProblem();
  const { status, out, err } = await run('daily');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('—— 创城督查工作群 ——\n【创城日通报】11月22日（截至18:10）');
  expect(out).toContain('超期未整改1件：市城管局1（最长1天）。');
  expect(out).toContain('—— 街道乡镇群 ——');
  const storage = await openStorage({ dataDir, now: () => on('11-22 10:00') });
  expect(await storage.store.bulletins.latest('daily', 'city')).toBeUndefined();
  expect(await storage.store.outbox.nextDueAt()).toBeUndefined();
  await storage.close();
});

test('of another day, as things stood then', async () => {
  await withProblem();
  expect((await run('daily', '--date', '2026-11-20')).out).toContain(
    '【创城日通报】11月20日（截至18:10）\n今日新增1件',
  );
  expect((await run('daily', '--date', '2026-11-19')).out).toContain('今日无新增问题，也没有未销号问题');
});

test('as it went out: who had been reminded one-to-one', async () => {
  const storage = await openStorage({ dataDir, now: () => on('11-20 10:00') });
  const issue = anIssue({ dispatchedAt: on('11-19 17:30'), deadline: on('11-21 18:00'), state: 'claimed' });
  const record = { at: on('11-19 17:30'), step: 'log' as const, by: '刘志强', groupId: 'city', messageId: null };
  const { no } = await storage.store.issues.create(issue, { ...record, note: null });
  await storage.store.jobRuns.begin(toldMark('王磊', no, '2026-11-20'), on('11-20 00:00'), on('11-20 09:00'));
  await storage.close();
  expect((await run('daily', '--date', '2026-11-20')).out).toContain('明日到期1件，已分别私信各联络员。');
});

test.each(['daily', 'special'])('%s of a day that has not come is refused, as in chat', async (kind) => {
  const { status, out, err } = await run(kind, '--date', '2027-03-01');
  expect({ status, out, err }).toEqual({ status: 1, out: '', err: '2027年3月1日还没有到，无法预览。\n' });
});

test('without a database it is as if that were empty, and no file appears', async () => {
  const { status, out } = await run('daily');
  expect(status).toBe(0);
  expect(out).toContain('今日无新增问题，也没有未销号问题');
  expect(await readdir(folder)).toEqual([]);
});

test('an empty database file stays as it is', async () => {
  await mkdir(dataDir);
  await writeFile(databaseFile(dataDir), '');
  expect((await run('daily')).out).toContain('今日无新增问题');
  expect(await readdir(dataDir)).toEqual([path.basename(databaseFile(dataDir))]);
});

test('weekly and special: the week up to that day, numbered by nobody, stored nowhere', async () => {
  await withProblem();
  const { status, out, err } = await run('special');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('创城督查专报 第　期（草稿）');
  expect(out).toContain('关于11月16日至22日督查整改情况的通报');
  expect(out).toContain(
    '超期未整改1件（本期交办），为人民路与解放路交叉口东北角#1（市城管局，车辆停放，超期1天），见附件2。',
  );
  expect(out).toContain('附件2\n超期问题清单\n序号  编号  责任单位  点位');
  expect(out).toContain(
    '   1     1  市城管局  人民路与解放路交叉  非机动车乱停放，占用盲  车辆停放  11月20日  11月21日18:00         1\n',
  );
  expect((await run('weekly', '--date', '2026-11-19')).out).toContain('关于11月16日至19日督查整改情况的通报');
  const storage = await openStorage({ dataDir, now: () => on('11-22 10:00') });
  expect(await storage.store.publications.list({})).toEqual([]);
  await storage.close();
});

test.each([
  [['monthly'], '参数 种类 的内容“monthly”不对：应为 daily、weekly 或 special。'],
  [['daily', '--date', '2026-02-30'], '的内容“2026-02-30”不对：应为 2026-11-22 这样的日期。'],
  [[], '缺少参数 种类'],
])('%j is told in one line, exit 2', async (words, sentence) => {
  const { status, out, err } = await run(...words);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
});
