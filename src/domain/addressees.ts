/** 送谁: whom a word about a problem goes to; the one decision for reminders, lights, 催办 and what units are told (domain §3, §7). */
import type { Directory } from './city.ts';
import type { Person } from './directory.ts';
import type { Issue } from './issue.ts';
import { isOrStandsFor } from './rights.ts';

/** Names of who hears of a unit's problems: its liaisons and who stands in for them, else its officials. */
export function contactsOf(unit: string, directory: Directory): readonly string[] {
  const liaisons = directory.liaisonsOf(unit);
  return (liaisons.length > 0 ? liaisons : directory.responsibleOfficials(unit)).map(({ name }) => name);
}

/** 责任人 of a problem, with who stands in for him today; none where nobody is named. */
export function ownersOf({ owner }: Pick<Issue, 'owner'>, directory: Directory): readonly string[] {
  if (owner === null) return [];
  const deputies = directory.people.filter((person) => person.name !== owner && isOrStandsFor(person, owner));
  return [owner, ...deputies.map(({ name }) => name)];
}

/** Who hears of a problem, each once: the contacts of the responsible units, the owner, and who stands in for them. */
export const addresseesOf = (issue: Pick<Issue, 'units' | 'owner'>, directory: Directory): readonly string[] => [
  ...new Set([...issue.units.flatMap((unit) => contactsOf(unit, directory)), ...ownersOf(issue, directory)]),
];

/** Whether the person is among the contacts of one of the responsible units. */
export const isContact = (person: Person, { units }: Pick<Issue, 'units'>, directory: Directory): boolean =>
  person.unit !== null && units.includes(person.unit) && contactsOf(person.unit, directory).includes(person.name);
