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
  if (units.length === issue.units.length && units.every((unit) => issue.units.includes(unit))) {
    throw new Refusal('issue.units', `#${issue.no}的责任单位本来就是${units.join('、')}，没有变化。`);
  }
  return toNewUnits(issue, reassigning);
}

/** 指定 (domain §4): as reassigning, by the office's lead, and there is no further appeal. It may confirm the present unit. */
export function designate(issue: Issue, reassigning: Reassigning): Issue {
  requireRight(isOfficeLead(reassigning.by), '指定责任单位由创城办负责人决定。');
  requireState(issue, ['dispatched', 'claimed'], '指定单位');
  if (reassigning.units.length === 0) {
    throw new Refusal('issue.units', `没有看出指定哪个单位。可回复：${issue.no}指定市城管局整改`);
  }
  return { ...toNewUnits(issue, reassigning), designated: true };
}

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

/** Back to dispatched for units that start afresh: nothing that happened before is theirs. */
export function toNewUnits(
  issue: Issue,
  { at, units, keepDeadline, stated, settings }: Omit<Reassigning, 'by'>,
): Issue {
  const keeps = keepDeadline && issue.deadline !== null && stated === null;
  return {
    ...issue,
    state: 'dispatched',
    units,
    coUnits: issue.coUnits.filter((unit) => !units.includes(unit)),
    owner: null,
    dispatchedAt: at,
    deadline: keeps ? issue.deadline : decideDeadline({ ...issue, hurried: false, at, stated }, settings).at,
    returnDeadline: null,
    stoodStillMs: 0,
    claimedAt: null,
    reportedAt: null,
    reportedBy: null,
    returnCount: 0,
    extensionCount: 0,
  };
}
