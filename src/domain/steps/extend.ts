import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { decide, pendingOf, requirePending } from '../request.ts';
import type { Decided, Extension, IssueRequest } from '../request.ts';
import { isOfResponsibleUnit, mayDecideExtension, mayRequest } from '../rights.ts';
import type { Settings } from '../settings.ts';
import { addDays, DAY_MS, dayOf, momentText, stampText } from '../shanghai.ts';
import { hasRole } from '../city.ts';
import { requireHandedOver, requireReason, requireRight, requireState, unitsText } from './state.ts';

export interface Extending {
  readonly by: Person;
  readonly at: Date;
  readonly reason: string | null;
  /** New deadline; null: not stated. */
  readonly until: Date | null;
  /** All requests on the problem. */
  readonly requests: readonly IssueRequest[];
  readonly settings: Settings;
}

/** An extension asked as a length counts from the deadline in force; the hour stays. */
export const extendedBy = (deadline: Date, days: number): Date => new Date(deadline.getTime() + days * DAY_MS);

/**
 * 申请延期 (domain §4): before expiry only, never more than two, with a reason and a new date. The clock keeps running.
 * Throws Refusal: `right`, `issue.state`, `extend.expired`, `extend.most`, `extend.pending`, `extend.date`, `issue.reason`.
 */
export function requestExtension(issue: Issue, extending: Extending): Decided<Extension, Issue> {
  const { by, at } = extending;
  requireHandedOver(issue, '申请延期');
  requireRight(mayRequest(by, issue), `#${issue.no}的责任单位是${unitsText(issue)}，延期由该单位申请。`);
  requireState(issue, ['dispatched', 'claimed'], '申请延期');
  const until = requireExtendable(issue, extending);
  const reason = requireReason(extending.reason, '申请延期', example(issue));
  return {
    issue,
    request: {
      kind: 'extension',
      issueNo: issue.no,
      round: issue.round,
      state: 'pending',
      unit: by.unit ?? '',
      requestedBy: by.name,
      requestedAt: at,
      reason,
      until,
      confirmedBy: hasRole(by, 'unitPrincipal') ? by.name : null,
      decidedBy: null,
      decidedAt: null,
      decisionNote: null,
    },
  };
}

function requireExtendable(issue: Issue, { at, until, requests, settings }: Extending): Date {
  const { no, deadline } = issue;
  if (deadline !== null && at > deadline) {
    const sentence = `#${no}已于${stampText(deadline)}到期，到期后不再受理延期。请尽快整改并回复“${no}已整改”附照片。`;
    throw new Refusal('extend.expired', sentence);
  }
  if (issue.extensionCount >= settings.extend.most) {
    const sentence = `#${no}已延期${issue.extensionCount}次，不能再延。确需长期整改的，可回复：${no}申请挂账，原因：…`;
    throw new Refusal('extend.most', sentence);
  }
  if (pendingOf(requests, 'extension') !== undefined) {
    throw new Refusal('extend.pending', `#${no}的延期申请正在等创城办答复，不用重复申请。`);
  }
  if (until === null) throw new Refusal('extend.date', `缺少时限。可回复：${example(issue)}`);
  const limit = limitOf(issue);
  if (until <= (limit ?? at)) {
    const when = limit === null ? '' : `（${stampText(limit)}）`;
    throw new Refusal('extend.date', `延期的日期要晚于现在的时限${when}。可回复：${example(issue)}`);
  }
  return until;
}

/** Until when the unit has time as it is: the deadline, or what was given with a return where that is later. */
function limitOf({ deadline, returnDeadline }: Issue): Date | null {
  if (deadline === null || returnDeadline === null) return deadline ?? returnDeadline;
  return returnDeadline > deadline ? returnDeadline : deadline;
}

function example(issue: Issue): string {
  return `${issue.no}申请延期到${threeDaysAfter(limitOf(issue) ?? issue.loggedAt)}，原因：…`;
}

