import { describe, expect, it, test } from 'vitest';
import { isYellow, stepDue, yellowAt } from './ladder.ts';
import type { Paper } from './paper.ts';
import { DAY_MS } from './shanghai.ts';
import { anIssue, on, someSettings } from './testing/sample.ts';

const { ladder } = someSettings();
const issue = anIssue({ dispatchedAt: on('11-16 09:00'), deadline: on('11-16 17:00'), state: 'claimed' });

test.each([
  ['a day: three quarters of it', '11-16 09:00', '11-17 09:00', '11-17 03:00'],
  ['two hours: an hour before', '11-16 09:00', '11-16 11:00', '11-16 10:00'],
  ['a week', '11-16 08:00', '11-24 08:00', '11-22 08:00'],
])('yellow, %s', (_, dispatched, deadline, expected) => {
  expect(yellowAt({ ...issue, dispatchedAt: on(dispatched), deadline: on(deadline) }, ladder)).toEqual(on(expected));
});

test.each([
  ['before its moment', '11-16 14:59', {}, false],
  ['from its moment', '11-16 15:00', {}, true],
  ['at the deadline', '11-16 17:00', {}, true],
  ['past it: red', '11-16 17:01', {}, false],
  ['reported', '11-16 16:00', { state: 'reported' as const }, false],
])('yellow shows %s: %s', (_, at, some, expected) => {
  expect(isYellow({ ...issue, ...some }, on(at), ladder)).toBe(expected);
});

test('time that stood still is no used time', () => {
  // Four days from 16 Nov, two of them gone when it was put aside; back for the last two days on 18 Dec.
  const back = { dispatchedAt: on('11-16 09:00'), deadline: on('12-20 09:00'), stoodStillMs: 30 * DAY_MS };
  expect(yellowAt({ ...issue, ...back }, ladder)).toEqual(on('12-19 09:00'));
  expect(isYellow({ ...issue, ...back }, on('12-18 09:00'), ladder)).toBe(false);
});

const paper = (some: Partial<Paper>): Paper => ({
  id: 'p',
  step: 'first',
  kind: 'reminder',
  title: '提醒函',
  word: '提醒',
  year: 2026,
  no: 1,
  state: 'signed',
  issueNo: issue.no,
  round: 1,
  unit: '市城管局',
  to: 'deputy',
  points: -1,
  model: {},
  draftedBy: null,
  draftedAt: on('11-17 17:00'),
  signedBy: '周敏',
  signedAt: on('11-17 18:00'),
  discardedBy: null,
  discardedAt: null,
  note: null,
  ...some,
});

const due = (at: string, some: Partial<typeof issue> = {}, papers: readonly Paper[] = [], issued = papers) =>
  stepDue({ ...issue, ...some }, { at: on(at), unit: '市城管局', papers, issued, isHeld: false, ladder })?.id ?? null;

describe('the step that is due', () => {
  it.each([
    ['23 hours late', '11-17 16:00', {}, null],
    ['24 hours late', '11-17 17:00', {}, 'first'],
    ['72 hours late: the sterner one at once', '11-19 17:00', {}, 'second'],
    ['returned twice', '11-16 10:00', { returnCount: 2 }, 'first'],
    ['returned with a new time: counted from that', '11-17 17:00', { returnDeadline: on('11-17 12:00') }, null],
    ['rebound', '11-16 10:00', { round: 2 }, 'second'],
    ['reported', '11-25 10:00', { state: 'reported' as const }, null],
    ['suspended', '11-25 10:00', { state: 'suspended' as const }, null],
  ])('%s: %s → %s', (_, at, some, expected) => {
    expect(due(at, some)).toBe(expected);
  });

  it.each(['draft', 'signed', 'discarded'] as const)('is taken once, whatever became of it (%s)', (state) => {
    expect(due('11-18 17:00', {}, [paper({ state })])).toBeNull();
  });

  it('of an earlier round or another unit is not taken', () => {
    expect(due('11-18 17:00', {}, [paper({ unit: '东湖街道' })])).toBe('first');
    expect(due('11-18 17:00', { round: 2 }, [paper({ step: 'second' })])).toBe('second');
  });

  it('never goes back to a milder one', () => {
    expect(due('11-19 10:00', { returnCount: 2 }, [paper({ step: 'second' })])).toBeNull();
  });

  it.each([
    ['47 hours after an issued 督办单', '11-21 09:00', 'signed', null],
    ['48 hours after it', '11-21 10:00', 'signed', 'third'],
    ['48 hours after one that nobody issued', '11-21 10:00', 'draft', null],
  ] as const)('三令, %s', (_, at, state, expected) => {
    const second = paper({ step: 'second', state, signedAt: state === 'signed' ? on('11-19 10:00') : null });
    expect(due(at, {}, [second])).toBe(expected);
  });

  it.each([
    ['on another day', '11-02 10:00', 'second'],
    ['on the same day: one occasion', '11-17 09:00', null],
    ['longer ago than 30 days', '10-10 10:00', null],
  ])('a 提醒函 for another problem %s', (_, signedAt, expected) => {
    const own = paper({});
    const other = paper({ id: 'q', issueNo: 1, signedAt: on(signedAt) });
    expect(due('11-18 17:00', {}, [own], [own, other])).toBe(expected);
  });

  it('waits while an extension asked in time is pending', () => {
    const question = { at: on('11-25 10:00'), unit: '市城管局', papers: [], issued: [], isHeld: true, ladder };
    expect(stepDue(issue, question)).toBeNull();
  });
});
