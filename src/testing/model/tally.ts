/** What both sides are compared by: every field of every problem, its requests, and the counts of domain §5. */
import { figuresOf } from '../../domain/figures.ts';
import { isOverdue } from '../../domain/issue.ts';
import { isYellow } from '../../domain/ladder.ts';
import type { Issue } from '../../domain/issue.ts';
import type { IssueRequest } from '../../domain/request.ts';
import type { Settings } from '../../domain/settings.ts';
import { A_LADDER } from '../../domain/testing/sample-pressure.ts';
import { isReviewDue, looksDue } from '../../domain/suspensions.ts';
import { DAY, dayNo, HOUR, isNearlyOver, isOpenState } from './plain.ts';
import type { Ask, Plain } from './plain.ts';

const instant = (at: Date | null): number | null => at && at.getTime();
const dayNumber = (day: string | null | undefined): number | null =>
  day === null || day === undefined ? null : Date.parse(`${day}T00:00:00Z`) / DAY;

/** Beside what is kept: what the clock makes of it at that moment. */
interface Clocks {
  readonly isOverdue: boolean;
  readonly isYellow: boolean;
  /** 挂账: its day has come, or it is to be looked at again. */
  readonly isReviewDue: boolean;
  readonly looks: number;
}

export type Shown = Omit<Plain, 'asks' | 'aside' | 'pauses'> & Clocks;

export const shownPlain = ({ asks: _asks, aside, pauses, ...plain }: Plain, at: number): Shown => ({
  ...plain,
  isOverdue: isOpenState(plain.state) && plain.due !== null && plain.due < at,
  isYellow: isNearlyOver({ ...plain, asks: [], aside, pauses }, at),
  isReviewDue: plain.state === 'suspended' && plain.review !== null && plain.review <= dayNo(at),
  looks: plain.state === 'suspended' ? Math.floor((dayNo(at) - dayNo(aside?.since ?? at)) / 30) : 0,
});

export const shownReal = (issue: Issue, at: number, suspendedAt: Date | undefined): Shown => ({
  no: issue.no,
  state: issue.state,
  round: issue.round,
  category: issue.category,
  isUrgent: issue.urgent,
  units: issue.units,
  co: issue.coUnits,
  owner: issue.owner,
  loggedBy: issue.loggedBy,
  team: issue.team,
  loggedAt: issue.loggedAt.getTime(),
  dispatchedAt: instant(issue.dispatchedAt),
  due: instant(issue.deadline),
  dueAgain: instant(issue.returnDeadline),
  claimedAt: instant(issue.claimedAt),
  reportedAt: instant(issue.reportedAt),
  reportedBy: issue.reportedBy,
  closedAt: instant(issue.closedAt),
  closedBy: issue.closedBy,
  isSpotFix: issue.fixedOnSpot,
  returns: issue.returnCount,
  rebounds: issue.reboundCount,
  extensions: issue.extensionCount,
  isDesignated: issue.designated,
  appealed: issue.appealedBy,
  review: dayNumber(issue.suspension?.reviewOn),
  into: issue.mergedInto,
  isOverdue: isOverdue(issue, new Date(at)),
  isYellow: isYellow(issue, new Date(at), A_LADDER),
  isReviewDue: isReviewDue(issue, new Date(at)),
  looks: issue.state === 'suspended' && suspendedAt !== undefined ? looksDue(suspendedAt, new Date(at)) : 0,
});

export type ShownAsk = Pick<Ask, 'kind' | 'state' | 'unit'> & { readonly want: number | null | boolean };

export const shownAsk = ({ kind, state, unit, until, review, isFalse }: Ask): ShownAsk => ({
  kind,
  state,
  unit,
  want: { appeal: isFalse, extension: until, suspension: review }[kind],
});

export function shownRequest(request: IssueRequest): ShownAsk {
  const { kind, state, unit } = request;
  if (request.kind === 'appeal') return { kind, state, unit, want: request.ground === 'notExist' };
  const want = request.kind === 'extension' ? request.until.getTime() : dayNumber(request.reviewOn);
  return { kind, state, unit, want };
}

