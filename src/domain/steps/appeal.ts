import { appealDueAt } from '../deadline.ts';
import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { decide, requirePending } from '../request.ts';
import type { Appeal, Decided } from '../request.ts';
import { isOfficeLead, mayRequest } from '../rights.ts';
import type { Settings } from '../settings.ts';
import { stampText } from '../shanghai.ts';
import { toUnits } from './reassign.ts';
import { requireHandedOver, requireReason, requireRight, requireState, unitsText } from './state.ts';

export interface Appealing {
  readonly by: Person;
  readonly at: Date;
  readonly reason: string | null;
  readonly ground: Appeal['ground'];
  readonly suggestedUnits: readonly string[];
  readonly settings: Settings;
}

/**
 * 申诉 (domain §4): within 24 h of dispatch, once per unit and problem, not after a designation. The clock keeps running.
 * Throws Refusal: `right`, `issue.state`, `issue.reason`, `appeal.designated`, `appeal.used`, `appeal.late`.
 */
export function requestAppeal(issue: Issue, appealing: Appealing): Decided<Appeal, Issue> {
  const { by, at, settings } = appealing;
  requireHandedOver(issue, '申诉');
  requireRight(mayRequest(by, issue), `#${issue.no}的责任单位是${unitsText(issue)}，申诉由该单位提出。`);
  requireState(issue, ['dispatched', 'claimed'], '申诉');
  const unit = by.unit ?? '';
  requireAppealOpen(issue, unit, at, settings);
  const reason = requireReason(appealing.reason, '申诉', `申诉${issue.no}，该路段已移交北门街道管养`);
  return {
    issue: { ...issue, appealedBy: [...issue.appealedBy, unit] },
    request: {
      kind: 'appeal',
      issueNo: issue.no,
      round: issue.round,
      state: 'pending',
      unit,
      requestedBy: by.name,
      requestedAt: at,
      reason,
      ground: appealing.ground,
      suggestedUnits: appealing.suggestedUnits,
      decidedBy: null,
      decidedAt: null,
      decisionNote: null,
    },
  };
}

function requireAppealOpen(issue: Issue, unit: string, at: Date, settings: Settings): void {
  const no = issue.no;
  const instead = `如按期有困难，可回复：${no}申请延期到…，原因：…`;
  if (issue.designated) {
    throw new Refusal('appeal.designated', `#${no}已由创城办指定责任单位，不再受理申诉。${instead}`);
  }
  if (issue.appealedBy.includes(unit)) {
    throw new Refusal('appeal.used', `#${no}贵单位已申诉过一次，不再受理。${instead}`);
  }
  const due = appealDueAt(issue, settings);
  if (due !== null && at > due) {
    throw new Refusal('appeal.late', `#${no}的申诉期已于${stampText(due)}截止，不再受理。${instead}`);
  }
}

export interface Upholding {
  readonly by: Person;
  readonly at: Date;
  /** Who answers for it from now on; wanted where it is not the appealing unit's. */
  readonly units: readonly string[];
  readonly stated: Date | null;
  readonly note: string | null;
  /** Unit of the present owner, from the directory; null where there is none. */
  readonly ownerUnit: string | null;
  readonly settings: Settings;
}

/**
 * 同意申诉 (domain §4): not ours → dispatched to the new unit with a fresh limit, or left to the others that have it already; not a fact →
 * withdrawn.
 * Throws Refusal: `right`, `request.decided`, `issue.state`, `issue.units`.
 */
export function upholdAppeal(issue: Issue, request: Appeal, upholding: Upholding): Decided<Appeal, Issue> {
  const { by, at, note } = upholding;
  requireDecider(issue, request, by);
  const approved = decide(request, { state: 'approved', by: by.name, at, note });
  if (request.ground === 'notExist' && upholding.units.length === 0) {
    return { issue: { ...issue, state: 'withdrawn' }, request: approved };
  }
  const named = upholding.units.length > 0 ? upholding.units : request.suggestedUnits;
  const others = issue.units.filter((unit) => unit !== request.unit);
  const units = [...new Set([...others, ...named])].filter((unit) => unit !== request.unit);
  if (units.length === 0) {
    throw new Refusal('issue.units', `请说明#${issue.no}转给哪个单位。可回复：同意${issue.no}申诉，转给城关镇`);
  }
  return { issue: toUnits(issue, { ...upholding, units, keepDeadline: false }), request: approved };
}

/** 驳回申诉: the problem stays where it is and keeps its clock. Throws Refusal: `right`, `request.decided`, `issue.state`. */
export function rejectAppeal(
  issue: Issue,
  request: Appeal,
  { by, at, note }: Pick<Upholding, 'by' | 'at' | 'note'>,
): Decided<Appeal, Issue> {
  requireDecider(issue, request, by);
  return { issue, request: decide(request, { state: 'rejected', by: by.name, at, note }) };
}

function requireDecider(issue: Issue, request: Appeal, by: Person): void {
  requireRight(isOfficeLead(by), `#${issue.no}的申诉由创城办负责人裁定。`);
  requirePending(request);
  requireState(issue, ['dispatched', 'claimed'], '裁定申诉');
}
