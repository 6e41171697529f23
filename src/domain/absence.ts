/**
 * 代班: for the days that a person is away his rights and reminders are the deputy's too. The directory of such a day is the ordinary one
 * with the deputies' roles widened, so that every question about rights and reminders has its answer without asking twice.
 */
import { createDirectory } from './city.ts';
import type { Directory } from './city.ts';
import type { Person, Role } from './directory.ts';

/** Both days inclusive, `2026-11-22`. */
export interface Absence {
  readonly person: string;
  readonly deputy: string;
  readonly from: string;
  readonly to: string;
}

/** What nobody hands to somebody else by a word in a chat: oversight and the keeping of the system. */
const KEPT_ROLES: readonly Role[] = ['commander', 'observer', 'admin', 'citizen'];

export const deputedRoles = (person: Person): readonly Role[] =>
  person.roles.filter((role) => !KEPT_ROLES.includes(role));

/** The directory as it holds while these absences last; the same object where there are none. Whoever left it stands for nobody. */
export function withDeputies(directory: Directory, absences: readonly Absence[]): Directory {
  if (absences.length === 0) return directory;
  return createDirectory({
    ...directory.data,
    people: directory.people.map((person) => standingIn(person, absences, directory)),
  });
}

function standingIn(person: Person, absences: readonly Absence[], directory: Directory): Person {
  const absent = absences
    .filter(({ deputy }) => deputy === person.name)
    .flatMap(({ person: name }) => directory.person(name) ?? [])
    // Rights hold within a unit: who has changed his unit since no longer stands in.
    .filter(({ unit }) => unit === person.unit);
  if (absent.length === 0) return person;
  return {
    ...person,
    roles: [...new Set([...person.roles, ...absent.flatMap(deputedRoles)])],
    standsInFor: absent.map(({ name }) => name),
  };
}
