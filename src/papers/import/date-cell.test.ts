import { describe, expect, it } from 'vitest';
import { on } from '../../domain/testing/sample.ts';
import type { RawCell } from '../sheet.ts';
import { readDateCell, yearOfFileName } from './date-cell.ts';

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
    ['2026年11月22日 18时', '11-22 18:00:00'],
    ['2026-11-22T18:00', '11-22 18:00:00'],
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
    ['2026-11-122:30'],
    ['2026-11-3018:00'],
    ['2026/1/1217:00'],
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
