/** The import as an administrator runs it, in a process of its own. */
import { spawn } from 'node:child_process';
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStorage } from '../../storage/database.ts';
import { on } from '../domain/testing/sample.ts';
import { ledgerSheet } from '../papers/ledger.ts';
import { readSheets } from '../papers/sheet.ts';
import { someSettings } from '../domain/testing/sample.ts';

let folder: string;
let dataDir: string;
let configDir: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duban-import-'));
  [dataDir, configDir] = [path.join(folder, 'data'), path.join(folder, 'config')];
  await mkdir(configDir);
});
afterEach(() => rm(folder, { recursive: true }));

async function run(...words: string[]) {
  const env = { DATA_DIR: dataDir, CONFIG_DIR: configDir, SIMULATOR: 'on', SIM_CLOCK: '2026-11-22T10:00:00+08:00' };
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'import.ts'), ...words], { env, cwd: folder });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, out, err };
}

async function aFile(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

const storage = () => openStorage({ dataDir, now: () => on('11-22 10:00') });

const PROBLEMS = [
  '省检反馈问题清单,,,,',
  '序号,地点,问题,责任单位,时限',
  '1,人民路东段,墙面小广告未清除,城管局,2026-11-30',
  '2,滨江公园东门,座椅破损,某某局,522526',
  '3,,没有地点的问题,城管局,',
  '合计,3处,,,',
].join('\n');

test('problems: says what it understood, by row, and writes nothing without --yes', async () => {
  const file = await aFile('省检.csv', PROBLEMS);
  const { status, out, err } = await run('problems', file);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('可导入2行，其中存疑1行，不能导入1行。');
  expect(out).toContain('第4行 单位“某某局”不认识；');
  expect(out).toContain('时限“522526”没有采用');
  expect(out).toContain('第5行 没有地点');
  expect(out).toContain('跳过：合计行（第6行）');
  expect(out).toContain('加 --yes');
  expect(await readdir(folder)).not.toContain('data');
});

test('problems with --yes: plain rows become numbered drafts, doubtful ones wait; once more changes nothing', async () => {
  const file = await aFile('省检.csv', PROBLEMS);
  const { out } = await run('problems', file, '--yes');
  expect(out).toContain('已写入1件：#1。都是草稿，创城办核对后回复“确认1”即交办。\n还有1行待定，列为导入1号。');
  expect(out).toContain('“第4行是市住建局”');
  const { store, close } = await storage().then((open) => ({ store: open.store, close: () => open.close() }));
  const issues = await store.issues.list({});
  expect(issues.map(({ no, state, source, units, loggedBy }) => [no, state, source, units, loggedBy])).toEqual([
    [1, 'draft', 'superior', ['市城管局'], '周敏'],
  ]);
  expect((await store.records.ofIssue(1))[0]?.note).toBe('导入自省检.csv，清单第3行，原编号1');
  const rows = await store.imports.rows({ importNo: 1 });
  expect(rows.map(({ rowNo, state, issueNo }) => [rowNo, state, issueNo])).toEqual([
    [3, 'logged', 1],
    [4, 'waiting', null],
  ]);
  expect(rows[1]?.open.map(({ text }) => text)).toEqual([
    '单位“某某局”不认识',
    '时限“522526”没有采用：看不出是哪一天，请写成2026-11-22的样子',
  ]);
  const ledger = path.join(folder, '台账.xlsx');
  await writeFile(ledger, await ledgerSheet(issues, someSettings()));
  await close();

  expect((await run('problems', file, '--yes')).out).toContain('可导入0行，已有2行');
  const again = await run('problems', ledger, '--yes');
  expect(again.out).toContain('没有新的内容要写入');
  const open = await storage();
  expect(await open.store.issues.list({})).toEqual(issues);
  expect(await open.store.imports.rows({})).toEqual(rows);
  await open.close();
});

test('tasks are numbered and keep what the table says', async () => {
  const file = await aFile(
    '任务2026年.csv',
    '指标,目标任务,牵头单位,责任单位,时限\n环境,规范公益广告,宣传部,城管局,12月31日\n',
  );
  expect((await run('tasks', file, '--yes')).out).toContain('已写入1件：任务1。');
  const open = await storage();
  expect(await open.store.tasks.list({})).toMatchObject([
    { no: 1, title: '规范公益广告', units: ['市委宣传部'], coUnits: ['市城管局'] },
  ]);
  await open.close();
});

test('a task without a unit is not made; the table is put right and imported again', async () => {
  const head = '指标,目标任务,牵头单位,责任单位,时限\n';
  const good = '环境,规范公益广告,宣传部,城管局,12月31日\n';
  const noTime = '环境,清洗护栏,城管局,,\n';
  const file = await aFile('任务2026年.csv', `${head}${good}${noTime}环境,修补路面,某某局,,12月31日\n`);
  const { out } = await run('tasks', file, '--yes');
  expect(out).toContain('不能导入：\n  第4行 单位“某某局”不认识');
  expect(out).toContain('已写入2件：任务1至任务2。');
  expect(out).toContain('时限存疑的，登记时不带时限；登记后请创城办在群里回复，如“任务2时限改到12月20日”。');
  expect(out).toContain('不能导入的行没有登记，请在表里改好再导入一次，已登记的行不会重复。');
  const again = await aFile('任务2026年.csv', `${head}${good}${noTime}环境,修补路面,住建局,,12月31日\n`);
  expect((await run('tasks', again, '--yes')).out).toContain('已写入1件：任务3。');
  const open = await storage();
  const tasks = await open.store.tasks.list({});
  expect(tasks.map(({ no, units }) => [no, units])).toEqual([
    [1, ['市委宣传部']],
    [2, ['市城管局']],
    [3, ['市住建局']],
  ]);
  await open.close();
});

test('people go into directory.yaml, which keeps its comments', async () => {
  const target = path.join(configDir, 'directory.yaml');
  const example = path.join(import.meta.dirname, '../../config/directory.example.yaml');
  await copyFile(example, target);
  const before = (await readFile(target, 'utf8')).split('\n');
  const file = await aFile(
    '花名册.csv',
    '单位,单位类别,姓名,角色,手机\n市城管局,,钱进,联络员,13800000000\n市残联,部门,吴双,一把手,\n市城管局,,王磊,联络员,13900000000\n',
  );
  const { status, out, err } = await run('directory', file, '--yes');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('3行。');
  const after = (await readFile(target, 'utf8')).split('\n');
  const gone = before.filter((line) => !after.includes(line));
  const came = after.filter((line) => !before.includes(line));
  expect(gone).toEqual([expect.stringContaining('name: 王磊')]);
  expect(came).toEqual([
    '  - { name: 市残联, kind: department }',
    expect.stringMatching(/name: 王磊, unit: 市城管局.*mobile: '13900000000'/),
    "  - { name: 钱进, unit: 市城管局, role: 联络员, mobile: '13800000000' }",
    '  - { name: 吴双, unit: 市残联, role: 一把手 }',
  ]);
});

test('a row that would make the directory wrong is refused by its number, in the look as in the writing; the others go in', async () => {
  const rows = Array.from(
    { length: 9 },
    (_, nth) => `滨江路${nth + 1}段,主干道,东湖街道,${nth === 4 ? '查无此人' : ''}`,
  );
  const file = await aFile('点位.csv', ['点位,类型,属地,路长', ...rows].join('\n'));
  for (const words of [[], ['--yes']]) {
    const { status, out, err } = await run('sites', file, ...words);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('可导入8行，不能导入1行。');
    expect(out).toMatch(/不能导入：\n {2}第6行 写入后通讯录会有差错：.*查无此人/);
  }
  const written = await readFile(path.join(configDir, 'directory.yaml'), 'utf8');
  expect([...written.matchAll(/滨江路\d段/g)].map(([name]) => name)).toHaveLength(8);
  expect(written).not.toContain('滨江路5段');
});

test('where nothing is left to be written, nothing is', async () => {
  const file = await aFile('点位.csv', '点位,类型,属地,路长\n解放路,主干道,东湖街道,查无此人\n');
  expect((await run('sites', file, '--yes')).out).toContain('可导入0行，不能导入1行。');
  expect(await readdir(configDir)).toEqual([]);
});

test('who may read the directory stays as it was, and a link stays a link', async () => {
  const [real, link] = [path.join(folder, 'real.yaml'), path.join(configDir, 'directory.yaml')];
  await copyFile(path.join(import.meta.dirname, '../../config/directory.example.yaml'), real);
  await chmod(real, 0o600);
  await symlink(real, link);
  const file = await aFile('点位.csv', '点位,类型,属地\n滨江路西段,主干道,东湖街道\n');
  expect((await run('sites', file, '--yes')).out).toContain('已写入');
  expect((await stat(real)).mode & 0o777).toBe(0o600);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(await readFile(real, 'utf8')).toContain('滨江路西段');
});

test('a template is written, and not over another file', async () => {
  const file = path.join(folder, '任务.xlsx');
  expect((await run('template', 'tasks', file)).status).toBe(0);
  const [sheet] = await readSheets(await readFile(file));
  expect(sheet?.rows[1]).toContain('测评内容*');
  expect((await run('template', 'tasks', file)).status).toBe(2);
});

test.each([
  ['an unknown kind', ['people', 'x.csv'], /没有“people”这一种/],
  ['a missing file', ['problems', 'nowhere.csv'], /打不开文件/],
  ['no file', ['problems'], /缺少参数/],
  ['a folder that is not there', ['template', 'sites', '/nowhere/点位.xlsx'], /没有文件夹 \/nowhere/],
  ['an unknown person', ['problems', 'package.csv', '--as', '查无此人'], /打不开文件|没有“查无此人”/],
])('%s: one line and exit 2', async (_, words, line) => {
  const { status, err } = await run(...words);
  expect(err.trim().split('\n')).toEqual([expect.stringMatching(line)]);
  expect(status).toBe(2);
});
