import { describe, expect, it } from 'vitest';
import { aCity, someSettings } from '../../domain/testing/sample.ts';
import { cellCategoryFinder } from '../../reading/cell-category.ts';
import { listOf, sheetOf } from '../testing/lists.ts';
import { understandProblems } from './problems.ts';
import { readList } from './table-reading.ts';

const directory = aCity();
const settings = someSettings();
const findCategory = cellCategoryFinder(settings.categories);
const context = { directory, settings, findCategory, known: [], year: null };

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
