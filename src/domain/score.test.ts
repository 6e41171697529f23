/** What takes points and what gives them (domain §8): events from records as they are written, one table. */
import { describe, expect, it } from 'vitest';
import type { Issue, IssueRecord, IssueStep } from './issue.ts';
import type { Appeal } from './request.ts';
import { RED_LIGHT, scoreEvents, scoreOf } from './score.ts';
import type { ScoreInput } from './score.ts';
import { A_SCORE } from './testing/sample-pressure.ts';
import { anIssue, on } from './testing/sample.ts';

const A = '市城管局';
const B = '市住建局';
const NOTHING: ScoreInput = {
  issues: [],
  records: [],
  earlier: [],
  papers: [],
  listed: [],
  notes: [],
  materials: [],
  rejected: [],
  points: A_SCORE,
};

/** A line of the record; `before` is the same problem unless it says otherwise. */
const record = (issue: Issue, step: IssueStep, some: Partial<IssueRecord> = {}): IssueRecord => ({
  issueNo: issue.no,
  at: on('11-20 10:00'),
  step,
  by: '刘志强',
  groupId: 'city',
  messageId: null,
  before: issue,
  after: issue,
  note: null,
  ...some,
});

const events = (input: Partial<ScoreInput>) => scoreEvents({ ...NOTHING, ...input });
const told = (input: Partial<ScoreInput>): readonly string[] =>
  events(input).map(({ unit, kind, points }) => `${unit} ${kind} ${points}`);

describe('events from the record', () => {
  const one = anIssue({ no: 1 });
  const superior = anIssue({ no: 1, source: 'superior' });
  const citizen = anIssue({ no: 1, source: 'citizen' });
  const fixed = (some: Partial<Issue>) => anIssue({ no: 1, state: 'closed', fixedOnSpot: true, ...some });
  const late = { at: on('11-22 17:01') };

  it.each<[string, Issue, IssueRecord, readonly string[]]>([
    ['found', one, record(one, 'dispatch'), [`${A} found -0.2`]],
    ['found by a superior', superior, record(superior, 'dispatch'), [`${A} superior -0.5`]],
    ['told by a citizen', citizen, record(citizen, 'dispatch'), []],
    ['fixed on the spot: half', fixed({}), record(fixed({}), 'close'), [`${A} fixedOnSpot -0.1`]],
    [
      'fixed on the spot, found by a superior',
      fixed({ source: 'superior' }),
      record(fixed({ source: 'superior' }), 'close'),
      [`${A} fixedOnSpot -0.25`],
    ],
    ['an ordinary closing', one, record(one, 'close'), []],
    ['red', one, record(one, 'escalate', { note: RED_LIGHT }), [`${A} overdue -0.5`]],
    ['a paper drafted', one, record(one, 'escalate', { note: '起草提醒函' }), []],
    ['reported in time', one, record(one, 'report', { at: on('11-22 17:00') }), []],
    ['reported late', one, record(one, 'report', late), [`${A} overdue -0.5`]],
    ['returned', one, record(one, 'return'), [`${A} returned -0.2`]],
    ['rebound', one, record(one, 'reopen'), [`${A} rebound -2`]],
    ['claimed, urged, rechecked', one, record(one, 'recheck'), []],
    ['withdrawn since: counts for nobody', { ...one, state: 'withdrawn' }, record(one, 'return'), []],
    ['moved away since: counts for nobody', { ...one, units: [B] }, record(one, 'return'), []],
    [
      'of two units: each',
      { ...one, units: [A, B] },
      record({ ...one, units: [A, B] }, 'return'),
      [`${A} returned -0.2`, `${B} returned -0.2`],
    ],
  ])('%s', (_, issue, line, expected) => {
    expect(told({ issues: [issue], records: [line] })).toEqual(expected);
  });

  it('red, and then reported late, is overdue once; in the next round once more', () => {
    const lines = [record(one, 'escalate', { note: RED_LIGHT }), record(one, 'report', late)];
    expect(told({ issues: [one], records: lines })).toEqual([`${A} overdue -0.5`]);
    expect(told({ issues: [one], earlier: lines.slice(0, 1), records: lines.slice(1) })).toEqual([]);
    const again = { ...one, round: 2 };
    expect(told({ issues: [again], earlier: lines, records: [record(again, 'report', late)] })).toHaveLength(1);
  });

  it('given to another: found counts for whoever is new', () => {
    const moved = { ...one, units: [A, B] };
    const line = record(moved, 'reassign', { before: one });
    expect(told({ issues: [moved], records: [line] })).toEqual([`${B} found -0.2`]);
  });
});

describe('a rejected appeal', () => {
  const rejected = (no: number, unit: string, at: Date): Appeal => ({
    kind: 'appeal',
    issueNo: no,
    round: 1,
    state: 'rejected',
    unit,
    requestedBy: '某人',
    requestedAt: on('11-19 10:00'),
    reason: '不归我们',
    ground: 'notOurs',
    suggestedUnits: [],
    decidedBy: '周敏',
    decidedAt: at,
    decisionNote: null,
  });
  const shared = (no: number): Issue => anIssue({ no, units: [A, B], appealedBy: [A, B] });
  const [first, second] = [on('11-20 10:00'), on('11-20 11:00')];
  const line = (no: number, at: Date): IssueRecord => record(shared(no), 'appeal.reject', { at });

  it.each<[string, readonly Appeal[], readonly IssueRecord[], readonly string[]]>([
    ['the first of a unit costs nothing', [rejected(1, A, first)], [line(1, first)], []],
    [
      'the second does, and it is who asked that pays, not who asked last',
      [rejected(1, A, first), rejected(2, A, second)],
      [line(1, first), line(2, second)],
      [`${A} rejectedAppeal -0.2`],
    ],
    [
      'two units, one each: nobody’s second',
      [rejected(1, A, first), rejected(1, B, second)],
      [line(1, first), line(1, second)],
      [],
    ],
  ])('%s', (_, appeals, lines, expected) => {
    expect(told({ issues: [shared(1), shared(2)], records: lines, rejected: appeals })).toEqual(expected);
  });

  it('one that lapsed with 转办 was not rejected', () => {
    const lapsed = [rejected(1, A, first), rejected(2, A, second)];
    expect(told({ issues: [shared(1), shared(2)], records: [line(1, first)], rejected: lapsed })).toEqual([]);
  });
});

describe('the score', () => {
  it('is the base and the events of the unit, never below 0', () => {
    const note = (points: number) => ({
      at: on('11-20 10:00'),
      by: '周敏',
      unit: A,
      points,
      reason: '表扬',
      issueNos: [],
    });
    expect(scoreOf(A, events({ notes: [note(3), note(-0.1), note(-0.2)] }), A_SCORE)).toBe(102.7);
    expect(scoreOf(B, events({ notes: [note(-5)] }), A_SCORE)).toBe(100);
    expect(scoreOf(A, events({ notes: [note(-150)] }), A_SCORE)).toBe(0);
  });
});
