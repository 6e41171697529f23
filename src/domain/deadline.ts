import type { Category, Settings, Tier } from './settings.ts';
import type { Issue } from './issue.ts';
import { addWorkingTime, isInspectionPeriod, workingTimeBetween } from './workday.ts';
import {
  addDays,
  atTime,
  DAY_MS,
  dayOf,
  daysBetween,
  endOfDay,
  HOUR_MS,
  MINUTE_MS,
  minuteOfDay,
  minutesOf,
} from './shanghai.ts';

/** Where a time limit came from (domain §6): the message, the tier of the category, or the default days. */
export interface Deadline {
  readonly at: Date;
  readonly from: 'stated' | 'tier' | 'default';
  /** Null where no tier decided. */
  readonly tier: number | null;
}

export interface DeadlineQuestion {
  /** When the problem is dispatched. */
  readonly at: Date;
  /** What the message says, already read; null: nothing. */
  readonly stated: Date | null;
  readonly category: string;
  /** 尽快, 马上, 抓紧 were said: policy sets the time, and the policy is 立行立改 at the latest (tier 1). */
  readonly hurried: boolean;
  /** 紧急: danger to people, tier 0 whatever the category. */
  readonly urgent: boolean;
}

/** 时限 of a new problem, in the order of domain §6: stated, tier, default days. */
export function decideDeadline(question: DeadlineQuestion, settings: Settings): Deadline {
  if (question.stated !== null) return { at: question.stated, from: 'stated', tier: null };
  const { tier, limit } = limitFor(question, settings);
  return { at: endOfLimit(question.at, limit, settings), from: tier === null ? 'default' : 'tier', tier };
}

/** 反弹 (§4): half the normal limit, never less than `rebound.minHours`; a stated time wins. */
export function decideReboundDeadline(question: DeadlineQuestion, settings: Settings): Deadline {
  if (question.stated !== null) return { at: question.stated, from: 'stated', tier: null };
  const { tier, limit } = limitFor(question, settings);
  return { at: endOfHalf(question.at, limit, settings), from: tier === null ? 'default' : 'tier', tier };
}

/** `count` ms after `from`: working time for limits under 24 h outside an inspection period, calendar time otherwise (§6). */
function afterLimit(from: Date, ms: number, settings: Settings): Date {
  const calendar = ms >= DAY_MS || isInspectionPeriod(dayOf(from), settings);
  return calendar ? new Date(from.getTime() + ms) : addWorkingTime(from, ms, settings.workday);
}

/** When the unit should have claimed (§4 claim); null for what is not dispatched. Danger runs by the clock that tier 0 has. */
export function claimDueAt({ dispatchedAt, urgent }: Issue, settings: Settings): Date | null {
  if (dispatchedAt === null) return null;
  const { limitMinutes, urgentLimitMinutes } = settings.claim;
  if (!urgent) return afterLimit(dispatchedAt, limitMinutes * MINUTE_MS, settings);
  const ms = urgentLimitMinutes * MINUTE_MS;
  const isDayAndNight = settings.deadlines.tiers['0']?.clock === 'calendar';
  return isDayAndNight ? new Date(dispatchedAt.getTime() + ms) : afterLimit(dispatchedAt, ms, settings);
}

/** Until when the unit may appeal (§4 appeal); null for what is not dispatched. */
export function appealDueAt(issue: Issue, settings: Settings): Date | null {
  if (issue.dispatchedAt === null) return null;
  const hours = issue.urgent ? settings.appeal.urgentHours : settings.appeal.hours;
  return afterLimit(issue.dispatchedAt, hours * HOUR_MS, settings);
}

/** New time given with a return: what the verifier said, else 24 h (§4 return). The original deadline still decides on-time. */
export const returnDueAt = (at: Date, stated: Date | null, settings: Settings): Date =>
  stated ?? afterLimit(at, settings.deadlines.returnHours * HOUR_MS, settings);

/** What the unit works towards: the time given with the last return, else the deadline in force. */
export const workingDeadline = (issue: Issue): Date | null => issue.returnDeadline ?? issue.deadline;

