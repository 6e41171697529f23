/** 连续两期列入 (domain §8), a line a paper. */
import { expect, test } from 'vitest';
import { twiceListed } from './twice-listed.ts';
import type { BulletinListing } from './twice-listed.ts';

const paper = (kind: string, no: number, nos: readonly number[], units = ['甲局']): BulletinListing => ({
  kind,
  name: `${kind}第${no}期`,
  signedAt: new Date(Date.UTC(2026, 10, no)),
  problems: nos.map((one) => ({ no: one, units })),
});

test.each([
  ['two running', [paper('专报', 1, [5]), paper('专报', 2, [5, 6])], ['5 甲局 专报第1期、专报第2期连续列入']],
  [
    'a third time',
    [1, 2, 3].map((no) => paper('专报', no, [5])),
    ['5 甲局 专报第1期、专报第2期连续列入', '5 甲局 专报第2期、专报第3期连续列入'],
  ],
  ['one between', [paper('专报', 1, [5]), paper('专报', 2, []), paper('专报', 3, [5])], []],
  [
    'another kind between',
    [paper('专报', 1, [5]), paper('周报', 2, []), paper('专报', 3, [5])],
    ['5 甲局 专报第1期、专报第3期连续列入'],
  ],
  ['two kinds', [paper('专报', 1, [5]), paper('周报', 2, [5])], []],
  ['handed to another unit between', [paper('专报', 1, [5]), paper('专报', 2, [5], ['乙局'])], []],
  [
    'two units',
    [paper('专报', 1, [5], ['甲局', '乙局']), paper('专报', 2, [5], ['乙局'])],
    ['5 乙局 专报第1期、专报第2期连续列入'],
  ],
])('%s', (_, papers, expected) => {
  expect(twiceListed(papers).map(({ no, unit, what }) => `${no} ${unit} ${what}`)).toEqual(expected);
});
