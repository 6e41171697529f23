/** The corpora, scored by their rules: rows wholly right, and not one wrong write. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadDirectory } from '../../config/load.ts';
import { defaultSettings } from '../../config/settings.ts';
import { readRow } from '../cli/read-row.ts';
import { faultsOf, wrongWriteOf, type CorpusRow } from '../testing/score.ts';
import { createReader } from './reader.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const reader = createReader({
  directory: loadDirectory(join(fixtures, 'directory.json')),
  settings: defaultSettings(),
});

/** The rows as they stand in the file; their shape is checked by the reading itself. */
const rowsOf = (file: string): CorpusRow[] =>
  readFileSync(join(fixtures, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): CorpusRow => JSON.parse(line));

const scored = (file: string): { wrong: string[]; writes: string[]; rows: number } => {
  const rows = rowsOf(file);
  const [wrong, writes]: [string[], string[]] = [[], []];
  for (const row of rows) {
    const { reading } = readRow(row, reader, commands);
    const [faults, write] = [faultsOf(row.expect, reading), wrongWriteOf(row.expect, reading)];
    if (faults.length > 0) wrong.push(`${row.id} ${row.text}: ${faults.join('; ')}`);
    if (write !== undefined) writes.push(`${row.id} ${write}`);
  }
  return { wrong, writes, rows: rows.length };
};

test.each([
  ['chat-messages.jsonl', 1],
  ['second-corpus.jsonl', 0.97],
  ['third-corpus.jsonl', 1],
  ['fourth-corpus.jsonl', 1],
  ['fifth-corpus.jsonl', 1],
  ['logging-corpus.jsonl', 0.97],
  ['sixth-corpus.jsonl', 1],
  ['seventh-corpus.jsonl', 1],
  ['eighth-corpus.jsonl', 1],
  ['ninth-corpus.jsonl', 1],
])('%s: enough rows are wholly right, and nothing is written wrongly', (file, share) => {
  const { wrong, writes, rows } = scored(file);
  expect(writes).toEqual([]);
  // The list of wrong rows is what one wants to see when this fails.
  expect(wrong.length / rows <= 1 - share ? [] : wrong).toEqual([]);
});

/** The quickest of several readings: what else the machine does at the moment is no part of it. */
test('a message is read in under a millisecond at the median', () => {
  const times = rowsOf('chat-messages.jsonl').map((row) => {
    const tries = Array.from({ length: 5 }, () => {
      const began = performance.now();
      readRow(row, reader, commands);
      return performance.now() - began;
    });
    return Math.min(...tries);
  });
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
  expect(median).toBeLessThan(1);
});
