import { decideReboundDeadline } from '../deadline.ts';
import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { isOfResponsibleUnit, mayRecheck } from '../rights.ts';
import type { Settings } from '../settings.ts';
import { DAY_MS } from '../shanghai.ts';
import { requireRight } from './state.ts';

/** 回头看 (domain §4) of a closed problem that has held changes nothing: only whether it may be recorded. Throws Refusal: `right`, `issue.state`. */
export function checkRecheck(issue: Issue, { by, settings }: { by: Person; settings: Settings }): void {
  requireLooker(issue, by, settings, '回头看');
  requireClosed(issue, '回头看');
}

export interface Reopening {
  readonly by: Person;
  readonly at: Date;
  readonly stated: Date | null;
  readonly settings: Settings;
}

/**
 * 反弹 (domain §4): closed → dispatched, round + 1, half the normal time. Only within 30 days of the closing.
 * Throws Refusal: `right`, `issue.state`, `reopen.late`.
 */
export function reopen(issue: Issue, { by, at, stated, settings }: Reopening): Issue {
  requireLooker(issue, by, settings, '反弹重开');
  requireClosed(issue, '反弹重开');
  const { withinDays } = settings.rebound;
  if (issue.closedAt !== null && at.getTime() - issue.closedAt.getTime() > withinDays * DAY_MS) {
    throw new Refusal(
      'reopen.late',
      `#${issue.no}销号已超过${withinDays}天，不算反弹。请作为新问题登记，写明地点和情况。`,
    );
  }
  return {
    ...issue,
    state: 'dispatched',
    round: issue.round + 1,
    reboundCount: issue.reboundCount + 1,
    dispatchedAt: at,
    deadline: decideReboundDeadline({ ...issue, hurried: false, at, stated }, settings).at,
    returnDeadline: null,
    stoodStillMs: 0,
    owner: null,
    claimedAt: null,
    reportedAt: null,
    reportedBy: null,
    closedAt: null,
    closedBy: null,
    fixedOnSpot: false,
    returnCount: 0,
    extensionCount: 0,
  };
}

function requireLooker(issue: Issue, by: Person, settings: Settings, verb: string): void {
  requireRight(mayRecheck(by, settings), `${verb}由督查组和创城办办理。`);
  requireRight(!isOfResponsibleUnit(by, issue), `#${issue.no}由本单位整改，${verb}须由其他人办理。`);
}

function requireClosed(issue: Issue, verb: string): void {
  if (issue.state === 'closed') return;
  const sentence =
    issue.state === 'merged' && issue.mergedInto !== null
      ? `#${issue.no}已并入#${issue.mergedInto}，请改用#${issue.mergedInto}。`
      : `#${issue.no}没有销号，不用${verb}。可回复“查${issue.no}”看现在的情况。`;
  throw new Refusal('issue.state', sentence);
}
