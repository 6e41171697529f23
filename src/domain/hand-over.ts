/** 交接: open problems follow the directory. Rights go by role and unit; only the named owner has to be moved when he leaves (domain §3). */
import { contactsOf } from './addressees.ts';
import type { Directory } from './city.ts';
import type { Person } from './directory.ts';
import type { Issue, IssueState } from './issue.ts';

/** Where an owner still has something to do. */
export const OWNED_STATES: readonly IssueState[] = ['dispatched', 'claimed', 'reported', 'suspended'];

export interface HandOver {
  readonly before: Issue;
  readonly after: Issue;
  readonly from: string;
  /** Null: the unit has nobody to name. */
  readonly to: Person | null;
}

/** Problems whose owner is gone from their units, with whom they go to: the unit's liaison, else its official. Sorted as given. */
export function handOversOf(issues: readonly Issue[], directory: Directory): readonly HandOver[] {
  return issues.flatMap((issue) => {
    const { owner, units } = issue;
    if (owner === null || !OWNED_STATES.includes(issue.state)) return [];
    const unit = directory.person(owner)?.unit ?? null;
    if (unit !== null && units.includes(unit)) return [];
    const to =
      units.flatMap((name) => contactsOf(name, directory)).flatMap((name) => directory.person(name) ?? [])[0] ?? null;
    return [{ before: issue, after: { ...issue, owner: to?.name ?? null }, from: owner, to }];
  });
}
