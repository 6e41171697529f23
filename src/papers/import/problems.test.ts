import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../config/settings.ts';
import { cellCategoryFinder } from '../../reading/cell-category.ts';
import { endOfDay } from '../../domain/shanghai.ts';
import { aCity, anIssue, on } from '../../domain/testing/sample.ts';
import { readSheets, writeSheet } from '../sheet.ts';
import type { RawCell } from '../sheet.ts';
import { listOf, sheetOf } from '../testing/lists.ts';
import { outcomeText } from './outcome-text.ts';
import { understandProblems } from './problems.ts';

const directory = aCity();
const { categories } = defaultSettings();
const settings = { categories };
const context = { directory, settings, findCategory: cellCategoryFinder(categories), known: [], year: null };

const problems = (...rows: readonly RawCell[][]) =>
  understandProblems(
    listOf('problems', sheetOf([['序号', '地点', '点位', '问题', '责任单位', '整改时限', '类别'], ...rows])),
    context,
  );

describe('problems', () => {
  it('makes a draft of a clear row', () => {
    const { entries, doubts, refused } = problems([
      '7',
      '人民路与解放路交叉口东北角',
      '',
      '非机动车占道',
      '城管局',
      '2026-11-30',
      '车辆停放',
    ]);
    expect([doubts, refused]).toEqual([[], []]);
    expect(entries).toEqual([
      {
        rowNo: 2,
        location: '人民路与解放路交叉口东北角',
        site: '人民路与解放路交叉口',
        description: '非机动车占道',
        category: 'parking',
        units: ['市城管局'],
        coUnits: [],
        deadline: endOfDay('2026-11-30'),
        note: '清单第2行，原编号7',
        open: [],
      },
    ]);
  });

  it.each<[string, RawCell[], string]>([
    ['an unknown unit', ['1', '人民路', '', '小广告', '成管局', '', '小广告'], '单位“成管局”不认识'],
    ['no unit', ['1', '滨江公园东门', '', '小广告', '', '', '小广告'], '没有责任单位（点位的责任单位是市园林中心）'],
    [
      'a date without stops',
      ['1', '人民路', '', '小广告', '城管', 522526, '小广告'],
      '时限“522526”没有采用：看不出是哪一天，请写成2026-11-22的样子',
    ],
    [
      'a date without a year',
      ['1', '人民路', '', '小广告', '城管', '11月22日', '小广告'],
      '时限“11月22日”没有采用：没有年份，请写成2026-11-22的样子',
    ],
    ['a site nobody knows', ['1', '东门', '万达广场', '小广告', '城管', '', '小广告'], '点位“万达广场”不在点位表里'],
    [
      'a site nobody knows, though the place has a known one',
      ['1', '人民路3号', '人民路小学', '小广告', '城管', '', '小广告'],
      '点位“人民路小学”不在点位表里',
    ],
    ['an unclear category', ['1', '人民路', '', '很乱', '城管', '', ''], '类别“未写”定不下来'],
  ])('a row with %s waits, and what is open is named', (_, row, doubt) => {
    const { entries, doubts } = problems(row);
    expect(doubts).toEqual([{ rowNo: 2, text: doubt }]);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.open.map(({ text }) => text)).toEqual([doubt]);
    expect(entries[0]?.deadline).toBeNull();
  });

  it.each([
    ['小轿车乱停占用消防通道', 'fire'],
    ['垃圾堆放在消防通道', 'fire'],
    ['电动车乱停，飞线充电', 'charging'],
    ['公益广告上贴小广告', 'illegal_ads'],
    ['公益广告褪色', 'psa'],
    ['电动车乱停，占用盲道', 'parking'],
  ])('“%s” is of the category it has in a message', (description, category) => {
    const { entries, doubts } = problems(['1', '人民路', '', description, '城管', '', '']);
    expect(doubts).toEqual([]);
    expect(entries[0]?.category).toBe(category);
  });

  it.each([
    ['市容秩序', '小轿车乱停占用消防通道', 'fire', []],
    ['车辆停放', '小轿车乱停占用消防通道', 'parking', ['类别写的是“车辆停放”，内容像是消防安全（紧急）']],
    ['消防安全', '垃圾堆放在消防通道', 'fire', []],
    ['飞线充电', '楼道里拉线充电，堵消防通道', 'charging', []],
  ])('a danger is not lost under the category “%s”: %s', (named, description, category, open) => {
    const { entries } = problems(['1', '人民路', '', description, '城管', '', named]);
    expect(entries[0]?.category).toBe(category);
    expect(entries[0]?.open.map(({ text }) => text)).toEqual(open);
  });

  it.each([
    ['小广告类', '墙上有', 'illegal_ads', '清单第2行，原编号1，原类别小广告类'],
    ['市容环境', '墙面小广告未清除', 'illegal_ads', '清单第2行，原编号1，原类别市容环境'],
    ['小广告', '公益广告旁有小广告', 'illegal_ads', '清单第2行，原编号1'],
  ])('category “%s” with “%s”', (named, description, category, note) => {
    const { entries, doubts } = problems(['1', '人民路', '', description, '城管', '', named]);
    expect(doubts).toEqual([]);
    expect(entries[0]).toMatchObject({ category, note });
  });

  it('a category that nobody can tell is doubtful', () => {
    expect(problems(['1', '人民路', '', '很乱', '城管', '', '市容环境']).doubts).toEqual([
      { rowNo: 2, text: '类别“市容环境”定不下来' },
    ]);
  });

  it('takes over nothing of a row without a place or without a problem', () => {
    const { entries, refused } = problems(
      ['1', '', '', '小广告', '城管', '', ''],
      ['2', '人民路', '', '', '城管', '', ''],
    );
    expect(entries).toEqual([]);
    expect(refused).toEqual([
      { rowNo: 2, text: '没有地点' },
      { rowNo: 3, text: '没有问题内容' },
    ]);
  });

  it('knows what stands already, in the database or further up', () => {
    const list = listOf(
      'problems',
      sheetOf([
        ['地点', '问题'],
        ['人民路', '小广告'],
        ['人民 路', '小广告。'],
        ['牛角巷', '积水'],
      ]),
    );
    const known = [anIssue({ no: 9, location: '牛角巷', description: '积水' })];
    const outcome = understandProblems(list, { ...context, known });
    expect(outcome.entries.map(({ rowNo }) => rowNo)).toEqual([2]);
    expect(outcome.known).toEqual([
      { rowNo: 3, text: '第2行' },
      { rowNo: 4, text: '#9' },
    ]);
  });
});

