import { describe, expect, it } from 'vitest';
import type { Task } from '../../../storage/store.ts';
import { createDirectory } from '../../domain/city.ts';
import { endOfDay } from '../../domain/shanghai.ts';
import { aCity, anIssue, on, someSettings } from '../../domain/testing/sample.ts';
import { ledgerSheet } from '../ledger.ts';
import { readSheets, writeSheet } from '../sheet.ts';
import type { RawCell, RawSheet } from '../sheet.ts';
import { taskBreakdownTable } from '../task-tables.ts';
import { aCampaign } from '../testing/campaign.ts';
import { readDateCell, yearOfFileName } from './date-cell.ts';
import type { ImportKind } from './fields.ts';
import { readUnits, siteIn } from './names-cell.ts';
import { outcomeText } from './outcome-text.ts';
import { understandProblems } from './problems.ts';
import { understandRoster } from './roster.ts';
import { understandSites } from './sites.ts';
import { readList } from './table-reading.ts';
import type { ReadList } from './table-reading.ts';
import { understandTasks } from './tasks.ts';
import { templateTable } from './template.ts';

const directory = aCity();
const settings = someSettings();
const context = { directory, settings, known: [], year: null };

const sheetOf = (rows: readonly (readonly RawCell[])[], merges: RawSheet['merges'] = []): RawSheet => ({
  name: '表',
  rows,
  merges,
});

function listOf(kind: ImportKind, sheet: RawSheet): ReadList {
  const list = readList(kind, sheet);
  if (list === undefined) throw new Error('no head found');
  return list;
}

const problems = (...rows: readonly RawCell[][]) =>
  understandProblems(
    listOf('problems', sheetOf([['序号', '地点', '点位', '问题', '责任单位', '整改时限', '类别'], ...rows])),
    context,
  );

describe('dates in cells', () => {
  it.each<[RawCell, string]>([
    ['2026-11-22', '11-22 23:59:59'],
    ['2026/1/5', '01-05 23:59:59'],
    ['2026年11月22日', '11-22 23:59:59'],
    ['2026.11.22', '11-22 23:59:59'],
    ['２０２６年１１月２２日前', '11-22 23:59:59'],
    ['20261122', '11-22 23:59:59'],
    ['2026-11-22 17:00', '11-22 17:00:00'],
    ['2026年11月22日17时30分', '11-22 17:30:00'],
    ['2026年11月22日18时前', '11-22 18:00:00'],
    [on('11-22 00:00'), '11-22 23:59:59'],
    [on('11-22 17:00'), '11-22 17:00:00'],
  ])('reads %s', (cell, text) => {
    const date = readDateCell(cell, null);
    const shown =
      date.kind === 'date'
        ? new Date(date.at.getTime() + 8 * 3_600_000).toISOString().slice(5, 19).replace('T', ' ')
        : date;
    expect(shown).toBe(text);
  });

  it.each<[RawCell]>([
    ['522526'],
    [522526],
    ['2017620'],
    [46348],
    ['2026-02-30'],
    ['26.11.22'],
    ['11月22日'],
    ['11.22'],
    ['月底前'],
    ['尽快'],
    ['5月22日—5月26日'],
    ['2026-11-22 25:00'],
  ])('refuses %s', (cell) => {
    expect(readDateCell(cell, null).kind).toBe('refused');
  });

  it('takes the year of 11月22日 from the name of the file', () => {
    expect(readDateCell('11月22日', 2026)).toMatchObject({ kind: 'date', day: '2026-11-22' });
  });

  it.each([
    ['省检问题清单2026年11月.xlsx', 2026],
    ['问题20261122.csv', 2026],
    ['2026-11 清单.xlsx', 2026],
    ['问题清单.xlsx', null],
    ['2025年至2026年对照.xlsx', null],
    ['编号120261.xlsx', null],
  ])('year of the file %s', (name, year) => expect(yearOfFileName(name)).toBe(year));
});

