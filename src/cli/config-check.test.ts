import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** Runs the command in a process of its own, as npm does, with nothing in its environment. */
function configCheck(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'config-check.ts'), ...words],
    {
      cwd: join(import.meta.dirname, '../..'),
      env: { SIMULATOR: 'on' },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

function aFolder(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'duban-check-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text);
  return dir;
}

test('good files: one line, exit 0', () => {
  const dir = aFolder({
    'directory.yaml':
      'city: 甲\nunits: [{ name: 乙, kind: office }]\npeople: [{ name: 丙, unit: 乙, role: 创城办负责人 }]\n',
    'settings.yaml': '',
  });
  expect(configCheck('--dir', dir)).toEqual({
    status: 0,
    stdout: `配置没有问题（${dir}/directory.yaml、${dir}/settings.yaml）：单位 1 个，人员 1 人，点位 0 个，群 0 个\n`,
    stderr: '',
  });
});

test('a bulletin that could not go out: good files, and a hint', () => {
  const dir = aFolder({
    'directory.yaml':
      'city: 甲\nunits: [{ name: 乙, kind: office }]\npeople: [{ name: 丙, unit: 乙, role: 创城办负责人 }]\n',
    'settings.yaml': "jobs: { dailyBulletin: '20:30' }\n",
  });
  const { status, stdout } = configCheck('--dir', dir);
  expect([status, stdout.trim().split('\n')[1]]).toEqual([
    0,
    '提醒：日通报定在 20:30，在安静时段内，除迎检期外发不出，请调整 jobs.dailyBulletin',
  ]);
});

test('bad files: a line a fault, exit 1', () => {
  const dir = aFolder({ 'directory.yaml': 'city: 甲\nunits: []\n', 'settings.yaml': 'extends: 2\n' });
  expect(configCheck('--dir', dir)).toEqual({
    status: 1,
    stdout: `${dir}/directory.yaml:1:1 缺少“people”，请补上
${dir}/directory.yaml:2:8 “units”至少要有一项
${dir}/settings.yaml:1:1 不认识“extends”，请检查拼写或删去
`,
    stderr: '',
  });
});

test('a folder without settings is a fault: the examples do not stand in for it', () => {
  const { status, stdout } = configCheck('--dir', aFolder({}));
  expect({ status, lines: stdout.trim().split('\n').length }).toEqual({ status: 1, lines: 2 });
});

test('a wrong argument: what is right, exit 2', () => {
  expect(configCheck('--dri', 'x')).toEqual({
    status: 2,
    stdout: '',
    stderr: '没有选项“--dri”。用法：npm run config:check -- [选项]，选项见 --help\n',
  });
});