describe('what was on record once', () => {
  const stood = { location: '牛角巷', description: '积水', loggedAt: on('11-10 09:00') };
  const list = (...rows: readonly RawCell[][]) =>
    listOf('problems', sheetOf([['地点', '问题', '责任单位', '类别', '检查日期', '状态'], ...rows]));
  const row = (foundOn: string, unit = '住建局', state = ''): RawCell[] => [
    '牛角巷',
    '积水',
    unit,
    '下水道',
    foundOn,
    state,
  ];
  const closed = anIssue({ no: 9, ...stood, state: 'closed', closedAt: on('11-20 15:00') });
  const withdrawn = anIssue({ no: 9, ...stood, state: 'withdrawn' });
  const merged = anIssue({ no: 9, ...stood, state: 'merged', mergedInto: 4 });

  it.each([
    ['open', anIssue({ no: 9, ...stood }), '2026-11-27', '#9'],
    ['closed, found before', closed, '2026-11-12', '#9（已销号）'],
    ['closed on the day it was found', closed, '2026-11-20', '#9（已销号）'],
    ['closed, nobody says when it was found', closed, '', '#9（已销号）'],
    ['withdrawn, found before', withdrawn, '2026-11-09', '#9（已撤销）'],
    ['merged', merged, '2026-11-27', '#9（已并入#4）'],
  ])('%s: known, and said so', (_, issue, foundOn, known) => {
    const outcome = understandProblems(list(row(foundOn)), { ...context, known: [issue] });
    expect([outcome.entries, outcome.known]).toEqual([[], [{ rowNo: 2, text: known }]]);
    expect(outcomeText(list(row(foundOn)), outcome)).toContain(`已有的：第2行同${known}。`);
  });

  it.each([
    ['closed', closed, '与已销号的#9相同，检查日期在后，属于反弹的请回复“9反弹”，并撤销这一条', '与已销号的#9相同'],
    ['withdrawn', withdrawn, '与已撤销的#9相同，检查日期在后', '与已撤销的#9相同'],
  ])('%s, and found again later: a draft that says so', (_, issue, doubt, note) => {
    const { entries, doubts } = understandProblems(list(row('2026-11-27')), { ...context, known: [issue] });
    expect(entries.map(({ open }) => open)).toEqual([[]]);
    expect(entries[0]?.note.endsWith(`，${note}`)).toBe(true);
    expect(doubts).toEqual([{ rowNo: 2, text: doubt }]);
  });

  it('twice in one list: the same only for the same unit and day', () => {
    const rows = [row('2026-11-27'), row('2026-11-27'), row('2026-11-27', '城管局'), row('2026-11-28')];
    const { entries, known } = understandProblems(list(...rows), context);
    expect(entries.map(({ rowNo }) => rowNo)).toEqual([2, 4, 5]);
    expect(known).toEqual([{ rowNo: 3, text: '第2行' }]);
  });

  it.each(['已整改', '已完成', '整改完成', '已办结', '已销号', '整改到位', '100%'])(
    'finished (%s): no new problem',
    (state) => {
      const { entries, refused } = understandProblems(list(row('2026-11-27', '住建局', state)), context);
      expect(entries).toEqual([]);
      expect(refused).toEqual([
        { rowNo: 2, text: `状态是“${state}”，不作为新问题登记；仍要登记的，请清空状态后再导入` },
      ]);
    },
  );

  it.each(['整改中', '未整改', '待整改', '未完成', '部分完成', '正在处理', ''])('not finished (%s): taken', (state) => {
    expect(understandProblems(list(row('2026-11-27', '住建局', state)), context).entries).toHaveLength(1);
  });
});

