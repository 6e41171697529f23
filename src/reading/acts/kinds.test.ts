/** Kinds of sentences with their neighbours: what is said, who says it, how it is to be read. The tables stand in fixtures/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { readRow } from '../../cli/read-row.ts';
import { corpusDirectory, corpusReader } from '../../testing/reader.ts';
import { kindsIn, misfitOf } from '../../testing/kinds.ts';

const table = [
  'kinds.txt',
  'kinds-of-problems.txt',
  'asked-and-decided.txt',
  'acts-in-many-mouths.txt',
  'only-talk.txt',
  'taken-back.txt',
  'asked-loosely.txt',
  'several-in-one.txt',
].flatMap((name) => kindsIn(readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8'), corpusDirectory));

test.each(table)('$kind, $who: $line', ({ row, expected }) => {
  expect(misfitOf(expected, readRow(row, corpusReader, commands).reading)).toBe('');
});
