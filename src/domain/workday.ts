import type { Settings } from './settings.ts';
import { addDays, atTime, dayOf, weekdayOf } from './shanghai.ts';

/** 工作日历. `known: false`: the table of that year is missing, the answer is by weekends only, and the person must be warned. */
export interface DayKind {
  readonly workday: boolean;
  readonly known: boolean;
}

/** Whether a day is worked, by the year's table of 调休; weekends where the table says nothing. */
export function dayKind(day: string, workday: Settings['workday']): DayKind {
  const year = workday.calendar[day.slice(0, 4)];
  const weekend = weekdayOf(day) >= 6;
  if (year === undefined) return { workday: !weekend, known: false };
  if (year.workdays.includes(day)) return { workday: true, known: true };
  return { workday: !weekend && !year.holidays.includes(day), known: true };
}

export const isWorkday = (day: string, workday: Settings['workday']): boolean => dayKind(day, workday).workday;

/** 迎检期: calendar time counts, quiet hours do not (domain §6, §13.2). Both days inclusive. */
export function isInspectionPeriod(
  day: string,
  { inspectionPeriod, pastInspectionPeriods = [] }: Pick<Settings, 'inspectionPeriod' | 'pastInspectionPeriods'>,
): boolean {
  return [inspectionPeriod, ...pastInspectionPeriods].some(
    (period) => period !== null && period.from <= day && day <= period.to,
  );
}

/**
 * The `count`th working day after `day`, the day itself not counted (corpus README, dates 3). `known: false` as soon as one year on the
 * way has no table.
 */
export function addWorkdays(
  day: string,
  count: number,
  workday: Settings['workday'],
): { readonly day: string; readonly known: boolean } {
  let [current, left, known] = [day, count, true];
  while (left > 0) {
    current = addDays(current, 1);
    const kind = dayKind(current, workday);
    known &&= kind.known;
    if (kind.workday) left -= 1;
  }
  return { day: current, known };
}

/** First working day after `day`. */
export const nextWorkday = (day: string, workday: Settings['workday']): string => addWorkdays(day, 1, workday).day;

/** The instant `ms` of working time after `from` (§6). Outside working hours the clock starts with the next working hour. */
export function addWorkingTime(from: Date, ms: number, workday: Settings['workday']): Date {
  let left = ms;
  // A table that declares every day a holiday must not hang the bot: after 400 days it is calendar time.
  for (let day = dayOf(from), count = 0; count < 400; day = addDays(day, 1), count += 1) {
    if (!isWorkday(day, workday)) continue;
    const [opens, closes] = [atTime(day, workday.start).getTime(), atTime(day, workday.end).getTime()];
    const begins = Math.max(opens, from.getTime());
    if (closes - begins >= left && closes > begins) return new Date(begins + left);
    left -= Math.max(0, closes - begins);
  }
  return new Date(from.getTime() + ms);
}

/** Working time in ms between two instants; 0 where `to` is not later. */
export function workingTimeBetween(from: Date, to: Date, workday: Settings['workday']): number {
  let total = 0;
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    if (!isWorkday(day, workday)) continue;
    const begins = Math.max(atTime(day, workday.start).getTime(), from.getTime());
    total += Math.max(0, Math.min(atTime(day, workday.end).getTime(), to.getTime()) - begins);
  }
  return total;
}
