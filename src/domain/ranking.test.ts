import { describe, expect, it } from 'vitest';
import { boardsOf, rankingOf } from './ranking.ts';
import type { Issue } from './issue.ts';
import { loggedIn, siteCount, statsBy, territoriesOf } from './stats.ts';
import { aCity, anIssue, on, someSettings } from './testing/sample.ts';

const directory = aCity();
const settings = someSettings();
const at = on('11-22 10:00');

/** `closed` of `count` problems of a unit are closed. */
const some = (unit: string, closed: number, count: number): Issue[] =>
  Array.from({ length: count }, (_, index) =>
    anIssue({
      no: index + 1,
      units: [unit],
      dispatchedAt: on('11-20 10:00'),
      deadline: on('11-21 10:00'),
      state: index < closed ? 'closed' : 'claimed',
      reportedAt: index < closed ? on('11-20 12:00') : null,
    }),
  );

const issues = [
  ...some('市城管局', 9, 10),
  ...some('市住建局', 4, 5),
  ...some('市园林中心', 8, 10),
  ...some('市环卫中心', 2, 2),
  ...some('河西街道', 0, 4),
  ...some('文昌社区', 1, 1),
];

describe('ranking', () => {
  const [departments, towns] = rankingOf(issues, { directory, metric: 'rectificationRate', at, settings });

  it('groups are kept apart, ties share a place with the larger N first, units without problems are left out', () => {
    expect(departments?.rows.map(({ place, unit }) => `${place} ${unit}`)).toEqual([
      '1 市环卫中心',
      '2 市城管局',
      '3 市园林中心',
      '3 市住建局',
    ]);
    expect(towns?.rows.map(({ place, unit }) => `${place} ${unit}`)).toEqual(['1 河西街道']);
    expect(towns?.leftOut).toEqual(['东湖街道', '城关镇']);
  });

  it('from below, and by a count', () => {
    const [below] = rankingOf(issues, {
      directory,
      metric: 'rectificationRate',
      at,
      settings,
      order: 'asc',
      group: '部门',
    });
    expect(below?.rows.map(({ place, unit }) => `${place} ${unit}`)).toEqual([
      '1 市园林中心',
      '1 市住建局',
      '3 市城管局',
      '4 市环卫中心',
    ]);
    const [overdue] = rankingOf(issues, { directory, metric: 'overdueCount', at, settings, group: '街道乡镇' });
    expect(overdue?.rows[0]).toMatchObject({ unit: '河西街道', value: { numerator: 4 } });
  });

  it('boards by threshold: from 90 % red, under 85 % black, from 3 problems', () => {
    if (departments === undefined) throw new Error('no ranking');
    const { red, black } = boardsOf(departments, settings);
    expect(red.map(({ unit }) => unit)).toEqual(['市城管局']);
    expect(black.map(({ unit }) => unit)).toEqual(['市园林中心', '市住建局']);
  });

  it('boards by place: nobody stands on both', () => {
    if (departments === undefined) throw new Error('no ranking');
    const boards = { ...settings.figures.boards, kind: 'place' as const, least: 1, first: 3, last: 3 };
    const { red, black } = boardsOf(departments, someSettings({ figures: { ...settings.figures, boards } }));
    expect(red.map(({ unit }) => unit)).toEqual(['市环卫中心', '市城管局', '市园林中心']);
    expect(black.map(({ unit }) => unit)).toEqual(['市住建局']);
  });
});

describe('stats', () => {
  it.each([
    ['unit', ['市城管局 10', '市园林中心 10', '市住建局 5', '河西街道 4', '市环卫中心 2', '文昌社区 1']],
    ['town', ['河西街道 4']],
    ['category', ['车辆停放 32']],
    ['site', ['人民路与解放路交叉口东北角 32']],
  ] as const)('by %s', (by, rows) => {
    const stats = statsBy(issues, { directory, by, at, settings });
    expect(stats.map(({ name, figures }) => `${name} ${figures.count}`).toSorted()).toEqual(rows.toSorted());
    expect(stats[0]?.figures.count).toBe(Math.max(...stats.map(({ figures }) => figures.count)));
  });

  it('territories are whatever is no department', () => {
    expect(territoriesOf(directory)).toEqual(['河西街道', '东湖街道', '城关镇']);
  });

  it('logged today, and different places', () => {
    const two = [
      anIssue({ no: 1, loggedAt: on('11-22 09:00'), state: 'withdrawn' }),
      anIssue({ no: 2, loggedAt: on('11-22 09:30'), site: '人民路' }),
      anIssue({ no: 3, loggedAt: on('11-21 09:30'), site: '人民路' }),
      anIssue({ no: 4, loggedAt: on('11-22 09:40'), state: 'draft', dispatchedAt: null }),
    ];
    const today = { from: '2026-11-22', to: '2026-11-22' };
    expect(loggedIn(two, today, at).map(({ no }) => no)).toEqual([1, 2]);
    expect(siteCount(two.slice(1, 3), { at, settings })).toBe(1);
  });
});
