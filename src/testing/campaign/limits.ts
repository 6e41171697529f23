/**
 * Days, hours and limits of domain §6 reckoned once more in plain numbers, without a line of the domain's code: milliseconds since 1970,
 * days as `2026-09-07`, Shanghai being eight hours ahead of Greenwich the year round.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const AHEAD = 8 * HOUR;

/** 调休 of autumn 2026, as the example settings have it. */
const DAYS_OFF = ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'];
const WORKED_WEEKENDS = ['2026-09-20', '2026-10-10'];
const OPENS = '08:30';
const CLOSES = '18:00';

export const dayAt = (at: number): string => new Date(at + AHEAD).toISOString().slice(0, 10);
/** `09:05`. */
export const clockAt = (at: number): string => new Date(at + AHEAD).toISOString().slice(11, 16);
export const moment = (day: string, time: string): number => Date.parse(`${day}T${time}:00Z`) - AHEAD;
export const dayAfter = (day: string, count: number): string => dayAt(moment(day, '00:00') + count * DAY);
/** 1 is Monday. */
export const weekday = (day: string): number => new Date(moment(day, '12:00')).getUTCDay() || 7;
/** `9月7日`. */
export const dayName = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
/** A date without an hour means through that day. */
export const throughDay = (day: string): number => moment(day, '00:00') + DAY - 1000;

export function isWorked(day: string): boolean {
  if (WORKED_WEEKENDS.includes(day)) return true;
  return weekday(day) <= 5 && !DAYS_OFF.includes(day);
}

/** A Monday; the sixty days have both autumn holidays in them. */
export const FIRST_DAY = '2026-09-07';
/** On its morning the program starts anew with another directory and other settings: a liaison has gone, bulletins have pictures. */
export const CHANGE_DAY = '2026-10-12';

/** 迎检期: opened in chat in the morning of its first day, before anybody works; over by itself after its last. */
export const INSPECTION = { from: '2026-10-19', to: '2026-10-25' };
export const isInspected = (day: string): boolean => INSPECTION.from <= day && day <= INSPECTION.to;

/** Limits under a day run in working time, in an inspection period by the calendar. */
export const shortLimit = (at: number, ms: number): number =>
  isInspected(dayAt(at)) ? at + ms : workingTimeAfter(at, ms);

/** So many ms of working time on. */
export function workingTimeAfter(at: number, ms: number): number {
  let left = ms;
  for (let day = dayAt(at); ; day = dayAfter(day, 1)) {
    if (!isWorked(day)) continue;
    const begins = Math.max(at, moment(day, OPENS));
    const room = moment(day, CLOSES) - begins;
    if (room > 0 && room >= left) return begins + left;
    left -= Math.max(0, room);
  }
}

/** 日清日结: 18:00 of the day, logged after 16:00 the next day 10:00. */
const sameDay = (at: number): number =>
  at <= moment(dayAt(at), '16:00') ? moment(dayAt(at), CLOSES) : moment(dayAfter(dayAt(at), 1), '10:00');

const DAYS_OF_TIER: Readonly<Record<number, number>> = { 3: 3, 4: 7, 5: 30 };

/** Deadline by the tier of the category, where the message states none. */
export function limitOf(tier: number, at: number): number {
  if (tier === 0) return shortLimit(at, 2 * HOUR);
  if (tier === 1) return sameDay(at);
  if (tier === 2) return at + DAY;
  return throughDay(dayAfter(dayAt(at), DAYS_OF_TIER[tier] ?? 3));
}

/** 反弹: half of it, two hours at least. Tier 1 only up to 16:00: what is found later has its time stated here. */
export function halfLimitOf(tier: number, at: number): number {
  if (tier === 0) return shortLimit(at, 2 * HOUR);
  if (tier === 1) return at + Math.max(2 * HOUR, (sameDay(at) - at) / 2);
  return at + (tier === 2 ? DAY : (DAYS_OF_TIER[tier] ?? 3) * DAY) / 2;
}

/** 认领: two hours, urgent half an hour. */
export const claimLimitOf = (tier: number, dispatchedAt: number): number =>
  shortLimit(dispatchedAt, tier === 0 ? HOUR / 2 : 2 * HOUR);

/** 超期天数: calendar days from the deadline's date to that day, one at least. */
export const daysLate = (due: number, at: number): number => Math.max(1, daysFrom(dayAt(due), dayAt(at)));

export const daysFrom = (from: string, to: string): number =>
  Math.round((moment(to, '00:00') - moment(from, '00:00')) / DAY);
