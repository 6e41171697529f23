/** The coarse right, by role, of all the roles a person has (DECISIONS: no group has one of its own); the one place that decides it. What a message claims about its sender counts for nothing. */
import type { Person } from '../domain/directory.ts';
import type { Command } from './command.ts';

export function mayUse({ allow }: Pick<Command<object>, 'allow'>, { roles }: Pick<Person, 'roles'>): boolean {
  if (allow === 'anyone') return true;
  if (allow === 'everyone') return roles.some((role) => role !== 'citizen');
  return roles.some((role) => allow.includes(role));
}
