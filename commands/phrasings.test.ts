/** Every command in eight and more ways people say it, each taken by that command alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takenBy } from '../src/testing/phrasings.ts';
import { commands } from './index.ts';

/** `[command] who says it`, then a line each; 「…」 is the message replied to, [图] alone a picture without words. */
const table = readFileSync(join(import.meta.dirname, 'fixtures/phrasings.txt'), 'utf8')
  .split(/^(?=\[)/m)
  .flatMap((section) => {
    const [head = '', ...lines] = section.trim().split('\n');
    const [, id = '', who = ''] = /^\[(.+?)\] (.+)$/.exec(head) ?? [];
    return lines.map((line) => [id, who, line] as const);
  });

test.each(table)('%s from %s: %s', (id, who, line) => {
  const [, quote, words = ''] = /^(?:「(.+?)」)?(.*)$/.exec(line) ?? [];
  const text = words === '[图]' ? '' : words;
  expect(takenBy(who, text, { images: 1, ...(quote === undefined ? {} : { quote }) })).toEqual([id]);
});

/** Their tables stand beside them. */
const FAMILIES_OF_THEIR_OWN =
  /^(?:paper|report|inspection|group|score|export|import)\.|^query\.(?:who|standard|arrival|score)$/;

/** Goes on with the answer to a question, which 补充 has read; nobody says it. */
const UNSAID = new Set(['draft.photos']);

test.each(commands.map(({ id }) => id).filter((id) => !FAMILIES_OF_THEIR_OWN.test(id) && !UNSAID.has(id)))(
  '%s has eight at least',
  (id) => {
    expect(table.filter(([own]) => own === id).length).toBeGreaterThanOrEqual(8);
  },
);
