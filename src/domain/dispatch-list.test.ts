/** 交办 of many at once: what an imported list comes to when it is confirmed. */
import { expect, it } from 'vitest';
import { dispatchList } from './dispatch-list.ts';
import { aCity, anIssue, on, someSettings } from './testing/sample.ts';

const wording = { directory: aCity(), settings: someSettings(), at: on('11-22 10:00'), photos: 0 };
const many = (count: number) =>
  Array.from({ length: count }, (_, nth) => anIssue({ no: 301 + nth, location: `人民路${nth}号门前` }));

it('of a hundred the first thirty are listed, and the numbers are a span that can be typed', () => {
  const { text } = dispatchList(many(100), wording);
  const lines = text.split('\n');
  expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(30);
  expect(text).toContain('【交办】100件|市城管局');
  expect(text).toContain('另有70件，各单位回复“我的待办”查看本单位的。');
  expect(text).toContain('回复“认领301至400”即受理');
});

it('a few are all listed, each number by itself', () => {
  const { text } = dispatchList(many(3), wording);
  expect(text).toContain('#303');
  expect(text).toContain('回复“认领301、302、303”即受理');
  expect(text).not.toContain('另有');
});