it('columns that only our own ledger has are not called understood in another list', () => {
  const list = listOf(
    'problems',
    sheetOf([
      ['地点', '问题', '登记人'],
      ['人民路', '小广告', '某某'],
    ]),
  );
  expect([list.columns, list.unusedColumns]).toEqual([['地点', '问题'], ['登记人']]);
});

it('a list of 1,200 rows is understood quickly, with every doubtful row named', async () => {
  const rows = Array.from({ length: 1200 }, (_, nth) => [
    nth + 1,
    `人民路${nth}号门前`,
    '小广告未清除',
    nth % 40 === 7 ? '某某局' : '市城管局',
    nth % 100 === 3 ? 522526 : '2026-11-30',
    '小广告',
  ]);
  const columns = ['序号', '地点', '问题', '责任单位', '时限', '类别'].map((name) => ({
    name,
    width: 6,
    kind: 'text' as const,
  }));
  const [sheet] = await readSheets(await writeSheet({ title: '清单', columns, rows }));
  const list = listOf('problems', sheet);
  const outcome = understandProblems(list, context);
  expect(outcome.entries).toHaveLength(1200);
  const odd = rows.flatMap((row, nth) => (row[3] === '某某局' || row[4] === 522526 ? [nth + 3] : []));
  expect(outcome.doubts.map(({ rowNo }) => rowNo)).toEqual(odd);
  expect(outcomeText(list, outcome)).toContain('  第10行 单位“某某局”不认识');
}, 5000);
