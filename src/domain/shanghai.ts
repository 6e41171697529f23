/**
 * 北京时间: the one zone of the trade. +08:00 all year since 1992, so plain arithmetic is exact, quick, and does not depend on the zone
 * of the process. Instants are `Date`, days are `2026-11-22`.
 */

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const OFFSET_MS = 8 * HOUR_MS;

const two = (value: number): string => String(value).padStart(2, '0');

/** The same clock reading as if Shanghai were UTC, so that getUTC… tell Shanghai's fields. */
const shifted = (at: Date): Date => new Date(at.getTime() + OFFSET_MS);

/** Days since 1970-01-01 of a day text; throws RangeError for what is no day of the calendar (2026-02-30). */
function dayNumber(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`not a day: ${day}`);
  }
  return ms / DAY_MS;
}

const dayFromNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Day of an instant: `2026-11-22`. */
export const dayOf = (at: Date): string => shifted(at).toISOString().slice(0, 10);

/** 00:00 of the day. Throws RangeError for what is no day. */
export const startOfDay = (day: string): Date => new Date(dayNumber(day) * DAY_MS - OFFSET_MS);

/** 23:59:59 of the day: how long a deadline without an hour runs (corpus README, dates 1). */
export const endOfDay = (day: string): Date => new Date(startOfDay(day).getTime() + DAY_MS - 1000);

/** The instant of `HH:MM` on a day; `24:00` is the next midnight. */
export function atTime(day: string, time: string): Date {
  return new Date(startOfDay(day).getTime() + minutesOf(time) * MINUTE_MS);
}

/** Minutes since midnight of a time text `HH:MM`. Throws RangeError for what is no time. */
export function minutesOf(time: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time);
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || hours * 60 + minutes > 24 * 60 || minutes > 59) throw new RangeError(`not a time: ${time}`);
  return hours * 60 + minutes;
}

/** Minutes since midnight of an instant, with fractions. */
export const minuteOfDay = (at: Date): number => (at.getTime() - startOfDay(dayOf(at)).getTime()) / MINUTE_MS;

/** The day `count` days later; negative: earlier. */
export const addDays = (day: string, count: number): string => dayFromNumber(dayNumber(day) + count);

/** Calendar days from one day to another; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** Monday and Sunday of the day's week (weeks are Monday–Sunday, §5). */
export function weekOf(day: string): { readonly from: string; readonly to: string } {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}

/** ISO week number and the year it belongs to. */
export function isoWeekOf(day: string): { readonly year: number; readonly week: number } {
  const thursday = addDays(weekOf(day).from, 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}

/** First and last day of the day's month. */
export function monthOf(day: string): { readonly from: string; readonly to: string } {
  const from = `${day.slice(0, 7)}-01`;
  const nextMonth = `${addDays(from, 31).slice(0, 7)}-01`;
  return { from, to: addDays(nextMonth, -1) };
}

/** `17:05`. */
export const timeText = (at: Date): string => `${two(shifted(at).getUTCHours())}:${two(shifted(at).getUTCMinutes())}`;

/** `11月25日`; with the year where it is not the year of `today`. */
export function dayText(day: string, today?: string): string {
  const text = `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
  return today !== undefined && today.slice(0, 4) !== day.slice(0, 4) ? `${day.slice(0, 4)}年${text}` : text;
}

const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** `周日`. */
export const weekdayText = (day: string): string => WEEKDAYS[weekdayOf(day)] ?? '';

/** How a person says an instant, seen from `now`: `今天 17:00`, `明天 10:00`, `昨天 16:20`, `11月25日 18:00`; the end of a day needs no hour. */
export function momentText(at: Date, now: Date): string {
  const [day, today] = [dayOf(at), dayOf(now)];
  const near: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天' };
  const dayPart = near[daysBetween(today, day)] ?? dayText(day, today);
  if (minuteOfDay(at) >= 24 * 60 - 1) return dayPart;
  return `${dayPart} ${timeText(at)}`;
}

/** For the record and for papers, where 今天 would not last: `11月22日 10:05`. */
export const stampText = (at: Date): string => `${dayText(dayOf(at))} ${timeText(at)}`;

/** `11月16—22日`, `10月26日—11月3日`, one day `11月22日`; years only where they differ from `today`'s. */
export function periodText(from: string, to: string, today: string): string {
  if (from === to) return dayText(from, today);
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${dayText(from, today)}—${dayText(to, today)}`;
  return `${dayText(from, today).replace(/日$/, '')}—${Number(to.slice(8, 10))}日`;
}