/** A stated time is no limit any more once it is reached. */
export const hasPassed = (time: Date | null, at: Date): boolean => time !== null && time <= at;

/** 超期天数: calendar days between the deadline's date and T's date, at least 1 (§5). Only for what is past its deadline. */
export const overdueDays = (deadline: Date, at: Date): number => Math.max(1, daysBetween(dayOf(deadline), dayOf(at)));

/** `剩7小时`, `剩30分钟`, `剩3天`; past the deadline `已超期2天`. A deadline at 23:59:59 counts as the whole day. */
export function remainingText(deadline: Date, at: Date): string {
  if (deadline < at) return `已超期${overdueDays(deadline, at)}天`;
  const left = deadline.getTime() - at.getTime() + 1000;
  if (left >= 2 * DAY_MS) return `剩${Math.floor(left / DAY_MS)}天`;
  if (left >= HOUR_MS) return `剩${Math.floor(left / HOUR_MS)}小时`;
  return left >= MINUTE_MS ? `剩${Math.floor(left / MINUTE_MS)}分钟` : '剩不到1分钟';
}

/** 紧急 (tier 0): danger to people, by the category or by what is described (§6: manhole, hanging wire); not how loudly it is said. */
export const isDanger = (problem: { category: string; description: string }, settings: Settings): boolean =>
  settings.categories.find(({ id }) => id === problem.category)?.tier === 0 ||
  settings.deadlines.dangerWords.some((words) => words.split(' ').every((word) => problem.description.includes(word)));

/** 立行立改: what a hurried word asks for. */
const HURRIED_TIER = 1;

interface TierLimit {
  readonly tier: number | null;
  readonly limit: Tier;
}

function limitFor(question: DeadlineQuestion, settings: Settings): TierLimit {
  const category: Category | undefined = settings.categories.find((each) => each.id === question.category);
  const usual = category?.tier ?? null;
  const tier = question.urgent ? 0 : question.hurried ? Math.min(usual ?? HURRIED_TIER, HURRIED_TIER) : usual;
  const limit = tier === null ? undefined : settings.deadlines.tiers[String(tier)];
  return limit === undefined
    ? { tier: null, limit: { limit: { days: settings.deadlines.defaultDays } } }
    : { tier, limit };
}

function endOfLimit(at: Date, tier: Tier, settings: Settings): Date {
  const { limit } = tier;
  if (limit === 'sameDay') return endOfSameDay(at, settings);
  if ('days' in limit) return endOfDay(addDays(dayOf(at), limit.days));
  const ms = limit.hours * HOUR_MS;
  return tier.clock === 'calendar' ? new Date(at.getTime() + ms) : afterLimit(at, ms, settings);
}

/** 日清日结: that day 18:00; logged after 16:00 the next day 10:00. */
function endOfSameDay(at: Date, settings: Settings): Date {
  const { sameDayCutoff, sameDayNext } = settings.deadlines;
  if (minuteOfDay(at) <= minutesOf(sameDayCutoff)) return atTime(dayOf(at), settings.workday.end);
  return atTime(addDays(dayOf(at), 1), sameDayNext);
}

function endOfHalf(at: Date, tier: Tier, settings: Settings): Date {
  const least = settings.rebound.minHours * HOUR_MS;
  const { limit } = tier;
  if (limit !== 'sameDay') {
    const ms = Math.max(least, ('days' in limit ? limit.days * DAY_MS : limit.hours * HOUR_MS) / 2);
    // Half of 24 h is still half a day of the calendar: only limits that were under 24 h before halving run in working time.
    const calendar = 'days' in limit || limit.hours >= 24 || tier.clock === 'calendar';
    return calendar ? new Date(at.getTime() + ms) : afterLimit(at, ms, settings);
  }
  const normal = endOfSameDay(at, settings);
  if (dayOf(normal) === dayOf(at)) {
    return new Date(at.getTime() + Math.max(least, (normal.getTime() - at.getTime()) / 2));
  }
  // Logged late in the day: half of the calendar time would end at night.
  return addWorkingTime(at, Math.max(least, workingTimeBetween(at, normal, settings.workday) / 2), settings.workday);
}
