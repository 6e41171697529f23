/** Kinds of sentences with their neighbours: what is said, who says it, how it is to be read. The table stands in fixtures/kinds.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { readRow } from '../../cli/read-row.ts';
import { corpusDirectory, corpusReader } from '../../testing/reader.ts';
import { kindsIn, misfitOf } from '../../testing/kinds.ts';

const table = kindsIn(readFileSync(join(import.meta.dirname, '../fixtures/kinds.txt'), 'utf8'), corpusDirectory);

test.each(table)('$kind, $who: $line', ({ row, expected }) => {
  expect(misfitOf(expected, readRow(row, corpusReader, commands).reading)).toBe('');
});