describe('heads and rows', () => {
  it('finds the head under title lines, and counts rows as the sheet does', () => {
    const list = listOf(
      'problems',
      sheetOf([['××市省检反馈问题清单'], [], ['序号', '具体位置', '存在问题'], ['1', '人民路', '小广告']]),
    );
    expect([list.headRows, list.rows.map(({ rowNo }) => rowNo), list.title]).toEqual([
      [3, 3],
      [4],
      '××市省检反馈问题清单',
    ]);
  });

  it('reads a head of two lines with merged cells', () => {
    const rows = [
      ['序号', '问题情况', null, '责任', null],
      [null, '地点', '存在问题', '牵头单位', '配合单位'],
      ['1', '人民路', '小广告', '市城管局', '东湖街道'],
    ];
    const merges = [
      { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
      { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
      { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
    ];
    const { entries } = understandProblems(listOf('problems', sheetOf(rows, merges)), context);
    expect(entries[0]).toMatchObject({ rowNo: 3, units: ['市城管局'], coUnits: ['东湖街道'], location: '人民路' });
  });

  it('passes over a second line that only repeats the first', () => {
    const rows = [
      ['地点', '问题', '责任单位'],
      [null, null, null],
      ['人民路', '小广告', '市城管局'],
    ];
    const merges = [0, 1, 2].map((column) => ({ startRow: 0, startCol: column, endRow: 1, endCol: column }));
    const list = listOf('problems', sheetOf(rows, merges));
    expect([list.headRows, list.rows.length]).toEqual([[1, 2], 1]);
  });

  it('takes a place merged over several rows for each of them', () => {
    const rows = [
      ['地点', '问题'],
      ['牛角巷', '小广告'],
      [null, '垃圾满溢'],
    ];
    const { entries } = understandProblems(
      listOf('problems', sheetOf(rows, [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }])),
      context,
    );
    expect(entries.map(({ location, site }) => [location, site])).toEqual([
      ['牛角巷', '牛角巷'],
      ['牛角巷', '牛角巷'],
    ]);
  });

  it('leaves out blank rows, section lines, repeated heads, totals and notes, and says which', () => {
    const head = ['地点', '问题', '责任单位'];
    const list = listOf(
      'problems',
      sheetOf([
        head,
        ['一、主次干道', null, null],
        ['人民路', '小广告', '市城管局'],
        [null, ' ', null],
        head,
        ['牛角巷', '积水', ''],
        ['合计', '2处', null],
        ['备注：以现场为准', null, null],
      ]),
    );
    expect(list.rows.map(({ rowNo }) => rowNo)).toEqual([3, 6]);
    expect(list.skipped).toEqual([
      { rowNo: 2, why: '小标题行' },
      { rowNo: 5, why: '重复的表头' },
      { rowNo: 7, why: '合计行' },
      { rowNo: 8, why: '说明行' },
    ]);
  });

  it('finds no list where the needed columns are missing', () => {
    expect(
      readList(
        'problems',
        sheetOf([
          ['姓名', '电话'],
          ['张三', '1'],
        ]),
      ),
    ).toBeUndefined();
  });
});

describe('names in cells', () => {
  it.each([
    ['市城管局', ['市城管局'], []],
    ['城管、住建局', ['市城管局', '市住建局'], []],
    ['牵头：城管局\n配合：东湖办', ['市城管局', '东湖街道'], []],
    ['各街道', ['河西街道', '东湖街道'], []],
    ['市城管局（牵头）', ['市城管局'], []],
    ['城管居', [], ['城管居']],
    ['', [], []],
  ])('units of “%s”', (text, units, unknown) => {
    expect(readUnits(text, directory)).toEqual({ units, unknown });
  });

  it.each([
    ['滨江公园', '滨江公园'],
    ['牛角弄', '牛角巷'],
    ['人民路与解放路交叉口东北角', '人民路与解放路交叉口'],
    ['滨江公园对面的人民路', '滨江公园'],
    ['别处', undefined],
  ])('site in “%s”', (text, name) => {
    expect(siteIn(text, directory)?.name).toBe(name);
  });

  it('no site where two are named equally long', () => {
    const sites = [
      ...directory.sites,
      { name: '滨江广场', type: 'square', territory: null, aliases: [], unit: null, roadChief: null },
    ];
    expect(siteIn('滨江公园与滨江广场之间', createDirectory({ ...directory.data, sites }))).toBeUndefined();
  });
});

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
      },
    ]);
  });

  it.each<[string, RawCell[], string]>([
    ['an unknown unit', ['1', '人民路', '', '小广告', '成管局', '', '小广告'], '单位“成管局”不认识'],
    ['no unit', ['1', '滨江公园东门', '', '小广告', '', '', '小广告'], '没有责任单位（点位的责任单位是市园林中心）'],
    [
      'a date without stops',
      ['1', '人民路', '', '小广告', '城管', 522526, '小广告'],
      '日期“522526”没有采用：看不出是哪一天，请写成2026-11-22的样子',
    ],
    [
      'a date without a year',
      ['1', '人民路', '', '小广告', '城管', '11月22日', '小广告'],
      '日期“11月22日”没有采用：没有年份，请写成2026-11-22的样子',
    ],
    ['a site nobody knows', ['1', '东门', '万达广场', '小广告', '城管', '', '小广告'], '点位“万达广场”不在点位表里'],
    ['an unclear category', ['1', '人民路', '', '很乱', '城管', '', ''], '类别“未写”定不下来，暂列其他'],
  ])('takes over a row with %s and names what is open', (_, row, doubt) => {
    const { entries, doubts } = problems(row);
    expect(doubts).toEqual([{ rowNo: 2, text: doubt }]);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.deadline).toBeNull();
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

describe('round trips', () => {
  it('the exported ledger changes nothing', async () => {
    const [sheet] = await readSheets(await ledgerSheet(aCampaign, settings));
    if (sheet === undefined) throw new Error('no sheet');
    const outcome = understandProblems(listOf('problems', sheet), { ...context, known: aCampaign });
    expect([outcome.entries, outcome.refused, outcome.doubts]).toEqual([[], [], []]);
    expect(outcome.known).toHaveLength(aCampaign.length);
  });

  it('a change made in the exported ledger is refused by name, and a number of its own too', async () => {
    const [sheet] = await readSheets(await ledgerSheet(aCampaign, settings));
    const changed = aCampaign.slice(1).map((issue, nth) => (nth === 0 ? { ...issue, description: '别的问题' } : issue));
    if (sheet === undefined) throw new Error('no sheet');
    const outcome = understandProblems(listOf('problems', sheet), { ...context, known: changed });
    expect(outcome.entries).toEqual([]);
    expect(outcome.refused).toEqual([
      { rowNo: 3, text: '编号“201”不在库里，台账里的行不能新增问题' },
      { rowNo: 4, text: '#202的问题与库里不同；导入不改已有问题，请在群里办理' },
    ]);
  });

  const task: Task = {
    no: 1,
    origin: '创城',
    title: '规范公益广告设置',
    standard: '每百米不少于2处',
    units: ['市城管局'],
    coUnits: ['市住建局'],
    leader: '李强',
    section: null,
    owner: null,
    deadline: on('12-31 23:59'),
    percent: 30,
    state: 'claimed',
    claimedBy: ['市城管局'],
    createdBy: '周敏',
    createdAt: on('11-01'),
    lastReportAt: on('11-20'),
    lastReport: '已换40处',
    indicator: '公共环境',
  };

  it('the exported tasks change nothing', async () => {
    const [sheet] = await readSheets(await writeSheet(taskBreakdownTable([task], on('11-22'))));
    if (sheet === undefined) throw new Error('no sheet');
    const outcome = understandTasks(listOf('tasks', sheet), { directory, known: [task], year: null });
    expect([outcome.entries, outcome.refused, outcome.known]).toEqual([[], [], [{ rowNo: 3, text: '任务1' }]]);
  });

  it.each<ImportKind>(['directory', 'sites', 'tasks', 'problems'])(
    'the template of %s is a list with no rows',
    async (kind) => {
      const [sheet] = await readSheets(await writeSheet(templateTable(kind)));
      if (sheet === undefined) throw new Error('no sheet');
      const list = listOf(kind, sheet);
      expect([list.rows, list.skipped]).toEqual([[], [{ rowNo: 3, why: '示例行' }]]);
      expect(list.unusedColumns).toEqual([]);
    },
  );
});

describe('tasks', () => {
  const understand = (...rows: RawCell[][]) =>
    understandTasks(
      listOf('tasks', sheetOf([['指标', '测评内容', '牵头单位', '责任单位', '责任人', '时限'], ...rows])),
      { directory, known: [], year: 2026 },
    );

  it('reads lead and other units, and the year of the file', () => {
    expect(understand(['环境', '规范广告', '城管局', '住建局、河西办', '王磊', '12月31日']).entries[0]).toMatchObject({
      origin: '创城',
      indicator: '环境',
      title: '规范广告',
      units: ['市城管局'],
      coUnits: ['市住建局', '河西街道'],
      owner: '王磊',
    });
  });

  it('names what is missing by row', () => {
    const { doubts, refused } = understand(['环境', '规范广告', '', '', '', ''], ['环境', '', '城管局', '', '', '']);
    expect(doubts).toEqual([{ rowNo: 2, text: '没有责任单位；没有时限' }]);
    expect(refused).toEqual([{ rowNo: 3, text: '没有任务内容' }]);
  });
});

describe('people and sites', () => {
  const roster = (...rows: RawCell[][]) =>
    understandRoster(
      listOf('directory', sheetOf([['单位', '单位类别', '姓名', '角色', '职务', '手机', '企业微信账号'], ...rows])),
      { directory },
    );

  it('adds people of known and of new units, in the words of the file', () => {
    const { entries } = roster(
      ['城管局', '', '钱进', '信息员', '科员', 13800000000, 'qianjin'],
      ['市残联', '部门', '吴 双', '主要负责人', '理事长', '', ''],
    );
    expect(entries[0]).toMatchObject({
      name: '钱进',
      unit: '市城管局',
      newUnit: null,
      roles: ['联络员'],
      mobile: '13800000000',
      wecom: 'qianjin',
    });
    expect(entries[1]).toMatchObject({
      name: '吴双',
      newUnit: { name: '市残联', kind: 'department' },
      roles: ['一把手'],
    });
  });

  it.each<[string, RawCell[], RegExp]>([
    ['a post instead of a role', ['城管局', '', '钱进', '副局长', '', '', ''], /角色“副局长”不认识/],
    ['no role', ['城管局', '', '钱进', '', '科员', '', ''], /没有角色/],
    ['an unknown unit without a kind', ['市残联', '', '钱进', '联络员', '', '', ''], /单位“市残联”不在通讯录里/],
    ['a mobile that is none', ['城管局', '', '钱进', '联络员', '', '见群名片', ''], /手机号/],
    ['a person of another unit', ['住建局', '', '王磊', '联络员', '', '', ''], /“王磊”在通讯录里属于市城管局/],
    ['a name that is somebody’s alias', ['城管局', '', '张局', '联络员', '', '', ''], /“张局”在通讯录里是张建国的称呼/],
  ])('refuses a row with %s', (_, row, why) => {
    const { entries, refused } = roster(row);
    expect(entries).toEqual([]);
    expect(refused[0]?.text).toMatch(why);
  });

  it('knows who stands there already', () => {
    expect(roster(['市城管局', '', '王磊', '联络员', '', '', '']).known).toEqual([{ rowNo: 2, text: '王磊' }]);
  });

  it('reads sites by the types of the settings only', () => {
    const list = listOf(
      'sites',
      sheetOf([
        ['点位', '类型', '属地', '责任单位'],
        ['解放路', '主干道', '东湖办', ''],
        ['万达', '综合体', '', ''],
        ['人民路', 'main_road', '外星', ''],
      ]),
    );
    const outcome = understandSites(list, { directory, settings });
    expect(outcome.entries.map(({ name, type, territory, isNew }) => [name, type, territory, isNew])).toEqual([
      ['解放路', 'main_road', '东湖街道', true],
      ['人民路', 'main_road', null, false],
    ]);
    expect(outcome.refused).toEqual([{ rowNo: 3, text: '类型“综合体”不在设置的点位类型里' }]);
    expect(outcome.doubts).toEqual([{ rowNo: 4, text: '属地“外星”不在通讯录里，没有采用' }]);
  });
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
  if (sheet === undefined) throw new Error('no sheet');
  const list = listOf('problems', sheet);
  const outcome = understandProblems(list, context);
  expect(outcome.entries).toHaveLength(1200);
  const odd = rows.flatMap((row, nth) => (row[3] === '某某局' || row[4] === 522526 ? [nth + 3] : []));
  expect(outcome.doubts.map(({ rowNo }) => rowNo)).toEqual(odd);
  expect(outcomeText(list, outcome)).toContain('  第10行 单位“某某局”不认识');
}, 5000);
