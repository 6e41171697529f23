import { expect, test } from 'vitest';
import { column } from './paper-table.ts';
import { tableText, textWidth } from './table-text.ts';

test.each([
  ['', 0],
  ['#327', 4],
  ['人民路', 6],
  ['（占用）、', 10],
  ['33.33%', 6],
  ['—', 1],
  ['𠮷林', 4],
  ['👨‍👩‍👧', 2],
  ['ｘ', 2],
])('%j takes %i columns of a terminal', (text, width) => expect(textWidth(text)).toBe(width));

test('columns stand under one another, long cells run over, numbers to the right, nothing for null', () => {
  const table = {
    title: '超期问题清单',
    columns: [
      column('编号', 3, 'count'),
      column('点位', 5),
      column('整改率', 4, 'rate'),
      column('交办日期', 5, 'day'),
      column('时限', 6.5, 'moment'),
    ],
    rows: [
      [7, '北门', '100.00%', '2026-11-16', '2026-11-17T10:00:00.000Z'],
      [1248, '人民路与A座交叉口', '50.00%', null, '2026-11-18T15:59:59.000Z'],
    ],
    note: '注：截至11月22日10:00，共2件。',
  };
  expect(tableText(table).join('\n')).toMatchInlineSnapshot(`
    "超期问题清单
    编号  点位        整改率   交办日期  时限
    ────  ──────────  ───────  ────────  ─────────────
       7  北门        100.00%  11月16日  11月17日18:00
    1248  人民路与A   50.00%             11月18日
          座交叉口
    ────  ──────────  ───────  ────────  ─────────────
    注：截至11月22日10:00，共2件。"
  `);
});

test('a table without rows has its head alone', () => {
  expect(tableText({ title: '挂账问题清单', columns: [column('编号', 3)], rows: [] })).toEqual([
    '挂账问题清单',
    '编号',
    '────',
  ]);
});
