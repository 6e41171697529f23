/** 每天的时刻: when the daily looks happen. None of them can be lost to the quiet hours, and those that keep the law cannot be switched off. */
import type { Settings } from '../domain/settings.ts';
import { isQuietTime } from '../domain/manners.ts';

/** Where no hour is set for what has to happen all the same. */
const LOOK_AT = '08:40';
const LADDER_AT = '09:20';

interface Daily {
  readonly dailyAt: string;
}

/** What is set for within the quiet hours happens when they end (domain §13.2); null: switched off. */
export const atHour = (hour: string | null, settings: Settings): Daily | null =>
  hour === null ? null : { dailyAt: isQuietTime(hour, settings) ? settings.manners.quietTo : hour };

/** 挂账复查, 交接, 机器人月报 (domain §3, §4, §13): with the office's morning, and without it too. */
export const atMorningLook = (settings: Settings): Daily | null =>
  atHour(settings.jobs.officeMorning ?? LOOK_AT, settings);

/** 督办阶梯 of everything that is open (domain §7). */
export const atLadderLook = (settings: Settings): Daily | null =>
  atHour(settings.jobs.overdueReminder ?? LADDER_AT, settings);
