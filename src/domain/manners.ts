/** 群里的规矩 (domain §13): when the bot may speak of its own accord, how often, and to whom. */
import type { Settings } from './settings.ts';
import { addDays, atTime, dayOf, minuteOfDay, minutesOf } from './shanghai.ts';
import { isInspectionPeriod, isWorkday } from './workday.ts';

/**
 * Quiet hours and rest days; an inspection period overrides them by its explicit switch (§13.2). `workedToday`: people of this very
 * conversation have worked on problems today, so its rest day is none; the quiet hours stay.
 */
export function isQuiet(at: Date, settings: Settings, workedToday = false): boolean {
  const day = dayOf(at);
  if (isInspectionPeriod(day, settings)) return false;
  return (!workedToday && !isWorkday(day, settings.workday)) || isQuietMinute(minuteOfDay(at), settings);
}

/** `20:30` lies in the quiet hours; days and inspection periods are not looked at. */
export const isQuietTime = (time: string, settings: Settings): boolean => isQuietMinute(minutesOf(time), settings);

function isQuietMinute(minute: number, { manners }: Settings): boolean {
  const [from, to] = [minutesOf(manners.quietFrom), minutesOf(manners.quietTo)];
  return from > to ? minute >= from || minute < to : minute >= from && minute < to;
}

/** The first moment from `at` on that is not quiet; `at` itself where it is not. After a year of rest days it gives up and says `at`. */
export function nextLoudMoment(at: Date, settings: Settings): Date {
  if (!isQuiet(at, settings)) return at;
  for (let count = 0; count <= 366; count += 1) {
    const day = addDays(dayOf(at), count);
    const candidates = [atTime(day, '00:00'), atTime(day, settings.manners.quietTo)];
    const loud = candidates.find((moment) => moment > at && !isQuiet(moment, settings));
    if (loud !== undefined) return loud;
  }
  return at;
}

/** The group's end date has passed: the bot says so once and stops (§13.7). */
export const isOver = (at: Date, { campaign }: Settings): boolean => campaign.to !== null && dayOf(at) > campaign.to;
