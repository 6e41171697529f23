import { describe, expect, it, test } from 'vitest';
import { claimTask, isSilent, isTaskOverdue, newTask, percentByUnit, reportTask } from './task.ts';
import type { Task, TaskRecord } from './task.ts';
import { difficultyByUnit } from './task-difficulty.ts';
import { silentUnits } from './task-silence.ts';
import { taskState } from './task-texts.ts';
import { aPerson, on } from './testing/sample.ts';

const wang = aPerson('王磊', '市城管局', 'unitLiaison');
const he = aPerson('何静', '市住建局', 'unitLiaison');
const hu = aPerson('胡斌', '市环卫中心', 'unitLiaison');

const made = { by: '周敏', at: on('11-01 09:00') };
const order = {
  title: '路灯排查',
  units: ['市城管局', '市住建局'],
  coUnits: ['市环卫中心'],
  deadline: on('11-20 18:00'),
};
const aTask = (some: Partial<Task> = {}): Task => ({ ...newTask(order, made), no: 5, ...some });

const said = (by: string, percent: number | null): TaskRecord => {
  const when = { taskNo: 5, at: on('11-10 09:00'), messageId: null, note: null, difficulty: null };
  return { ...when, step: 'progress', by, unit: null, percent };
};
const unitOf = (name: string): string | null => [wang, he, hu].find((person) => person.name === name)?.unit ?? null;

describe('percentByUnit', () => {
  it.each([
    ['nobody yet', [], [0, 0]],
    ['the last word counts', [said('王磊', 80), said('王磊', 60)], [60, 0]],
    ['words alone change nothing', [said('王磊', 80), said('王磊', null)], [80, 0]],
    ['a co-unit is not counted', [said('胡斌', 90)], [0, 0]],
    ['somebody unknown is not counted', [said('某人', 90)], [0, 0]],
    ['who has left spoke for his unit', [{ ...said('某人', 90), unit: '市住建局' }], [0, 90]],
    ['who has moved spoke for the unit he had', [{ ...said('王磊', 90), unit: '市住建局' }], [0, 90]],
    ['his successor goes on from there', [{ ...said('某人', 90), unit: '市住建局' }, said('何静', 95)], [0, 95]],
  ])('%s', (_, records, expected) => {
    expect([...percentByUnit(aTask(), records, unitOf).values()]).toEqual(expected);
  });
});

describe('reportTask', () => {
  const report = (by: typeof wang, percent: number | null, reached: readonly TaskRecord[] = [], task = aTask()) =>
    reportTask(task, { by, at: on('11-10 10:00'), percent, text: '已排查3条街' }, percentByUnit(task, reached, unitOf));

  it.each([
    ['one of two', report(wang, 100), 50, 'claimed'],
    [
      'the mean is rounded down, so that only all of them make 100',
      report(wang, 99, [said('何静', 100)]),
      99,
      'claimed',
    ],
    ['both', report(wang, 100, [said('何静', 100)]), 100, 'done'],
    ['words only', report(wang, null), 0, 'open'],
    ['a co-unit in words', report(hu, null), 0, 'open'],
  ])('%s', (_, task, percent, state) => {
    expect(task).toMatchObject({ percent, state, lastReport: '已排查3条街', lastReportAt: on('11-10 10:00') });
  });

  it.each([
    ['a co-unit gives no percentage', () => report(hu, 50), 'task.coUnit'],
    ['another unit', () => report(aPerson('林峰', '市园林中心', 'unitLiaison'), 50), 'task.otherUnit'],
    ['a task that is done', () => report(wang, 50, [], aTask({ state: 'done' })), 'task.done'],
    ['a task withdrawn', () => report(wang, 50, [], aTask({ state: 'withdrawn' })), 'task.withdrawn'],
    ['claimed twice', () => claimTask(claimTask(aTask(), wang), wang), 'task.claimed'],
  ])('%s is refused', (_, attempt, code) => {
    expect(attempt).toThrow(expect.objectContaining({ code }));
  });
});

test('a change of liaison: neither the mean, nor the difficulties, nor the silence of a unit change', () => {
  const gone = { ...said('某人', 100), unit: '市住建局', difficulty: '缺配件' };
  const reached = percentByUnit(aTask(), [gone], unitOf);
  const report = { by: wang, at: on('11-10 10:00'), percent: 100, text: '都换好了' };
  expect(reportTask(aTask(), report, reached)).toMatchObject({ percent: 100, state: 'done' });
  expect([...difficultyByUnit([gone], unitOf)]).toEqual([['市住建局', '缺配件']]);
  const silent = silentUnits([{ task: aTask(), records: [{ ...gone, percent: 50 }] }], unitOf, {
    at: on('11-12 09:00'),
    days: 7,
  });
  expect(silent.map(({ unit }) => unit)).toEqual(['市城管局']);
});

describe('standing', () => {
  it.each([
    ['untouched', aTask(), '11-05 10:00', '未启动', false],
    ['claimed', aTask({ state: 'claimed' }), '11-05 10:00', '推进中', false],
    ['silent from the seventh day', aTask(), '11-08 09:00', '未启动', true],
    ['heard of lately', aTask({ lastReportAt: on('11-07 09:00') }), '11-12 09:00', '推进中', false],
    ['late', aTask({ lastReportAt: on('11-20 09:00') }), '11-22 10:00', '逾期2天', false],
    ['done is neither', aTask({ state: 'done' }), '11-30 10:00', '已完成', false],
  ])('%s', (_, task, at, state, silent) => {
    expect([taskState(task, on(at)), isSilent(task, on(at))]).toEqual([state, silent]);
    expect(isTaskOverdue(task, on(at))).toBe(state.startsWith('逾期'));
  });
});
