import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { mayAssignOwner } from '../rights.ts';
import { requireOwnPerson } from './claim.ts';
import { requireHandedOver, requireRight, requireState, unitsText } from './state.ts';

/** 派人 (domain §3): the unit names or changes the owner; on an unclaimed problem that is the claim. Throws Refusal: `right`, `issue.state`, `issue.owner`. */
export function assignOwner(issue: Issue, { by, at, owner }: { by: Person; at: Date; owner: Person }): Issue {
  requireHandedOver(issue, '指定责任人');
  requireRight(mayAssignOwner(by, issue), `#${issue.no}的责任人由${unitsText(issue)}指定。`);
  requireState(issue, ['dispatched', 'claimed'], '指定责任人');
  requireOwnPerson(owner, by, issue.no);
  return { ...issue, state: 'claimed', claimedAt: issue.claimedAt ?? at, owner: owner.name };
}
