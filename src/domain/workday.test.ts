import { describe, expect, it } from 'vitest';
import { HOUR_MS } from './shanghai.ts';
import { on, someSettings } from './testing/sample.ts';
import {
  addWorkdays,
  addWorkingTime,
  dayKind,
  isInspectionPeriod,
  nextWorkday,
  workingTimeBetween,
} from './workday.ts';

const { workday } = someSettings();

it.each([
  ['2026-11-20', true, true, 'Friday'],
  ['2026-11-22', false, true, 'Sunday'],
  ['2026-10-01', false, true, 'holiday on a Thursday'],
  ['2026-10-10', true, true, 'worked Saturday'],
  ['2027-01-01', true, false, 'no table of that year: by weekends, and a warning is due'],
])('%s: worked %s, known %s (%s)', (day, worked, known) => {
  expect(dayKind(day, workday)).toEqual({ workday: worked, known });
});

it.each([
  ['2026-11-20', 1, '2026-11-23', true],
  ['2026-11-22', 3, '2026-11-25', true],
  ['2026-09-30', 2, '2026-10-06', true],
  ['2026-10-09', 1, '2026-10-10', true],
  ['2026-12-30', 2, '2027-01-01', false],
])('%s and %i working days: %s, known %s', (day, count, expected, known) => {
  expect(addWorkdays(day, count, workday)).toEqual({ day: expected, known });
});

describe('working time', () => {
  it.each([
    ['11-20 10:00', 2, '11-20 12:00'],
    ['11-20 17:00', 2, '11-23 09:30'],
    ['11-20 16:00', 2, '11-20 18:00'],
    ['11-22 10:00', 2, '11-23 10:30'],
    ['11-23 06:00', 2, '11-23 10:30'],
    ['11-23 20:00', 2, '11-24 10:30'],
    ['11-19 10:00', 20, '11-23 11:00'],
  ])('%s and %i h: %s', (from, hours, to) => {
    expect(addWorkingTime(on(from), hours * HOUR_MS, workday)).toEqual(on(to));
  });

  it.each([
    ['11-20 10:00', '11-20 12:00', 2],
    ['11-20 17:00', '11-23 09:30', 2],
    ['11-21 09:00', '11-22 20:00', 0],
    ['11-20 12:00', '11-20 10:00', 0],
  ])('from %s to %s are %f h', (from, to, hours) => {
    expect(workingTimeBetween(on(from), on(to), workday)).toBe(hours * HOUR_MS);
  });

  it('a calendar without any working day ends in calendar time instead of never', () => {
    const never = { ...workday, start: '09:00', end: '09:00' };
    expect(addWorkingTime(on('11-20 10:00'), HOUR_MS, never)).toEqual(on('11-20 11:00'));
  });

  it('goes on with the next working day', () => {
    expect(nextWorkday('2026-11-20', workday)).toBe('2026-11-23');
  });
});

it('the inspection period includes both its days', () => {
  const settings = someSettings({ inspectionPeriod: { from: '2026-11-20', to: '2026-11-22' } });
  expect(
    ['2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23'].map((day) => isInspectionPeriod(day, settings)),
  ).toEqual([false, true, true, false]);
});
