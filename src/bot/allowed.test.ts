/** Roles unite, wherever something is said (DECISIONS): the first one listed is the main one, not the only one. */
import { expect, test } from 'vitest';
import type { Role } from '../domain/directory.ts';
import type { Command } from './command.ts';
import { mayUse } from './allowed.ts';

type Allow = Command<object>['allow'];

test.each<[string, readonly Role[], Allow, boolean]>([
  ['his main role', ['unitLiaison', 'gridHead'], ['unitLiaison'], true],
  ['his other role', ['unitLiaison', 'gridHead'], ['gridHead', 'gridMember'], true],
  ['neither', ['unitLiaison', 'gridHead'], ['officeLead'], false],
  ['insiders', ['observer'], 'everyone', true],
  ['a citizen is no insider', ['citizen'], 'everyone', false],
  ['a citizen who is also on the grid is one', ['citizen', 'gridMember'], 'everyone', true],
  ['anyone', ['citizen'], 'anyone', true],
  ['a role nobody gave him', [], 'everyone', false],
])('%s', (_, roles, allow, expected) => {
  expect(mayUse({ allow }, { roles })).toBe(expected);
});
