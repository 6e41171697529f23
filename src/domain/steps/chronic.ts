/** 老大难 (domain §2): a long-standing problem is marked so, or no more. It changes neither state nor clock. */
import { isOffice } from '../city.ts';
import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { requireRight, requireState } from './state.ts';

/** Throws Refusal: `right`, `issue.state`, `chronic.same`. */
export function markChronic(issue: Issue, { by, chronic }: { by: Person; chronic: boolean }): Issue {
  requireRight(isOffice(by), '老大难由创城办标注。');
  requireState(issue, ['dispatched', 'claimed', 'reported', 'suspended', 'closed'], '标注老大难');
  if (issue.chronic === chronic) {
    throw new Refusal('chronic.same', `#${issue.no}${chronic ? '已经是' : '没有列为'}老大难，没有变化。`);
  }
  return { ...issue, chronic };
}
