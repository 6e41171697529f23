/** 督办阶梯 (domain §7): which light shows and which paper is due for a problem. The steps, times and names are settings. */
import { workingDeadline } from './deadline.ts';
import { isOpen, isOverdue } from './issue.ts';
import type { Issue } from './issue.ts';
import type { Paper } from './paper.ts';
import type { LadderSettings, LadderStep } from './pressure-settings.ts';
import { addDays, dayOf, HOUR_MS, MINUTE_MS } from './shanghai.ts';

/** 黄灯: so much of the time is used, what stood still not counted, and at least so long before its end; null: off, or nothing runs. */
export function yellowAt(issue: Issue, { yellow }: LadderSettings): Date | null {
  const { dispatchedAt, deadline, stoodStillMs } = issue;
  if (yellow === null || !isOpen(issue) || dispatchedAt === null || deadline === null) return null;
  const time = deadline.getTime() - dispatchedAt.getTime() - stoodStillMs;
  const share = deadline.getTime() - (1 - yellow.share) * time;
  return new Date(Math.min(share, deadline.getTime() - yellow.leastMinutes * MINUTE_MS));
}

/** Yellow shows now: its moment has come and the deadline has not. */
export function isYellow(issue: Issue, at: Date, ladder: LadderSettings): boolean {
  const moment = yellowAt(issue, ladder);
  return moment !== null && moment <= at && !isOverdue(issue, at);
}

export interface LadderQuestion {
  readonly at: Date;
  /** The unit that would get the paper: one of the problem's. */
  readonly unit: string;
  /** All papers on this problem, whatever became of them. */
  readonly papers: readonly Paper[];
  /** Issued papers of this unit, of any problem. */
  readonly issued: readonly Paper[];
  /** 延期 asked in time and not decided: the ladder waits. */
  readonly isHeld: boolean;
  readonly ladder: LadderSettings;
}

/**
 * The sternest step that is due and has not been taken for this problem, round and unit; null: none. A milder one is never taken after a
 * sterner one, and a discarded draft counts as taken: the office has decided.
 */
export function stepDue(issue: Issue, question: LadderQuestion): LadderStep | null {
  const { unit, papers, isHeld, ladder } = question;
  if (isHeld || !isOpen(issue)) return null;
  const own = papers.filter((paper) => paper.round === issue.round && paper.unit === unit);
  const taken = Math.max(-1, ...own.map(({ step }) => ladder.steps.findIndex(({ id }) => id === step)));
  return (
    ladder.steps.findLast((step, index) => index > taken && isDue(step, issue, { ...question, papers: own })) ?? null
  );
}

/** Whether a trigger of the step holds. */
export function isDue({ when }: LadderStep, issue: Issue, { at, papers, issued }: LadderQuestion): boolean {
  const { overdueHours, returns, rebound, repeated, unheeded } = when;
  const until = workingDeadline(issue);
  if (overdueHours !== null && until !== null && at.getTime() - until.getTime() >= overdueHours * HOUR_MS) return true;
  if (returns !== null && issue.returnCount >= returns) return true;
  if (rebound && issue.round > 1) return true;
  const isIssued = (step: string) => papers.find((paper) => paper.step === step && paper.state === 'signed');
  if (unheeded !== null) {
    const signedAt = isIssued(unheeded.step)?.signedAt ?? null;
    if (signedAt !== null && at.getTime() - signedAt.getTime() >= unheeded.hours * HOUR_MS) return true;
  }
  if (repeated === null || isIssued(repeated.step) === undefined) return false;
  return daysWith(repeated.step, issued, addDays(dayOf(at), -repeated.withinDays)) >= repeated.times;
}

/** Several papers issued on one morning are one occasion. */
const daysWith = (step: string, issued: readonly Paper[], since: string): number =>
  new Set(
    issued.flatMap((paper) =>
      paper.step === step && paper.signedAt !== null && dayOf(paper.signedAt) >= since ? [dayOf(paper.signedAt)] : [],
    ),
  ).size;