const threeDaysAfter = (at: Date): string => {
  const day = addDays(dayOf(at), 3);
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
};

/** What the office is told where nobody has asked: the unit asks before expiry, the office decides (domain §4). */
export function unasked(issue: Issue, until: Date | null, at: Date): string {
  const { no, deadline } = issue;
  const head = `#${no}没有待答复的延期申请，时限没有改动。`;
  if (deadline !== null && at > deadline)
    return `${head}它已于${stampText(deadline)}到期，到期后不再受理延期。可回复“催一下${no}”；确需长期整改的，由${unitsText(issue)}回复“${no}申请挂账，原因：…”。`;
  const limit = limitOf(issue);
  const isLater = until !== null && (limit === null || until > limit);
  const asked = isLater ? `${no}申请延期到${momentText(until, at)}，原因：…` : example(issue);
  return `${head}延期由责任单位提出、创城办同意：请${unitsText(issue)}回复“${asked}”，再回复“同意${no}延期”。`;
}

/** 一把手确认 of a second extension. Throws Refusal: `right`, `request.decided`. */
export function confirmExtension(issue: Issue, request: Extension, { by }: { by: Person }): Extension {
  requireRight(
    hasRole(by, 'unitPrincipal') && isOfResponsibleUnit(by, issue),
    `#${issue.no}第二次延期由责任单位主要负责人确认。`,
  );
  requirePending(request);
  return { ...request, confirmedBy: by.name };
}

export interface DecidingExtension {
  readonly by: Person;
  readonly at: Date;
  /** Another date than the one asked for; null: as asked. */
  readonly until: Date | null;
  readonly note: string | null;
}

/** 同意延期: the deadline in force moves. Throws Refusal: `right`, `request.decided`, `issue.state`, `extend.unconfirmed`, `extend.date`. */
export function approveExtension(
  issue: Issue,
  request: Extension,
  deciding: DecidingExtension,
): Decided<Extension, Issue> {
  const { by, at, note } = deciding;
  requireDecider(issue, request, by);
  if (issue.extensionCount > 0 && request.confirmedBy === null) {
    const sentence = `#${issue.no}是第二次延期，须先由${request.unit}主要负责人回复“同意${issue.no}延期”确认。`;
    throw new Refusal('extend.unconfirmed', sentence);
  }
  const until = deciding.until ?? request.until;
  requireLater(issue, until, at);
  return {
    // The date now agreed takes the place of the time given with a return, too.
    issue: { ...issue, deadline: until, returnDeadline: null, extensionCount: issue.extensionCount + 1 },
    request: { ...decide(request, { state: 'approved', by: by.name, at, note }), until },
  };
}

/** Throws Refusal `extend.date` unless it gives time. */
function requireLater(issue: Issue, until: Date, at: Date): void {
  const limit = limitOf(issue);
  if (until > at && (limit === null || until > limit)) return;
  const isPast = limit === null || limit < at;
  const than = isPast ? '现在' : `现在的时限（${stampText(limit)}）`;
  const instead = `可回复：同意${issue.no}延期到${threeDaysAfter(isPast ? at : limit)}`;
  throw new Refusal('extend.date', `新的时限要晚于${than}。${instead}`);
}

/** 不同意延期: the deadline in force stays. Throws Refusal: `right`, `request.decided`, `issue.state`. */
export function rejectExtension(
  issue: Issue,
  request: Extension,
  { by, at, note }: Omit<DecidingExtension, 'until'>,
): Decided<Extension, Issue> {
  requireDecider(issue, request, by);
  return { issue, request: decide(request, { state: 'rejected', by: by.name, at, note }) };
}

function requireDecider(issue: Issue, request: Extension, by: Person): void {
  const who = issue.extensionCount === 0 ? '创城办' : '创城办负责人';
  requireRight(mayDecideExtension(by, issue), `#${issue.no}的延期由${who}审批。`);
  requirePending(request);
  requireState(issue, ['dispatched', 'claimed'], '审批延期');
}
