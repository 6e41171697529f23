/** Every example is read by its own command and by no other; idle talk is read by none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../config/load.ts';
import { choose } from '../src/bot/choose.ts';
import { createReader } from '../src/reading/reader.ts';
import type { Heard } from '../src/reading/said.ts';
import type { Role } from '../src/domain/directory.ts';
import { commands } from './index.ts';

const { directory, settings } = loadConfig({ dir: 'config', demo: true, env: {} });
const reader = createReader({ directory, settings });

const heard = (text: string, role: Role, unit: string): Heard => ({
  text: `@督办机器人 ${text}`,
  chatKind: role === 'citizen' ? 'single' : 'group',
  mentionsBot: true,
  sender: { name: '胡斌', roles: [role], unit },
  images: 1,
  quote: null,
  sentAt: new Date('2026-11-22T10:00:00+08:00'),
  pending: null,
});

const readers = (text: string, role: Role, unit: string): string[] =>
  reader
    .understand(heard(text, role, unit))
    .parts.flatMap((part) => commands.filter((command) => command.read(part) !== undefined).map(({ id }) => id));

const examples = commands.flatMap(({ id, examples: texts, allow }) =>
  texts.map((text) => [id, text, typeof allow === 'string' ? 'unitLiaison' : (allow[0] ?? 'officeLead')] as const),
);

test.each(examples)('%s alone reads its example: %s', (id, text, role) => {
  expect(readers(text, role === 'citizen' ? 'officeStaff' : role, '市城管局')).toEqual([id]);
});

const idle = readFileSync(join(import.meta.dirname, 'fixtures/idle-talk.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '');
const WHO: readonly (readonly [Role, string])[] = [
  ['unitLiaison', '市城管局'],
  ['officeLead', '市创城办'],
  ['inspector', '督查三组'],
];

test.each(idle)('idle talk is no command and no question of anybody: %s', (text) => {
  expect(WHO.flatMap(([role, unit]) => readers(text, role, unit))).toEqual([]);
});

test('idle talk is two hundred lines of a working day, and without a mention it is nobody’s', () => {
  expect(new Set(idle).size).toBeGreaterThanOrEqual(200);
  for (const text of idle) {
    const said = reader.understand({ ...heard(text, 'officeLead', '市创城办'), text, mentionsBot: false });
    expect(choose(commands, said, { roles: ['officeLead'] })).toEqual({ kind: 'none' });
  }
});

test('what does not mention the bot in a group is nobody’s', () => {
  for (const [, text] of examples) {
    const said = reader.understand({ ...heard(text, 'officeLead', '市创城办'), text, mentionsBot: false });
    expect(choose(commands, said, { roles: ['officeLead'] }).kind).toBe('none');
  }
});
