/** The handbook's table of error codes is what the program does about them. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MEANINGS, VendorError } from './error-codes.ts';

const handbook = readFileSync(new URL('../../../docs/wecom.md', import.meta.url), 'utf8');
const rows = handbook
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, codes = '']) => /^(-?\d+、?)+$/u.test(codes))
  .map(([, codes = '', , automatic = '']) => ({ codes: codes.split('、').map(Number), automatic }));

const codes = [...Object.keys(MEANINGS).map(Number), 60020];

it.each(codes)('%i stands in the table', (code) => {
  const row = rows.filter(({ codes }) => codes.includes(code));
  expect(row).toHaveLength(1);
  const isRefused = /不发|改走/u.test(row[0]?.automatic ?? '');
  // A refused login is asked for again by the connection, not by the message.
  const isLogin = code === 853000 || code === 93019;
  expect(new VendorError(code, '').outcome).toBe(isRefused || isLogin ? 'refused' : 'later');
});

it('the table knows no code that the program does not', () => {
  expect(rows.flatMap((row) => row.codes).filter((code) => !codes.includes(code))).toEqual([]);
});

it('an unknown code is refused and sends the reader to the table', () => {
  expect(new VendorError(987654, 'x')).toMatchObject({
    outcome: 'refused',
    message: expect.stringContaining('docs/wecom.md'),
  });
});
