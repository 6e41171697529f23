/** Several verdicts in one message, a request with a fallback, a turn-down that hands over: the table stands in fixtures/rulings.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { choose } from '../bot/choose.ts';
import { misfitOf } from '../testing/kinds.ts';
import { corpusDirectory, OFFICE, saidOf } from '../testing/reader.ts';
import type { Said } from './said.ts';

/** `「quoted」text => command numbers key=value; …`, by the product's own names of commands. */
const table = readFileSync(join(import.meta.dirname, 'fixtures/rulings.txt'), 'utf8')
  .split(/^(?=\[)/m)
  .flatMap((section) => {
    const [head = '', ...lines] = section.trim().split('\n');
    return lines.map((line) => {
      const [said = '', expected = ''] = line.split(' => ');
      return { who: head.slice(1, -1), said, expected };
    });
  });

function read(who: string, line: string): Readonly<Record<string, unknown>> {
  const sender = corpusDirectory.people.find(({ name }) => name === who);
  if (sender === undefined) throw new Error(`nobody is called ${who}`);
  const [, quote = null, text = ''] = /^(?:「(.+?)」)?(.*)$/.exec(line) ?? [];
  return inWords(saidOf(text, { sender, quote }), sender);
}

function inWords(said: Said, sender: Parameters<typeof choose>[2]): Readonly<Record<string, unknown>> {
  const choice = choose(commands, said, sender);
  if (choice.kind === 'several') return { command: choice.commands.map(({ id }) => id).join(' or ') };
  if (choice.kind === 'none') return { command: 'none' };
  const [main, ...also] = choice.readings.map(({ command, args, allowed }) => ({
    command: command.id,
    ...args,
    ...(allowed ? {} : { allowed }),
  }));
  return { ...main, also };
}

test.each(table)('$who: $said', ({ who, said, expected }) => {
  expect(misfitOf(expected, read(who, said))).toBe('');
});

test.each(['301延期同意，挂账不同意', '301延期同意，302挂账不同意'])(
  'while the bot asks, %s is still two orders',
  (text) => {
    const pending = { kind: 'fill', command: 'issue.return', missing: ['reason'] } as const;
    const said = saidOf(text, { sender: OFFICE, pending });
    expect(said.parts.map(({ act }) => act)).toEqual(['extend.approve', 'suspend.reject']);
  },
);
