/** 某人的: what somebody has in hand or has logged, as a question means it. */
import { speaksForUnit } from '../../src/domain/rights.ts';
import { isOfResponsibleUnit } from '../../src/domain/rights.ts';
import type { Directory } from '../../src/domain/city.ts';
import type { Issue } from '../../src/domain/issue.ts';
import type { AskedPeople } from '../filters.ts';

/** A test of problems; true for all where nobody is named. In hand: as owner, or by speaking for the unit. */
export function personsAsked(
  { persons = [], personsAs }: AskedPeople,
  directory: Directory,
): (issue: Issue) => boolean {
  if (persons.length === 0) return () => true;
  if (personsAs === 'logged') return ({ loggedBy }) => persons.includes(loggedBy);
  const people = persons.flatMap((name) => directory.person(name) ?? []);
  return (issue) =>
    people.some(
      (person) => issue.owner === person.name || (speaksForUnit(person) && isOfResponsibleUnit(person, issue)),
    );
}
