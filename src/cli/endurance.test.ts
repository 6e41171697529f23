/** A short endurance run: the whole one is `npm run --silent endurance`. */
import { describe, expect, it } from 'vitest';
import { isGood, judge, wrongRows } from './endurance/judge.ts';
import { endure } from './endurance/run.ts';
import type { KeptRow } from '../testing/doors/outbox-file.ts';

it('three hundred messages over four doors, every twentieth call failing: each answer once and in order, or told to the office', async () => {
  const { doors, isToldToOffice } = await endure({ messages: 300, share: 0.05, seed: 7 });
  expect(doors.map(({ door, messages }) => [door, messages])).toEqual([
    ['wecom-url', 80],
    ['dingtalk-http', 70],
    ['wecom-socket', 80],
    ['dingtalk-stream', 70],
  ]);
  const spoiled = { lost: 0, doubled: 0, outOfOrder: 0, unexpected: 0, unanswered: 0 };
  for (const figures of doors) expect(figures).toMatchObject(spoiled);
  expect(isToldToOffice).toBe(true);
  expect(doors.reduce((sum, { failedCalls }) => sum + Object.keys(failedCalls).length, 0)).toBeGreaterThan(0);
}, 240_000);

describe('the judge', () => {
  const row = (text: string, state = 'sent'): KeptRow => ({
    id: text,
    conversation: 'c',
    kind: 'answer',
    text,
    state,
    answers: null,
    failure: null,
    carriedBy: null,
    carriedAt: null,
    settledAt: null,
  });
  const cases: readonly (readonly [string, KeptRow[], string[], object])[] = [
    ['all is well', [row('a'), row('b')], ['a', 'b'], { deliveredOnce: 2 }],
    ['lost', [row('a'), row('b')], ['a'], { lost: 1 }],
    ['never sent', [row('a', 'waiting')], [], { lost: 1 }],
    ['doubled', [row('a')], ['a', 'a'], { doubled: 1 }],
    ['out of order', [row('a'), row('b')], ['b', 'a'], { outOfOrder: 1 }],
    ['from nowhere', [row('a')], ['a', 'x'], { unexpected: 1 }],
  ];
  it.each(cases)('%s', (name, rows, shown, expected) => {
    const verdict = judge(rows, shown);
    expect(verdict).toMatchObject(expected);
    expect(isGood(verdict)).toBe(name === 'all is well');
  });

  it('names the rows that went wrong', () => {
    const rows = [row('a'), row('b'), row('c', 'unknown'), row('d', 'waiting')];
    expect(wrongRows(rows, ['b', 'b']).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });

  it('the moment of what the platform cannot tell is unknown too', () => {
    const verdict = judge([row('a', 'unknown'), row('b'), row('c')], ['b', 'a', 'c']);
    expect(verdict).toMatchObject({ outOfOrder: 0, unknownLate: 1 });
    expect(isGood(verdict)).toBe(true);
  });

  it('what the platform cannot tell is counted apart, and is good', () => {
    const verdict = judge([row('a', 'unknown'), row('b', 'unknown'), row('c', 'refused')], ['a']);
    expect(verdict).toMatchObject({ unknownArrived: 1, unknownNotArrived: 1, refused: 1 });
    expect(isGood(verdict)).toBe(true);
  });
});
