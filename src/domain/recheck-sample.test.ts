/** 回头看抽查: a tenth of the last thirty days, and every 老大难 however long ago it was closed (domain §4 recheck). */
import { describe, expect, it } from 'vitest';
import type { Issue } from './issue.ts';
import { recheckSample } from './recheck-sample.ts';
import { addDays } from './shanghai.ts';
import { anIssue, on } from './testing/sample.ts';

const at = on('12-04 10:00');
const settings = { share: 0.1, withinDays: 30 };
const closed = (no: number, some: Partial<Issue> = {}): Issue =>
  anIssue({ no, state: 'closed', closedAt: on('11-20 10:00'), closedBy: '刘志强', ...some });
const many = (count: number, from = 1): Issue[] => Array.from({ length: count }, (_, index) => closed(from + index));
const sample = (issues: readonly Issue[], rechecked: readonly number[] = [], when = at) =>
  recheckSample(issues, new Set(rechecked), { at: when, settings });
const nos = (issues: readonly Issue[]): readonly number[] => issues.map(({ no }) => no);

describe('what is to be looked at again', () => {
  it.each([
    ['nothing closed', [], 0],
    ['one of one', many(1), 1],
    ['one of ten', many(10), 1],
    ['two of eleven', many(11), 2],
    ['open ones are not drawn', [anIssue()], 0],
    ['closed thirty days ago to the minute', [closed(1, { closedAt: on('11-04 10:00') })], 1],
    ['a minute longer ago', [closed(1, { closedAt: on('11-04 09:59') })], 0],
  ])('%s', (_, issues, count) => {
    expect(sample(issues).due).toHaveLength(count);
  });

  it('what has been looked at is taken off, and none of it is drawn again', () => {
    const [first] = sample(many(20)).due;
    const left = sample(many(20), [first?.no ?? 0]);
    expect(left).toMatchObject({ closed: 20, done: 1 });
    expect(left.due).toHaveLength(1);
    expect(nos(left.due)).not.toContain(first?.no);
    expect(sample(many(20), nos(sample(many(20)).due)).due).toEqual([]);
  });

  it('is the same for everybody who asks in a week, and another in the next', () => {
    const drawnOn = (day: string) => nos(sample(many(200), [], on(`${day.slice(5)} 10:00`)).due);
    expect(drawnOn('2026-12-01')).toEqual(drawnOn('2026-12-04'));
    expect(drawnOn(addDays('2026-12-01', 7))).not.toEqual(drawnOn('2026-12-01'));
  });
});

describe('老大难', () => {
  const chronic = (no: number, some: Partial<Issue> = {}): Issue => closed(no, { chronic: true, ...some });

  it('is looked at again however long ago it was closed, and stands first', () => {
    const old = chronic(1, { closedAt: on('10-01 10:00') });
    expect(nos(sample([old]).due)).toEqual([1]);
    expect(sample([old])).toMatchObject({ closed: 0, done: 0 });
    expect(nos(sample([...many(10, 10), old, chronic(2)]).due).slice(0, 2)).toEqual([1, 2]);
  });

  it('once it has been, it is done', () => {
    expect(sample([chronic(1, { closedAt: on('10-01 10:00') })], [1]).due).toEqual([]);
  });

  it('looking at it takes nothing from the tenth', () => {
    const issues = [...many(18, 10), chronic(1), chronic(2)];
    expect(sample(issues).due).toHaveLength(4);
    expect(sample(issues, [1, 2])).toMatchObject({ closed: 20, done: 2 });
    expect(sample(issues, [1, 2]).due).toHaveLength(2);
  });

  it('open it is not closed: nothing to look at again', () => {
    expect(sample([anIssue({ chronic: true })]).due).toEqual([]);
  });
});
