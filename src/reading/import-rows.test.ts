/** What is said of the rows of an imported list. Texts are as the reader folds them. */
import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { importNoIn, rowsSaidIn } from './import-rows.ts';
import type { RowsSaid } from './import-rows.ts';

const said = (says: RowsSaid['says'], rows: readonly number[], value?: string): RowsSaid => ({
  rows,
  says,
  ...(value === undefined ? {} : { value }),
});

test.each<[string, ...RowsSaid[]]>([
  ['第37行是市住建局', said('is', [37], '市住建局')],
  ['第37行是市住建局的', said('is', [37], '市住建局')],
  ['第37行应该是住建', said('is', [37], '住建')],
  ['第三十七行归市住建局', said('is', [37], '市住建局')],
  ['第40行点位是锦绣花园', said('site', [40], '锦绣花园')],
  ['第12到15行不要', said('drop', [12, 13, 14, 15])],
  ['第12-15行都不要了', said('drop', [12, 13, 14, 15])],
  ['第12行至第15行删掉', said('drop', [12, 13, 14, 15])],
  ['把第12、13、20行去掉', said('drop', [12, 13, 20])],
  ['第37行和第52行都是市城管局', said('is', [37, 52], '市城管局')],
  ['第37、52行均是市城管局、市住建局', said('is', [37, 52], '市城管局、市住建局')],
  ['第37行责任单位是市城管局，市住建局', said('units', [37], '市城管局、市住建局')],
  ['第41行类别是环境卫生', said('category', [41], '环境卫生')],
  ['第42行时限11月30日', said('deadline', [42], '11月30日')],
  ['第42行时限改为2026年11月30日17:00', said('deadline', [42], '2026年11月30日17:00')],
  ['第43行照登', said('keep', [43])],
  ['第12行恢复', said('restore', [12])],
  ['第44行协办单位是东湖街道', said('coUnits', [44], '东湖街道')],
  [
    '第37行是市住建局，第40行点位是锦绣花园；第12到15行不要',
    said('is', [37], '市住建局'),
    said('site', [40], '锦绣花园'),
    said('drop', [12, 13, 14, 15]),
  ],
  ['第40行是市住建局，点位是锦绣花园', said('is', [40], '市住建局'), said('site', [40], '锦绣花园')],
  ['导入2号第37行是市住建局', said('is', [37], '市住建局')],
])('%s', (text, ...expected) => {
  expect(rowsSaidIn(fold(text))).toEqual(expected);
});

test.each([
  '第37行',
  '第42行没有时限不要',
  '第3行字写错了',
  '第37行已经整改了',
  '人民路第3行树下有垃圾，请市城管局清理',
  '37行不行',
  '第15到12行不要',
  '第三部分第2条不要',
])('%s says nothing of rows, or not that alone', (text) => {
  expect(rowsSaidIn(fold(text))).toBeNull();
});

test.each([
  ['导入3号第37行是市住建局', 3],
  ['看看导入12号', 12],
  ['第37行是市住建局', null],
])('%s: import %s', (text, no) => {
  expect(importNoIn(fold(text))).toBe(no);
});
