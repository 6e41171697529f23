import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  atTime,
  dayOf,
  dayText,
  daysBetween,
  endOfDay,
  isoWeekOf,
  momentText,
  monthOf,
  periodText,
  startOfDay,
  stampText,
  weekdayText,
  weekOf,
} from './shanghai.ts';
import { on } from './testing/sample.ts';

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

it.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('days do not depend on the zone of the process: %s', (tz) => {
  process.env['TZ'] = tz;
  expect(dayOf(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
  expect(dayOf(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
  expect(startOfDay('2026-11-22').toISOString()).toBe('2026-11-21T16:00:00.000Z');
  expect(endOfDay('2026-11-22').toISOString()).toBe('2026-11-22T15:59:59.000Z');
  expect(atTime('2026-11-22', '18:10').toISOString()).toBe('2026-11-22T10:10:00.000Z');
});

describe('calendar', () => {
  it.each([
    ['2026-11-22', '2026-11-16', '2026-11-22', 2026, 47],
    ['2026-11-23', '2026-11-23', '2026-11-29', 2026, 48],
    ['2027-01-01', '2026-12-28', '2027-01-03', 2026, 53],
    ['2025-12-29', '2025-12-29', '2026-01-04', 2026, 1],
  ])('week of %s', (day, from, to, year, week) => {
    expect(weekOf(day)).toEqual({ from, to });
    expect(isoWeekOf(day)).toEqual({ year, week });
  });

  it('months, differences, leap days', () => {
    expect(monthOf('2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-11-19', '2026-11-22')).toBe(3);
    expect(weekdayText('2026-11-22')).toBe('周日');
  });

  it.each(['2026-02-30', '2026-13-01', '20261122', ''])('%s is no day', (day) => {
    expect(() => startOfDay(day)).toThrow(RangeError);
  });

  it.each(['24:01', '9', '08:60'])('%s is no time', (time) => {
    expect(() => atTime('2026-11-22', time)).toThrow(RangeError);
  });
});

describe('how people say it', () => {
  it.each([
    ['11-22 17:00', '今天 17:00'],
    ['11-23 10:00', '明天 10:00'],
    ['11-21 16:20', '昨天 16:20'],
    ['11-25 18:00', '11月25日 18:00'],
    ['2027-01-05 09:05', '2027年1月5日 09:05'],
  ])('%s → %s', (at, text) => {
    expect(momentText(on(at), on('11-22 10:00'))).toBe(text);
  });

  it('the end of a day needs no hour', () => {
    expect(momentText(endOfDay('2026-11-25'), on('11-22 10:00'))).toBe('11月25日');
    expect(momentText(endOfDay('2026-11-22'), on('11-22 10:00'))).toBe('今天');
  });

  it('periods and stamps', () => {
    expect(periodText('2026-11-16', '2026-11-22', '2026-11-22')).toBe('11月16—22日');
    expect(periodText('2026-10-26', '2026-11-03', '2026-11-22')).toBe('10月26日—11月3日');
    expect(periodText('2026-11-21', '2026-11-21', '2026-11-22')).toBe('11月21日');
    expect(periodText('2025-11-01', '2025-11-30', '2026-11-22')).toBe('2025年11月1—30日');
    expect(stampText(on('11-22 10:05'))).toBe('11月22日 10:05');
    expect(dayText('2026-01-02')).toBe('1月2日');
  });
});
