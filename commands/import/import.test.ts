/** Doubtful rows of an imported list, settled in chat by the numbers of the sheet. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ImportRow, OpenPoint } from '../../src/domain/import-row.ts';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { takenBy } from '../../src/testing/phrasings.ts';

const here = inRoom();
const { says, refusal } = here;
const store = () => here.room.house.storage.store;

const units = (word: string): OpenPoint => ({ kind: 'units', text: `单位“${word}”不认识` });
const site: OpenPoint = { kind: 'site', text: '点位“锦绣”不在点位表里' };
const day: OpenPoint = { kind: 'deadline', text: '时限“522526”没有采用：看不出是哪一天，请写成2026-11-22的样子' };

const aRow = (rowNo: number, open: readonly OpenPoint[], responsible: readonly string[] = []) => ({
  rowNo,
  state: 'waiting' as ImportRow['state'],
  issueNo: null,
  problem: {
    location: `人民路${rowNo}号门前`,
    site: null,
    description: '小广告未清除',
    category: 'illegal_ads',
    units: responsible,
    coUnits: [],
    deadline: on('11-30 18:00'),
    note: `清单第${rowNo}行`,
  },
  open,
  decided: [],
});

const list = { file: '省检问题清单.xlsx', by: '周敏', at: on('11-22 09:00') };

beforeEach(async () => {
  await store().imports.add(list, [
    aRow(12, [units('某局')]),
    aRow(13, [units('某局')]),
    aRow(14, [units('某局')]),
    aRow(15, [units('某局')]),
    aRow(37, [units('成管局')]),
    aRow(40, [site], ['市住建局']),
    aRow(41, [site, day], ['市住建局']),
    aRow(52, [units('成管局'), day]),
  ]);
});

const rowsNow = async () =>
  Object.fromEntries((await store().imports.rows({})).map((row) => [row.rowNo, row.issueNo ?? row.state]));

describe('the office settles rows', () => {
  test('第37行是市住建局: a draft like the others, with who said so on its record', async () => {
    const { text } = await says('赵雪', '第37行是市住建局');
    const [issue] = await here.room.issues();
    const no = issue?.no ?? 0;
    expect(text).toBe(
      `导入1号（省检问题清单.xlsx）：\n第37行：责任单位市住建局，登记为#${no}\n还有7行待定，回复“导入1号待定清单”查看。登记的是草稿，回复“确认${no}”即交办。`,
    );
    expect(issue).toMatchObject({
      state: 'draft',
      source: 'superior',
      units: ['市住建局'],
      location: '人民路37号门前',
      deadline: on('11-30 18:00'),
      loggedBy: '周敏',
    });
    expect((await store().records.ofIssue(no)).map(({ by, note }) => `${by} ${note}`)).toEqual([
      '赵雪 导入自省检问题清单.xlsx，清单第37行。核定：责任单位市住建局（赵雪）',
    ]);
    expect((await says('周敏', `确认${no}`)).text).toContain(`【交办】#${no}|市住建局`);
  });

  test('a site; what else is open in the row still waits and is named', async () => {
    expect((await says('周敏', '第40行点位是锦绣花园')).text).toContain('第40行：点位锦绣花园小区，登记为#');
    const { text } = await says('周敏', '第41行点位是锦绣花园');
    expect(text).toContain('第41行：点位锦绣花园小区\n  第41行还待定：时限“522526”没有采用');
    expect((await says('周敏', '第41行时限11月28日')).text).toContain('第41行：时限2026-11-28，登记为#');
    expect((await here.room.issues()).map((issue) => issue.site)).toEqual(['锦绣花园小区', '锦绣花园小区']);
  });

  test('第12到15行不要, and one of them back', async () => {
    const { text } = await says('周敏', '第12到15行不要');
    expect(text).toContain('第12至15行：不要\n还有4行待定');
    expect(await here.room.issues()).toEqual([]);
    expect((await says('周敏', '导入1号第13行恢复')).text).toContain('还有5行待定');
    expect(await rowsNow()).toMatchObject({ 12: 'dropped', 13: 'waiting', 15: 'dropped' });
  });

  test('two rows at once, and several things in one message', async () => {
    const { text } = await says('周敏', '第37行和第52行都是市城管局');
    expect(text).toContain('第37、52行：责任单位市城管局，登记为#');
    expect(text).toContain('  第52行还待定：时限“522526”没有采用');
    const more = await says('周敏', '第52行照登，第40行照登；第12到15行不要\n第41行点位是锦绣花园，时限不限');
    const nos = (await here.room.issues()).map(({ no }) => no);
    expect(more.text).toContain(`这次导入的行都已定完。登记的是草稿，回复“确认${nos[1]}至${nos[3]}”即交办。`);
    expect(await here.room.issues()).toHaveLength(4);
    expect(await says('周敏', '导入待定清单')).toMatchObject({ text: '导入的清单都已定完，没有待定的行。' });
    expect(await refusal('周敏', '第12行恢复')).toContain('请写明是哪次导入，如“导入1号第12行恢复”');
    expect((await says('周敏', '导入1号第12行恢复')).text).toContain(
      '第12行：恢复待定\n  第12行还待定：单位“某局”不认识\n还有1行待定',
    );
  });
});

describe('refused, and nothing changes', () => {
  test.each([
    ['第37行是没有这个局', '通讯录里没有单位“没有这个局”'],
    ['第37行是市住建局，明天开会', '通讯录里没有单位“明天开会”'],
    ['第40行点位是天上人间', '点位表里没有“天上人间”'],
    ['第41行类别是乱七八糟', '没有“乱七八糟”这一类'],
    ['第41行时限522526', '时限“522526”看不出是哪一天'],
    ['第41行时限11月1日', '时限11月1日 23:59已经过去'],
    ['第37行照登', '第37行还没有责任单位'],
    ['第40行是市城管局', '第40行已写明责任单位市住建局'],
    ['第11到13行不要', '导入1号里没有第11行'],
    ['导入7号第37行是市住建局', '没有导入7号'],
    ['第37行是市住建局，第40行点位是天上人间', '点位表里没有“天上人间”'],
  ])('%s', async (text, why) => {
    const before = await rowsNow();
    expect(await refusal('周敏', text)).toContain(why);
    expect([await rowsNow(), await here.room.issues()]).toEqual([before, []]);
  });

  test('a row on record is not taken again', async () => {
    await says('周敏', '第37行是市住建局');
    expect(await refusal('周敏', '第37行不要')).toContain('第37行已登记为#');
  });

  test('others than the office', async () => {
    for (const name of ['王磊', '刘志强', '贺文斌']) {
      expect((await says(name, '第37行是市住建局')).text).not.toContain('登记为');
    }
    expect(await here.room.issues()).toEqual([]);
  });

  test('two imports with rows that wait: it must be said which is meant', async () => {
    await store().imports.add({ ...list, file: '市检.csv' }, [aRow(37, [units('某局')])]);
    expect(await refusal('周敏', '第37行是市住建局')).toContain(
      '有2次导入还有待定的行：导入1号（省检问题清单.xlsx）、导入2号（市检.csv）。请写明是哪一次，如“导入1号第37行是…”',
    );
    expect((await says('周敏', '导入2号第37行是市住建局')).text).toContain('导入2号（市检.csv）：\n第37行');
  });
});

test('the list of what waits, by row', async () => {
  const { text } = await says('赵雪', '导入待定清单');
  expect(text).toContain('导入1号（省检问题清单.xlsx，11月22日，周敏）：已登记0件，不要0行，待定8行：');
  expect(text).toContain('第40行 人民路40号门前 小广告未清除|市住建局|点位“锦绣”不在点位表里');
});

test.each([
  '第37行是市住建局',
  '第37行归住建局',
  '第37行应该是城管局',
  '导入1号第37行是市住建局',
  '第37行责任单位是市城管局、市住建局',
  '第40行点位是锦绣花园',
  '第12到15行不要',
  '第12-15行都不要',
  '把第12、13行删掉',
  '第37行和第52行都是市城管局',
  '第41行类别是环境卫生',
  '第41行时限是11月30日',
  '第43行照登',
  '清单第12行恢复',
  '第37行是市住建局，第40行点位是锦绣花园，第12到15行不要',
])('import.settle takes “%s”', (text) => {
  expect(takenBy('周敏', text)).toEqual(['import.settle']);
});

test.each([
  '导入待定清单',
  '看看导入1号',
  '导入1号还有哪些待定',
  '查看导入2号待定清单',
  '导入清单还有哪些没定',
  '还有哪些行待定',
  '还有几行没定',
  '看一下导入待定的行',
])('import.show takes “%s”', (text) => {
  expect(takenBy('周敏', text)).toEqual(['import.show']);
});

test.each([
  '第3行字写错了',
  '第37行是市住建局吗',
  '第二行树坑里有垃圾',
  '还有哪些待办',
  '明天把清单导入系统',
  '导入得怎么样了',
  '第37行再研究一下',
  '清单待定，大家先别动',
])('“%s” is neither', (text) => {
  expect(takenBy('周敏', text).filter((id) => id.startsWith('import.'))).toEqual([]);
});
