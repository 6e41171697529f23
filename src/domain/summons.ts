/** 请…牵头销号: whom the daily bulletin asks to take the lead, and so tags (domain §12, §13.4). */
import { hasRole } from './city.ts';
import type { Directory } from './city.ts';
import type { Group } from './directory.ts';
import { isOpen } from './issue.ts';
import type { Issue } from './issue.ts';
import { overdueUnits } from './lists.ts';
import type { Settings } from './settings.ts';

export interface SummonsQuestion {
  readonly at: Date;
  readonly directory: Directory;
  readonly settings: Settings;
  /** Whom it is for; null or a group without units: the whole city. */
  readonly group: Group | null;
}

/** A problem of several units may name one that this group is not about. */
export const isSpokenOf = (unit: string, group: Group | null): boolean =>
  group === null || group.units.length === 0 || group.units.includes(unit);

export interface Summoned {
  readonly unit: string;
  readonly officials: readonly string[];
}

/** Whom the bulletin asks to take the lead: the units with most overdue first, then those with most open; one official a unit. */
export function summonedOf(
  issues: readonly Issue[],
  { at, directory, settings, group }: SummonsQuestion,
): readonly Summoned[] {
  const open = issues.filter(isOpen);
  const overdue = new Map(overdueUnits(open, at).map((row, index) => [row.unit, index]));
  const count = (unit: string): number => open.filter(({ units }) => units.includes(unit)).length;
  return [...new Set(open.flatMap(({ units }) => units))]
    .filter((unit) => isSpokenOf(unit, group))
    .toSorted((a, b) => (overdue.get(a) ?? Infinity) - (overdue.get(b) ?? Infinity) || count(b) - count(a))
    .map((unit) => ({ unit, officials: officialOf(unit, directory, group) }))
    .filter(({ officials }) => officials.length > 0)
    .slice(0, settings.bulletin.mostMentioned);
}

/** 分管领导, else 一把手, else 联络员; one who is in the group, because nobody else sees the tag. */
function officialOf(unit: string, directory: Directory, group: Group | null): readonly string[] {
  const isHere = (name: string): boolean => group === null || group.members.includes(name);
  const inOrder = [
    ...directory.responsibleOfficials(unit),
    ...directory.principalsOf(unit),
    ...directory.liaisonsOf(unit),
    ...directory.membersOf(unit).filter((person) => hasRole(person, 'owner')),
  ];
  return inOrder
    .map(({ name }) => name)
    .filter(isHere)
    .slice(0, 1);
}

/** `请以下同志牵头销号：市城管局 @李强`; nothing where nobody is asked. */
export function summonsLine(summoned: readonly Summoned[]): readonly string[] {
  if (summoned.length === 0) return [];
  const names = summoned.map(({ unit, officials }) => `${unit} ${officials.map((name) => `@${name}`).join(' ')}`);
  return [`请以下同志牵头销号：${names.join('、')}`];
}
