/** 时刻: the instant that a phrase of time means as a limit (corpus README, "Reading of dates"). */
import type { Settings } from '../domain/settings.ts';
import {
  addDays,
  atTime,
  dayOf,
  DAY_MS,
  endOfDay,
  HOUR_MS,
  MINUTE_MS,
  monthOf,
  startOfDay,
} from '../domain/shanghai.ts';
import { addWorkdays } from '../domain/workday.ts';
import { dayIfReal } from './calendar-words.ts';
import type { ClockTime, DatePhrase } from './date-phrase.ts';

export interface Moment {
  /** May lie before now: the caller rolls it on. */
  readonly at: Date;
  /** Another moment may be meant: wants a yes. */
  readonly unsure: boolean;
}

/** A date without an hour runs to the end of its day; 上午 and 中午 12:00, 下午 and 下班前 18:00 (dates 1, 2). Null: no time is said. */
export function momentOf(phrase: DatePhrase, now: Date, workday: Settings['workday']): Moment | null {
  const { unsure } = phrase;
  if (phrase.lasting) return { at: after(now, phrase.lasting, workday), unsure };
  const day = phrase.to ?? dayOf(now);
  if (phrase.time) {
    const moment = atClock(phrase.time, { day, isNear: phrase.from === null }, now);
    return { at: untilMidnight(moment.at), unsure: unsure || moment.unsure };
  }
  if (phrase.half === 'morning' || phrase.half === 'noon') return { at: atTime(day, '12:00'), unsure };
  if (phrase.half === 'afternoon') return { at: atTime(day, '18:00'), unsure };
  if (phrase.from === null && phrase.half === null) return null;
  return { at: endOfDay(day), unsure };
}

/** 24点, 零点前: the end of the day before, as a day without an hour ends; so it stands in the lists of that day. */
function untilMidnight(at: Date): Date {
  const isMidnight = at.getTime() === startOfDay(dayOf(at)).getTime();
  return isMidnight ? endOfDay(addDays(dayOf(at), -1)) : at;
}

/** Until dawn 今晚 may be the night that is going on. */
const DAWN = 6;

/** `isNear`: no day was named, so it is the next time the clock shows it. Where a day was named and the hour fits it badly, it is not sure. */
function atClock(
  { hour, minute, bare }: ClockTime,
  { day, isNear }: { readonly day: string; readonly isNear: boolean },
  now: Date,
): Moment {
  const isAfternoon = bare && hour >= 1 && hour <= 7;
  const hours = isAfternoon ? hour + 12 : hour;
  const at = new Date(atTime(day, '00:00').getTime() + hours * HOUR_MS + minute * MINUTE_MS);
  const dayBefore = new Date(at.getTime() - DAY_MS);
  if (hours >= 24 && day === dayOf(now) && dayBefore > now && now < atTime(day, `0${DAWN}:00`))
    return isNear ? { at: dayBefore, unsure: false } : { at, unsure: true };
  if (at > now || day !== dayOf(now)) return { at, unsure: false };
  // 零点前 said by day is the midnight to come, 凌晨2点前 the next night.
  if (hour === 0 || (!bare && hour < DAWN)) return { at: new Date(at.getTime() + DAY_MS), unsure: !isNear || hour > 0 };
  // 12点前 said in the afternoon, 9点前 at ten.
  const tonight = new Date(at.getTime() + DAY_MS / 2);
  return bare && hour <= 12 && tonight > now ? { at: tonight, unsure: true } : { at, unsure: false };
}

/** N小时内 from the minute of the message; N日内 to the end of the Nth day after it. */
function after(now: Date, length: NonNullable<DatePhrase['lasting']>, workday: Settings['workday']): Date {
  const [today, { count }] = [dayOf(now), length];
  const ends: Readonly<Record<typeof length.unit, () => Date>> = {
    minute: () => new Date(now.getTime() + count * MINUTE_MS),
    hour: () => new Date(now.getTime() + count * HOUR_MS),
    day: () => endOfDay(addDays(today, count)),
    workday: () => endOfDay(addWorkdays(today, Math.min(count, 400), workday).day),
    month: () => endOfDay(monthsLater(today, count)),
  };
  return ends[length.unit]();
}

function monthsLater(day: string, count: number): string {
  let month = monthOf(day);
  for (let left = Math.min(count, 60); left > 0; left -= 1) month = monthOf(addDays(month.to, 1));
  const same = dayIfReal(Number(month.from.slice(0, 4)), Number(month.from.slice(5, 7)), Number(day.slice(8, 10)));
  return same ?? month.to;
}
