/** 告知单位: what was decided about a unit's problem, one-to-one to those of it who do not read it in this very group. */
import type { Answer, RunContext } from '../src/bot/command.ts';
import { contactsOf, ownersOf } from '../src/domain/addressees.ts';
import type { Issue } from '../src/domain/issue.ts';

type Telling = Pick<RunContext<object>, 'conversation' | 'directory' | 'settings' | 'at' | 'by'>;

/** `alsoTo`: who asked for it, where he is none of the unit's contacts. */
export function tellUnit(
  context: Telling,
  unit: string,
  text: string,
  alsoTo: readonly string[] = [],
): NonNullable<Answer['notices']> {
  const { conversation, directory, by } = context;
  const here = conversation.groupId === null ? [] : (directory.group(conversation.groupId)?.members ?? []);
  const names = new Set([...contactsOf(unit, directory), ...alsoTo]);
  return [...names].filter((name) => name !== by.name && !here.includes(name)).map((to) => ({ to, text }));
}

/** The same for all units that answer for a problem, its owner, and who stands in for them. */
export function tellUnits(context: Telling, issue: Issue, text: string): NonNullable<Answer['notices']> {
  const owners = ownersOf(issue, context.directory);
  const notices = issue.units.flatMap((unit) => tellUnit(context, unit, text, owners));
  return notices.filter(({ to }, index) => notices.findIndex((other) => other.to === to) === index);
}
