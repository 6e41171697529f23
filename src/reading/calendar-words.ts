/** 日历用词: the days that 下周三, 月底, 12号 and the like mean, seen from today. Weeks begin on Monday. */
import { addDays, monthOf, weekdayOf, weekOf } from '../domain/shanghai.ts';
import { aboutNumeral, parseNumeral } from './numerals.ts';

/** First and last day, both inclusive. */
export type Span = { readonly from: string; readonly to: string } | null;

export const oneDay = (day: string | null): Span => (day === null ? null : { from: day, to: day });
export const two = (value: number): string => String(value).padStart(2, '0');

/** The day text, or null for one that the calendar does not have. */
export function dayIfReal(year: number, month: number, date: number): string | null {
  const text = `${year}-${two(month)}-${two(date)}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null;
}

/** A number of days, hours or months; of 两三 the larger. NaN for what is none. */
export const num = (text: string | undefined): number =>
  aboutNumeral(text ?? '') ?? parseNumeral(text ?? '') ?? Number.NaN;
export const yearIn = (day: string): number => Number(day.slice(0, 4));
export const monthIn = (day: string): number => Number(day.slice(5, 7));

/** A month and date without a year: this year's, or next year's where this year's is half a year and more ago. */
export function inThisYear(month: number, date: number, today: string): Span {
  const day = dayIfReal(yearIn(today), month, date);
  // 2月29日 may be next year's.
  if (day === null) return oneDay(dayIfReal(yearIn(today) + 1, month, date));
  return oneDay(day < addDays(today, -180) ? dayIfReal(yearIn(today) + 1, month, date) : day);
}

export const RELATIVE_DAYS: Readonly<Record<string, number>> = {
  大后天: 3,
  后: 2,
  明: 1,
  次日: 1,
  今: 0,
  当: 0,
  昨: -1,
  前: -2,
  大前天: -3,
};
export const WEEK_SHIFT: Readonly<Record<string, number>> = {
  本: 0,
  这: 0,
  这个: 0,
  下: 7,
  下个: 7,
  下下: 14,
  下下个: 14,
  上: -7,
  上个: -7,
  上上: -14,
  上上个: -14,
};
export const MONTH_SHIFT: Readonly<Record<string, number>> = {
  本: 0,
  这: 0,
  这个: 0,
  当: 0,
  下: 1,
  下个: 1,
  下下: 2,
  下下个: 2,
  上: -1,
  上个: -1,
  上上: -2,
  上上个: -2,
};
const YEAR_SHIFT: Readonly<Record<string, number>> = { 今: 0, 本: 0, 明: 1, 后: 2, 去: -1, 前: -2 };
const WEEKDAYS = '一二三四五六日';

export function shiftedMonth(today: string, shift: number): { from: string; to: string } {
  let day = monthOf(today).from;
  for (let left = Math.abs(shift); left > 0; left -= 1)
    day = monthOf(shift > 0 ? addDays(monthOf(day).to, 1) : addDays(day, -1)).from;
  return monthOf(day);
}

export function weekday(prefix: string | undefined, name: string, today: string): Span {
  const index = name === '末' ? 6 : WEEKDAYS.indexOf(name === '天' ? '日' : name);
  if (index < 0) return null;
  if (prefix !== undefined) return oneDay(addDays(weekOf(today).from, index + (WEEK_SHIFT[prefix] ?? 0)));
  const ahead = (index + 1 - weekdayOf(today) + 7) % 7;
  return oneDay(addDays(today, ahead === 0 && name !== '末' ? 7 : ahead));
}

export function quarterOf(year: number, quarter: number): Span {
  if (!(quarter >= 1 && quarter <= 4)) return null;
  return { from: `${year}-${two(quarter * 3 - 2)}-01`, to: monthOf(`${year}-${two(quarter * 3)}-01`).to };
}

/** 明 of 明年, 2027 → the year; null where none is said. */
export function yearSaid(said: string | undefined, today: string): number | null {
  if (said === undefined) return null;
  const shift = YEAR_SHIFT[said];
  return shift === undefined ? Number(said) : yearIn(today) + shift;
}

/** 月中 alone is the fifteenth, 中旬 the days to the twentieth. */
export function partOfMonth(span: { from: string; to: string }, part: string): Span {
  const prefix = span.from.slice(0, 8);
  if (part === '初' || part === '上旬') return { from: span.from, to: `${prefix}10` };
  if (part === '中') return oneDay(`${prefix}15`);
  if (part === '中旬') return { from: `${prefix}11`, to: `${prefix}20` };
  if (part === '下旬') return { from: `${prefix}21`, to: span.to };
  return oneDay(span.to);
}

/** The Nth of a month, said without it: this month's, or next month's where that is past (corpus README, dates 5). */
export function bareDate(date: number, today: string, prefix: string | undefined): Span {
  const shift = prefix === undefined ? 0 : (MONTH_SHIFT[prefix] ?? 0);
  const month = shiftedMonth(today, shift).from;
  const day = dayIfReal(yearIn(month), monthIn(month), date);
  if (prefix !== undefined || day === null || day >= today) return oneDay(day);
  const next = shiftedMonth(today, 1).from;
  return oneDay(dayIfReal(yearIn(next), monthIn(next), date));
}
