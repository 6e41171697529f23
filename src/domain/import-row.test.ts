/** 导入的行: what settles a doubtful row, and what does not. */
import { describe, expect, it, test } from 'vitest';
import { answerRow, exampleAnswers, isSettled, rowsText } from './import-row.ts';
import type { ImportRow, OpenKind, RowAnswer } from './import-row.ts';

const open = (...kinds: readonly OpenKind[]) => kinds.map((kind) => ({ kind, text: `${kind}待定` }));

const aRow = (some: Partial<ImportRow> = {}, units: readonly string[] = []): ImportRow => ({
  importNo: 1,
  rowNo: 37,
  state: 'waiting',
  issueNo: null,
  problem: {
    location: '人民路',
    site: null,
    description: '小广告',
    category: 'other',
    units,
    coUnits: ['市住建局'],
    deadline: null,
    note: '清单第37行',
  },
  open: open('units'),
  decided: [],
  ...some,
});

const is = (...units: readonly string[]): RowAnswer => ({ kind: 'units', units, isNamed: false });
const named = (...units: readonly string[]): RowAnswer => ({ kind: 'units', units, isNamed: true });

describe('an answer', () => {
  it('names the unit: nothing is open any more, and who said it is kept', () => {
    const row = answerRow(aRow(), is('市住建局'), '周敏');
    expect(row).toMatchObject({
      problem: { units: ['市住建局'], coUnits: [] },
      decided: ['责任单位市住建局（周敏）'],
    });
    expect(isSettled(row)).toBe(true);
  });

  it('settles what it is about and leaves the rest open', () => {
    const row = answerRow(aRow({ open: open('units', 'site') }), { kind: 'site', site: '锦绣花园' }, '周敏');
    expect([row.problem.site, row.open.map(({ kind }) => kind), isSettled(row)]).toEqual([
      '锦绣花园',
      ['units'],
      false,
    ]);
  });

  it('照登 leaves open what is open, once somebody is responsible', () => {
    const row = answerRow(aRow({ open: open('site', 'deadline') }, ['市城管局']), { kind: 'keep' }, '赵雪');
    expect([isSettled(row), row.problem.site, row.problem.deadline]).toEqual([true, null, null]);
    expect(() => answerRow(aRow(), { kind: 'keep' }, '赵雪')).toThrow('第37行还没有责任单位');
  });

  it('是某局 does not turn over a unit that the list names; 责任单位是某局 does', () => {
    const row = aRow({ open: open('site') }, ['市城管局']);
    expect(() => answerRow(row, is('市住建局'), '周敏')).toThrow(
      '第37行已写明责任单位市城管局，待定的是：site待定。要改责任单位，请回复“第37行责任单位是市住建局”。',
    );
    expect(answerRow(row, named('市住建局'), '周敏').problem.units).toEqual(['市住建局']);
  });

  it('不要 drops the row, 恢复 takes it back', () => {
    const dropped = answerRow(aRow(), { kind: 'drop' }, '周敏');
    expect([dropped.state, isSettled(dropped)]).toEqual(['dropped', false]);
    expect(() => answerRow(dropped, is('市住建局'), '周敏')).toThrow('已定为不要；还要的话请回复“导入1号第37行恢复”');
    expect(answerRow(dropped, { kind: 'restore' }, '周敏')).toEqual(aRow());
  });

  it.each<RowAnswer>([is('市住建局'), { kind: 'drop' }, { kind: 'restore' }])(
    'a row on record is not touched by %o',
    (answer) => {
      const logged = aRow({ state: 'logged', issueNo: 5, open: [] }, ['市城管局']);
      expect(() => answerRow(logged, answer, '周敏')).toThrow('第37行已登记为#5，不再待定。');
    },
  );
});

test.each<[ImportRow, string]>([
  [aRow(), '“第37行是市住建局”“第37行不要”'],
  [
    aRow({ open: open('site', 'deadline') }, ['市城管局']),
    '“第37行点位是…”“第37行时限12月1日”“第37行照登”“第37行不要”',
  ],
])('what may be typed of row %#', (row, text) => {
  expect(exampleAnswers(row)).toBe(text);
});

test.each([
  [[37], '第37行'],
  [[12, 13, 14, 15], '第12至15行'],
  [[52, 37], '第37、52行'],
  [[3, 4, 9, 10, 11], '第3、4、9至11行'],
])('rows %o are %s', (rows, text) => {
  expect(rowsText(rows)).toBe(text);
});
