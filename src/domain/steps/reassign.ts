import { decideDeadline } from '../deadline.ts';
import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { isOfficeLead, mayReassign } from '../rights.ts';
import type { Settings } from '../settings.ts';
import { requireRight, requireState } from './state.ts';

export interface Reassigning {
  readonly by: Person;
  readonly at: Date;
  /** The new responsible units. */
  readonly units: readonly string[];
  /** 时限不变: the deadline in force stays. */
  readonly keepDeadline: boolean;
  readonly stated: Date | null;
  /** Unit of the present owner, from the directory; null where there is none. */
  readonly ownerUnit: string | null;
  readonly settings: Settings;
}

/** 转办 (domain §4): open → dispatched to other units. Throws Refusal: `right`, `issue.state`, `issue.units`. */
export function reassign(issue: Issue, reassigning: Reassigning): Issue {
  requireRight(mayReassign(reassigning.by), `转办由创城办办理。不属于本单位的，请回复“申诉${issue.no}，原因：…”。`);
  requireState(issue, ['dispatched', 'claimed'], '转办');
  const { units } = reassigning;
  if (units.length === 0) {
    throw new Refusal('issue.units', `没有看出转给哪个单位。可回复：${issue.no}转给市城管局`);
  }
  if (isWith(issue, units)) {
    throw new Refusal('issue.units', `#${issue.no}的责任单位本来就是${units.join('、')}，没有变化。`);
  }
  return toUnits(issue, reassigning);
}

/**
 * 指定 (domain §4): as reassigning, by the office's lead, and there is no further appeal. Of the units that have it already it says only
 * this: their clock and record stay. Throws Refusal: `right`, `issue.state`, `issue.units`.
 */
export function designate(issue: Issue, reassigning: Reassigning): Issue {
  requireRight(isOfficeLead(reassigning.by), '指定责任单位由创城办负责人决定。');
  requireState(issue, ['dispatched', 'claimed'], '指定单位');
  const { units } = reassigning;
  if (units.length === 0) {
    throw new Refusal('issue.units', `没有看出指定哪个单位。可回复：${issue.no}指定市城管局整改`);
  }
  if (!isWith(issue, units)) return { ...toUnits(issue, reassigning), designated: true };
  if (!issue.designated) return { ...issue, designated: true };
  throw new Refusal('issue.units', `#${issue.no}已经指定由${units.join('、')}负责，没有变化，时限照旧。`);
}

/** The units are those that have it. */
const isWith = (issue: Issue, units: readonly string[]): boolean =>
  units.length === issue.units.length && units.every((unit) => issue.units.includes(unit));

/** 加协办 (domain §4): the lead stays. Throws Refusal: `right`, `issue.state`, `issue.units`. */
export function addCoUnits(issue: Issue, { by, coUnits }: { by: Person; coUnits: readonly string[] }): Issue {
  requireRight(mayReassign(by), '加协办单位由创城办办理。');
  requireState(issue, ['draft', 'dispatched', 'claimed', 'suspended'], '加协办单位');
  const added = coUnits.filter((unit) => !issue.units.includes(unit) && !issue.coUnits.includes(unit));
  if (added.length === 0) {
    throw new Refusal('issue.units', `没有要增加的协办单位。可回复：${issue.no}加协办市城管局`);
  }
  return { ...issue, coUnits: [...issue.coUnits, ...added] };
}

/**
 * Into the hands of `units`. Somebody new needs time: the problem is dispatched again with a fresh limit. 退回 and 延期 are forgotten only
 * where no unit stays; where units merely leave, whoever stays goes on as before.
 */
export function toUnits(issue: Issue, giving: Omit<Reassigning, 'by'>): Issue {
  const { units } = giving;
  const given = { ...issue, units, coUnits: issue.coUnits.filter((unit) => !units.includes(unit)) };
  if (units.every((unit) => issue.units.includes(unit))) return goingOn(given, giving);
  const isOneStaying = units.some((unit) => issue.units.includes(unit));
  const { at, keepDeadline, stated, settings } = giving;
  const keeps = keepDeadline && issue.deadline !== null && stated === null;
  return {
    ...given,
    state: 'dispatched',
    owner: null,
    dispatchedAt: at,
    deadline: keeps ? issue.deadline : decideDeadline({ ...issue, hurried: false, at, stated }, settings).at,
    returnDeadline: null,
    stoodStillMs: 0,
    claimedAt: null,
    reportedAt: null,
    reportedBy: null,
    returnCount: isOneStaying ? issue.returnCount : 0,
    extensionCount: isOneStaying ? issue.extensionCount : 0,
  };
}

/** Somebody new has it: it has been handed over once more. */
export const isDispatchedAgain = (before: Issue, after: Issue): boolean => before.dispatchedAt !== after.dispatchedAt;

/** Nobody new: a limit changes only where one is stated, and an owner goes with his unit. */
function goingOn(issue: Issue, { stated, ownerUnit }: Pick<Reassigning, 'stated' | 'ownerUnit'>): Issue {
  const isOwnerStaying = ownerUnit !== null && issue.units.includes(ownerUnit);
  return {
    ...issue,
    owner: isOwnerStaying ? issue.owner : null,
    deadline: stated ?? issue.deadline,
    returnDeadline: stated === null ? issue.returnDeadline : null,
  };
}
