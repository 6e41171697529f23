/** What the unit reads on its card: place, unit, limit, order, courtesy, source and telephone taken out. The table: fixtures/descriptions.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saidOf } from '../../testing/reader.ts';

const table = readFileSync(join(import.meta.dirname, '../fixtures/descriptions.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(' => '));

test.each(table)('%s: %s', (said, expected) => {
  expect(
    saidOf(said)
      .issues.map(({ description }) => description)
      .join(' / '),
  ).toBe(expected);
});
