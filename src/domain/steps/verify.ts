import { returnDueAt } from '../deadline.ts';
import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { verifyBar } from '../rights.ts';
import type { Settings } from '../settings.ts';
import { requireReason, requireState } from './state.ts';

export interface Verifying {
  readonly by: Person;
  readonly at: Date;
  /** Unit of who reported the rectification, from the directory; null where he is not in it. */
  readonly reporterUnit: string | null;
  readonly settings: Settings;
}

/** 核查通过 (domain §4): reported → closed by someone independent (§3). Throws Refusal: `right`, `issue.state`. */
export function close(issue: Issue, { by, at, reporterUnit, settings }: Verifying): Issue {
  requireIndependent(issue, { by, at, reporterUnit, settings }, '销号');
  requireState(issue, ['reported'], '销号');
  return { ...issue, state: 'closed', closedAt: at, closedBy: by.name };
}

export interface Returning extends Verifying {
  readonly reason: string | null;
  /** New time stated with the return; null: 24 h. */
  readonly stated: Date | null;
}

/**
 * 退回 (domain §4): reported → claimed with a reason and a new time; the original deadline still decides on-time.
 * Throws Refusal: `right`, `issue.state`, `issue.reason`.
 */
export function returnIssue(issue: Issue, { reason, stated, ...verifying }: Returning): Issue {
  requireIndependent(issue, verifying, '退回');
  requireState(issue, ['reported'], '退回');
  requireReason(reason, '退回', `${issue.no}退回，原因：现场还有3辆车`);
  return {
    ...issue,
    state: 'claimed',
    returnCount: issue.returnCount + 1,
    returnDeadline: returnDueAt(verifying.at, stated, verifying.settings),
  };
}

/** Throws Refusal `right` unless the person looks at it with independent eyes. */
function requireIndependent(issue: Issue, { by, reporterUnit, settings }: Verifying, verb: string): void {
  const bar = verifyBar(by, issue, reporterUnit, settings);
  if (bar === null) return;
  throw new Refusal('right', barSentence(issue, bar, verb));
}

function barSentence(issue: Issue, bar: 'role' | 'ownUnit' | 'ownReport', verb: string): string {
  const no = issue.no;
  if (bar === 'role') return `#${no}的核查由督查组或创城办办理，您不能${verb}。`;
  if (bar === 'ownReport') return `#${no}是您本人或本单位报的整改，须由其他人核查，您不能${verb}。`;
  return verb === '销号'
    ? `#${no}由本单位整改，不能由本单位销号。整改后请回复“${no}已整改”并附照片，由督查组核查。`
    : `#${no}由本单位整改，不能由本单位退回。不属于本单位的，请回复“申诉${no}，原因：…”。`;
}
