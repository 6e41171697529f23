/** What is a report of something wrong, and what only has its words: talk, plans, deeds, rules, news. The table: fixtures/reports.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { corpusDirectory, saidOf } from '../../testing/reader.ts';
import type { Heard } from '../said.ts';

const table = readFileSync(join(import.meta.dirname, '../fixtures/reports.txt'), 'utf8')
  .split(/^(?=\[)/m)
  .flatMap((section) => {
    const [head = '', ...lines] = section.trim().split('\n');
    const [, kind = '', who = ''] = /^\[(.+?)\] (.+)$/.exec(head) ?? [];
    return lines.filter((line) => line !== '').map((text) => ({ kind, who, text }));
  });

/** 市民 writes to the bot alone; everybody else in the group. */
function heardFrom(who: string, text: string): Partial<Heard> {
  const person = corpusDirectory.people.find(({ name }) => name === who);
  if (person === undefined) return { text, chatKind: 'single', sender: { name: who, roles: ['citizen'], unit: null } };
  return { sender: { name: who, roles: person.roles, unit: person.unit } };
}

test.each(table)('$kind by $who: $text', ({ kind, who, text }) => {
  const { act } = saidOf(text, heardFrom(who, text));
  const isReport = act === 'issue.log' || act === 'citizen.log';
  expect(isReport).toBe(kind === 'a report');
});