/** Of one unit, or of the city where `unit` is null; dispatched in the week, or ever where `week` is null. */
export interface Scope {
  readonly unit: string | null;
  readonly week: { readonly from: string; readonly to: string } | null;
}

const isWithin = ({ dispatchedAt, loggedAt }: Plain, { week }: Scope): boolean => {
  const day = dayNo(dispatchedAt ?? loggedAt);
  return week === null || ((dayNumber(week.from) ?? 0) <= day && day <= (dayNumber(week.to) ?? 0));
};

export function tallyPlain(all: readonly Plain[], scope: Scope, at: number): Record<string, number> {
  const { unit } = scope;
  const problems = all.filter((problem) => isWithin(problem, scope));
  const own = problems.filter(({ units }) => unit === null || units.includes(unit));
  const moved =
    unit === null ? [] : problems.filter((each) => each.appealed.includes(unit) && !each.units.includes(unit));
  const count = (test: (problem: Plain) => boolean): number => own.filter(test).length;
  const inTime = ({ due, reportedAt }: Plain): boolean => due === null || reportedAt === null || reportedAt <= due;
  const isSettled = ({ state }: Plain): boolean => state === 'closed';
  const isLate = (each: Plain): boolean => isOpenState(each.state) && each.due !== null && each.due < at;
  const counted = (each: Plain): boolean => isOpenState(each.state) || each.state === 'reported' || isSettled(each);
  const reportedLate = count((each) => each.state === 'reported' && !inTime(each));
  const closed = count(isSettled);
  const onTime = count((each) => isSettled(each) && inTime(each));
  const settled = closed + count(isLate) + reportedLate;
  const claimLimit = ({ isUrgent }: Plain): number => (isUrgent ? HOUR / 2 : 2 * HOUR);
  const isClaimedInTime = (each: Plain): boolean =>
    counted(each) && each.claimedAt !== null && each.claimedAt - (each.dispatchedAt ?? 0) <= claimLimit(each);
  return {
    count: count(counted),
    closed,
    reported: count(({ state }) => state === 'reported'),
    overdueOpen: count(isLate),
    due: closed + count((each) => counted(each) && !isSettled(each) && each.due !== null && each.due <= at),
    onTime,
    settled,
    late: settled - onTime,
    claimedInTime: count(isClaimedInTime),
    everReported: count((each) => counted(each) && (each.reportedAt !== null || each.returns > 0)),
    returned: count((each) => counted(each) && each.returns > 0),
    rebounds: own.filter(counted).reduce((sum, { rebounds }) => sum + rebounds, 0),
    suspended: count(({ state }) => state === 'suspended'),
    withdrawn: count(({ state }) => state === 'withdrawn'),
    merged: count(({ state }) => state === 'merged'),
    draft: count(({ state }) => state === 'draft'),
    moved: moved.length,
  };
}

export function tallyReal(
  issues: readonly Issue[],
  { unit, week }: Scope,
  { at, settings }: { readonly at: number; readonly settings: Settings },
): Record<string, number> {
  const figures = figuresOf(issues, { at: new Date(at), settings, period: week, ...(unit === null ? {} : { unit }) });
  return {
    count: figures.count,
    closed: figures.closed,
    reported: figures.reported,
    overdueOpen: figures.overdueOpen,
    due: figures.closureRate.denominator,
    onTime: figures.onTimeRate.numerator,
    settled: figures.onTimeRate.denominator,
    late: figures.lateRate.numerator,
    claimedInTime: figures.claimRate.numerator,
    everReported: figures.returnRate.denominator,
    returned: figures.returned,
    rebounds: figures.rebounds,
    suspended: figures.leftOut.suspended,
    withdrawn: figures.leftOut.withdrawn,
    merged: figures.leftOut.merged,
    draft: figures.leftOut.draft,
    moved: figures.leftOut.moved,
  };
}
