import { expect, test } from 'vitest';
import type { Person } from '../../src/domain/directory.ts';
import { mergeFields } from './merge-fields.ts';

const directory = { person: (name: string) => (name === '何静' ? ({ unit: '市住建局' } as Person) : undefined) };

const entry = (some: object) => ({
  location: '人民路12号',
  site: '人民路',
  units: ['市城管局'],
  coUnits: [],
  deadline: null,
  deadlineText: null,
  ...some,
});

test.each([
  [
    'a place goes to the entry that lacks it',
    [{ location: null }, {}],
    { location: '牛角巷' },
    [{ location: '牛角巷', site: null }, {}],
  ],
  [
    'where none lacks it, it corrects all',
    [{}, {}],
    { location: '牛角巷' },
    [
      { location: '牛角巷', site: null },
      { location: '牛角巷', site: null },
    ],
  ],
  ['a unit goes to the entry that lacks it', [{ units: [] }, {}], { units: ['城关镇'] }, [{ units: ['城关镇'] }, {}]],
  ['where none lacks it, it replaces', [{}], { units: ['城关镇'] }, [{ units: ['城关镇'] }]],
  ['a person stands for the unit', [{ units: [] }], { persons: ['何静'] }, [{ units: ['市住建局'] }]],
  ['one more unit', [{}], { addUnits: ['河西街道', '市城管局'] }, [{ units: ['市城管局', '河西街道'] }]],
  [
    'one more helper, never one that is responsible',
    [{}],
    { addCoUnits: ['市城管局', '河西街道'] },
    [{ coUnits: ['河西街道'] }],
  ],
] as const)('%s', (_name, before, fields, after) => {
  const merged = mergeFields({ issues: before.map(entry), source: 'inspection' }, fields, directory);
  expect(merged).toEqual({ issues: after.map(entry), source: 'inspection' });
});

test('a suggested unit is replaced, the named one beside it stays', () => {
  const issues = [entry({}), entry({ units: ['团市委'] })];
  const merged = mergeFields({ issues, suggested: [1] }, { units: ['城关镇'] }, directory);
  expect(merged).toEqual({ issues: [entry({}), entry({ units: ['城关镇'] })] });
});

test('a time said now needs no further yes', () => {
  const deadline = '2026-11-26T23:59:59+08:00';
  const merged = mergeFields({ issues: [entry({})], needsConfirm: true }, { deadline }, directory);
  expect(merged).toEqual({ issues: [entry({ deadline, deadlineText: deadline })], needsConfirm: false });
});

test('of other commands reason, time and units are filled in', () => {
  expect(mergeFields({ issueNos: [3] }, { reason: '没清干净', photos: 1 }, directory)).toEqual({
    issueNos: [3],
    reason: '没清干净',
  });
});
