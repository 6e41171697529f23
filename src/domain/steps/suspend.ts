import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { decide, pendingOf, requirePending } from '../request.ts';
import type { Decided, IssueRequest, Suspension } from '../request.ts';
import { isOfficeLead, mayRequest } from '../rights.ts';
import { addDays, dayOf } from '../shanghai.ts';
import { REVIEW_EVERY_DAYS } from '../suspensions.ts';
import { requireHandedOver, requireReason, requireRight, requireState, unitsText } from './state.ts';

export interface Suspending {
  readonly by: Person;
  readonly at: Date;
  readonly reason: string | null;
  readonly plan: string | null;
  /** Day of review, `2026-12-22`; null: in 30 days. */
  readonly reviewOn: string | null;
  readonly requests: readonly IssueRequest[];
}

/** 申请挂账 (domain §4): not doable now, with a reason. The clock keeps running. Throws Refusal: `right`, `issue.state`, `issue.reason`, `suspend.pending`, `suspend.date`. */
export function requestSuspension(issue: Issue, suspending: Suspending): Decided<Suspension, Issue> {
  const { by, at, plan, reviewOn } = suspending;
  requireHandedOver(issue, '申请挂账');
  requireRight(mayRequest(by, issue), `#${issue.no}的责任单位是${unitsText(issue)}，挂账由该单位申请。`);
  requireState(issue, ['dispatched', 'claimed'], '申请挂账');
  if (pendingOf(suspending.requests, 'suspension') !== undefined) {
    throw new Refusal('suspend.pending', `#${issue.no}的挂账申请正在等创城办负责人答复，不用重复申请。`);
  }
  const example = `${issue.no}申请挂账，原因：老旧管网改造，开春动工，3月底前完成`;
  const reason = requireReason(suspending.reason, '申请挂账', example);
  if (reviewOn !== null && reviewOn <= dayOf(at)) {
    throw new Refusal('suspend.date', `挂账的复查时间要在今天以后。可回复：${example}`);
  }
  return {
    issue,
    request: {
      kind: 'suspension',
      issueNo: issue.no,
      round: issue.round,
      state: 'pending',
      unit: by.unit ?? '',
      requestedBy: by.name,
      requestedAt: at,
      reason,
      plan,
      reviewOn,
      decidedBy: null,
      decidedAt: null,
      decisionNote: null,
    },
  };
}

interface Deciding {
  readonly by: Person;
  readonly at: Date;
  readonly note: string | null;
}

/** 同意挂账: → suspended, the clock stops. Throws Refusal: `right`, `request.decided`, `issue.state`. */
export function approveSuspension(
  issue: Issue,
  request: Suspension,
  { by, at, note }: Deciding,
): Decided<Suspension, Issue> {
  requireDecider(issue, request, by);
  const reviewOn = request.reviewOn ?? addDays(dayOf(at), REVIEW_EVERY_DAYS);
  return {
    issue: { ...issue, state: 'suspended', suspension: { reason: request.reason, plan: request.plan, reviewOn } },
    request: { ...decide(request, { state: 'approved', by: by.name, at, note }), reviewOn },
  };
}

/** 不同意挂账. Throws Refusal: `right`, `request.decided`, `issue.state`. */
export function rejectSuspension(
  issue: Issue,
  request: Suspension,
  { by, at, note }: Deciding,
): Decided<Suspension, Issue> {
  requireDecider(issue, request, by);
  return { issue, request: decide(request, { state: 'rejected', by: by.name, at, note }) };
}

function requireDecider(issue: Issue, request: Suspension, by: Person): void {
  requireRight(isOfficeLead(by), `#${issue.no}的挂账由创城办负责人审批。`);
  requirePending(request);
  requireState(issue, ['dispatched', 'claimed'], '审批挂账');
}

export interface Resuming {
  /** Null: the clock, on the day of review. */
  readonly by: Person | null;
  readonly at: Date;
  /** When it was suspended (from the record): the time since then is added to all that was running, for the clock stood still. */
  readonly suspendedAt: Date;
  readonly stated: Date | null;
}

/**
 * 恢复 (domain §4): suspended → claimed when the date is reached or the office's lead lifts it. A time stated now takes the place of that
 * given with a return, too. Throws Refusal: `right`, `issue.state`.
 */
export function resume(issue: Issue, { by, at, suspendedAt, stated }: Resuming): Issue {
  requireRight(by === null || isOfficeLead(by), `#${issue.no}的恢复由创城办负责人决定。`);
  if (issue.state !== 'suspended') throw new Refusal('issue.state', `#${issue.no}没有挂账，不用恢复。`);
  const stood = at.getTime() - suspendedAt.getTime();
  const shifted = (limit: Date | null): Date | null => (limit === null ? null : new Date(limit.getTime() + stood));
  return {
    ...issue,
    state: 'claimed',
    claimedAt: issue.claimedAt ?? at,
    deadline: stated ?? shifted(issue.deadline),
    returnDeadline: stated === null ? shifted(issue.returnDeadline) : null,
    stoodStillMs: issue.stoodStillMs + stood,
    suspension: null,
  };
}
