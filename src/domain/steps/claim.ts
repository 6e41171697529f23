import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { mayClaim } from '../rights.ts';
import { Refusal } from '../refusal.ts';
import { requireHandedOver, requireRight, requireState, unitsText } from './state.ts';

export interface Claiming {
  readonly by: Person;
  readonly at: Date;
  /** 责任人; null: who claims. */
  readonly owner: Person | null;
}

/** 认领 (domain §4): dispatched → claimed by the responsible unit, which names an owner. Throws Refusal: `right`, `issue.state`, `issue.owner`. */
export function claim(issue: Issue, { by, at, owner }: Claiming): Issue {
  requireHandedOver(issue, '认领');
  requireRight(
    mayClaim(by, issue),
    `#${issue.no}的责任单位是${unitsText(issue)}，请该单位联络员回复“认领${issue.no}”。`,
  );
  requireState(issue, ['dispatched'], '认领');
  const named = owner ?? by;
  requireOwnPerson(named, by, issue.no);
  return { ...issue, state: 'claimed', claimedAt: at, owner: named.name };
}

/** A unit names its own people only. */
export function requireOwnPerson(owner: Person, by: Person, no: number): void {
  if (owner.unit !== by.unit) {
    throw new Refusal(
      'issue.owner',
      `${owner.name}不是${by.unit ?? '本单位'}的人，不能做#${no}的责任人。不属于本单位的，请回复“申诉${no}，原因：…”。`,
    );
  }
}
