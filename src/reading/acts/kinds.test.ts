/** Kinds of sentences with their neighbours: what is said, who says it, how it is to be read. The tables stand in fixtures/kinds.txt and, for questions, requests, decisions, tasks and papers, in fixtures/asked-and-decided.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { readRow } from '../../cli/read-row.ts';
import { corpusDirectory, corpusReader } from '../../testing/reader.ts';
import { kindsIn, misfitOf } from '../../testing/kinds.ts';

const table = ['kinds.txt', 'asked-and-decided.txt'].flatMap((file) =>
  kindsIn(readFileSync(join(import.meta.dirname, '../fixtures', file), 'utf8'), corpusDirectory),
);

test.each(table)('$kind, $who: $line', ({ row, expected }) => {
  expect(misfitOf(expected, readRow(row, corpusReader, commands).reading)).toBe('');
});
