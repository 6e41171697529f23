import { claimDueAt } from './deadline.ts';
import { COUNTED_STATES, isOpen, isOverdue } from './issue.ts';
import type { Issue } from './issue.ts';
import type { Rate } from './rate.ts';
import type { Settings } from './settings.ts';
import { DAY_MS, startOfDay } from './shanghai.ts';

/** Days, both inclusive: `2026-11-16` to `2026-11-22`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Scope of a figure (domain §5): as-of time T, and what is counted. Absent unit: the city, each problem once. */
export interface Scope {
  readonly at: Date;
  readonly unit?: string | undefined;
  /** By time of dispatch; absent: since the campaign's start. */
  readonly period?: Period | null | undefined;
  readonly settings: Settings;
}

/** What stands beside the figures because it is not in them. */
export interface LeftOut {
  readonly suspended: number;
  readonly withdrawn: number;
  readonly merged: number;
  readonly draft: number;
  /** Moved away from the unit by an upheld appeal. */
  readonly moved: number;
}

/** All figures of domain §5 for one scope. */
export interface Figures {
  readonly at: Date;
  readonly unit: string | null;
  readonly period: Period | null;
  /** The counted set N. */
  readonly count: number;
  /** Numbers of the counted set: with `at`, what is needed to reproduce the figures (§5 Freeze). */
  readonly issueNos: readonly number[];
  readonly closed: number;
  /** 待核查. */
  readonly reported: number;
  /** 整改中. */
  readonly claimed: number;
  /** 待认领. */
  readonly unclaimed: number;
  readonly overdueOpen: number;
  readonly fixedOnSpot: number;
  readonly returned: number;
  readonly rebounds: number;
  readonly leftOut: LeftOut;
  /** 整改率: verified only, unless the setting counts reported ones. */
  readonly rectificationRate: Rate;
  /** 申报整改率, 含待核查. */
  readonly reportedRate: Rate;
  /** 办结率: closed of what was due. */
  readonly closureRate: Rate;
  /** 按期整改率. */
  readonly onTimeRate: Rate;
  /** 逾期率. */
  readonly lateRate: Rate;
  /** 返工率. */
  readonly returnRate: Rate;
  /** 反弹率. */
  readonly reboundRate: Rate;
  /** 认领及时率. */
  readonly claimRate: Rate;
}

/**
 * Figures of the issues as they stood at `scope.at` (domain §5). An issue of several units counts for each of them, and once for the city.
 * One pass, so a whole city's table costs little.
 */
export function figuresOf(issues: readonly Issue[], scope: Scope): Figures {
  const { at, unit = null, period = null, settings } = scope;
  const concerned = unit === null ? issues : issues.filter((issue) => concerns(issue, unit));
  const within = concerned.filter(inPeriod(period, at, settings));
  const own = unit === null ? within : within.filter((issue) => issue.units.includes(unit));
  const counted = own.filter((issue) => COUNTED_STATES.includes(issue.state));
  const has = (test: (issue: Issue) => boolean): number => counted.filter(test).length;

  const count = counted.length;
  const closed = has((issue) => issue.state === 'closed');
  const reported = has((issue) => issue.state === 'reported');
  const overdueOpen = has((issue) => isOverdue(issue, at));
  const closedOnTime = has((issue) => issue.state === 'closed' && isReportedOnTime(issue));
  const reportedLate = has((issue) => issue.state === 'reported' && !isReportedOnTime(issue));
  const due = has((issue) => isDue(issue, at));
  const settled = closed + overdueOpen + reportedLate;
  const rebounds = counted.reduce((sum, issue) => sum + issue.reboundCount, 0);
  const returned = has((issue) => issue.returnCount > 0);

  return {
    at,
    unit,
    period,
    count,
    issueNos: counted.map((issue) => issue.no),
    closed,
    reported,
    claimed: has((issue) => issue.state === 'claimed'),
    unclaimed: has((issue) => issue.state === 'dispatched'),
    overdueOpen,
    fixedOnSpot: has((issue) => issue.fixedOnSpot),
    returned,
    rebounds,
    leftOut: leftOutOf(own, unit === null ? [] : within.filter((issue) => isMovedAway(issue, unit))),
    rectificationRate: { numerator: settings.figures.countReported ? closed + reported : closed, denominator: count },
    reportedRate: { numerator: closed + reported, denominator: count },
    closureRate: { numerator: closed, denominator: due },
    onTimeRate: { numerator: closedOnTime, denominator: settings.figures.onTimeBase === 'due' ? due : settled },
    lateRate: { numerator: settled - closedOnTime, denominator: settled },
    returnRate: {
      numerator: returned,
      denominator: has((issue) => issue.reportedAt !== null || issue.returnCount > 0),
    },
    reboundRate: { numerator: rebounds, denominator: closed },
    // Working time is dear to reckon, and few questions ask for it.
    get claimRate() {
      return { numerator: has((issue) => isClaimedInTime(issue, settings)), denominator: count };
    },
  };
}

/**
 * Tells whether an issue belongs to a period: by its dispatch, a rebound by its re-dispatch, a draft by its logging; never later than T.
 * No period: since the campaign's start (domain §5).
 */
export function inPeriod(
  period: Period | null,
  at: Date,
  settings: Pick<Settings, 'campaign'>,
): (issue: Issue) => boolean {
  const from = startOfDay(period?.from ?? settings.campaign.from);
  const to = period === null ? at : new Date(Math.min(at.getTime(), startOfDay(period.to).getTime() + DAY_MS - 1));
  return (issue) => {
    const moment = issue.dispatchedAt ?? issue.loggedAt;
    return from <= moment && moment <= to;
  };
}

/** 应整改: closed, or its deadline has come. */
export const isDue = (issue: Issue, at: Date): boolean =>
  issue.state === 'closed' ||
  ((isOpen(issue) || issue.state === 'reported') && issue.deadline !== null && issue.deadline <= at);

/** The accepted report, or the last one made, was within the deadline in force. */
export function isReportedOnTime(issue: Issue): boolean {
  const done = issue.reportedAt ?? issue.closedAt;
  return issue.deadline === null || done === null || done <= issue.deadline;
}

function isClaimedInTime(issue: Issue, settings: Settings): boolean {
  if (issue.claimedAt === null) return false;
  const due = claimDueAt(issue, settings);
  return due !== null && issue.claimedAt <= due;
}

const concerns = (issue: Issue, unit: string): boolean => issue.units.includes(unit) || issue.appealedBy.includes(unit);

const isMovedAway = (issue: Issue, unit: string): boolean =>
  issue.appealedBy.includes(unit) && !issue.units.includes(unit);

function leftOutOf(own: readonly Issue[], moved: readonly Issue[]): LeftOut {
  const inState = (state: Issue['state']): number => own.filter((issue) => issue.state === state).length;
  return {
    suspended: inState('suspended'),
    withdrawn: inState('withdrawn'),
    merged: inState('merged'),
    draft: inState('draft'),
    moved: moved.length,
  };
}
