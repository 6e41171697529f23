import { describe, expect, it } from 'vitest';
import {
  appealDueAt,
  claimDueAt,
  decideDeadline,
  decideReboundDeadline,
  isDanger,
  overdueDays,
  remainingText,
  returnDueAt,
  workingDeadline,
} from './deadline.ts';
import { endOfDay } from './shanghai.ts';
import { anIssue, on, someSettings } from './testing/sample.ts';

const usual = someSettings();
const reviewed = someSettings({ inspectionPeriod: { from: '2026-11-01', to: '2026-12-31' } });

describe('a new problem (§6)', () => {
  it('the stated time wins over everything', () => {
    const stated = on('11-22 17:00');
    expect(
      decideDeadline({ at: on('11-22 10:00'), stated, category: 'charging', hurried: true, urgent: false }, usual),
    ).toEqual({
      at: stated,
      from: 'stated',
      tier: null,
    });
  });

  it.each([
    ['11-20 10:00', 'parking', false, '11-20 18:00', 1, 'same day 18:00'],
    ['11-20 16:00', 'parking', false, '11-20 18:00', 1, 'at 16:00 sharp still today'],
    ['11-20 16:01', 'parking', false, '11-21 10:00', 1, 'after 16:00 tomorrow 10:00'],
    ['11-20 10:00', 'illegal_ads', false, '11-21 10:00', 2, '24 h'],
    ['11-20 10:00', 'charging', false, '11-20 12:00', 0, '2 h'],
    ['11-20 17:00', 'charging', false, '11-23 09:30', 0, '2 h of working time over a weekend'],
    ['11-20 10:00', 'illegal_build', true, '11-20 18:00', 1, 'hurried: the same day at the latest'],
    ['11-20 10:00', 'charging', true, '11-20 12:00', 0, 'danger is quicker still'],
  ])('%s %s hurried %s: %s (%s %s)', (at, category, hurried, expected, tier) => {
    expect(decideDeadline({ at: on(at), stated: null, category, hurried, urgent: false }, usual)).toEqual({
      at: on(expected),
      from: 'tier',
      tier,
    });
  });

  it('days run to the end of the last day, the first not counted', () => {
    const question = { at: on('11-22 10:00'), stated: null, hurried: false, urgent: false };
    expect(decideDeadline({ ...question, category: 'facility' }, usual).at).toEqual(endOfDay('2026-11-25'));
    expect(decideDeadline({ ...question, category: 'greening' }, usual).at).toEqual(endOfDay('2026-11-29'));
    expect(decideDeadline({ ...question, category: 'unheard-of' }, usual)).toEqual({
      at: endOfDay('2026-11-25'),
      from: 'default',
      tier: null,
    });
  });

  it('an inspection period counts calendar time', () => {
    const question = { at: on('11-20 23:00'), stated: null, category: 'charging', hurried: false, urgent: false };
    expect(decideDeadline(question, reviewed).at).toEqual(on('11-21 01:00'));
  });

  it('a tier may be set to run day and night', () => {
    const tiers = { ...usual.deadlines.tiers, '0': { limit: { hours: 2 }, clock: 'calendar' as const } };
    const settings = someSettings({ deadlines: { ...usual.deadlines, tiers } });
    const question = { at: on('11-22 10:00'), stated: null, category: 'charging', hurried: false, urgent: false };
    expect(decideDeadline(question, settings).at).toEqual(on('11-22 12:00'));
  });
});

describe('a rebound has half the normal time, at least 2 h (§4)', () => {
  it.each([
    ['11-20 10:00', 'parking', '11-20 14:00', 'half of 8 h'],
    ['11-20 15:00', 'parking', '11-20 17:00', 'never under 2 h'],
    ['11-19 17:00', 'parking', '11-20 09:30', 'late in the day: working time, min 2 h'],
    ['11-20 10:00', 'charging', '11-20 12:00', 'half of 2 h is under the least'],
    ['11-20 10:00', 'illegal_ads', '11-20 22:00', 'half of 24 h'],
    ['11-20 10:00', 'facility', '11-21 22:00', 'half of 3 days'],
  ])('%s %s: %s (%s)', (at, category, expected) => {
    expect(
      decideReboundDeadline({ at: on(at), stated: null, category, hurried: false, urgent: false }, usual).at,
    ).toEqual(on(expected));
  });
});

describe('other limits', () => {
  it.each([
    ['11-20 10:00', false, '11-20 12:00', '11-21 10:00'],
    ['11-20 17:00', false, '11-23 09:30', '11-21 17:00'],
    ['11-20 10:00', true, '11-20 10:30', '11-20 12:00'],
  ])('dispatched %s, urgent %s: claim by %s, appeal by %s', (dispatched, urgent, claim, appeal) => {
    const issue = anIssue({ dispatchedAt: on(dispatched), urgent });
    expect(claimDueAt(issue, usual)).toEqual(on(claim));
    expect(appealDueAt(issue, usual)).toEqual(on(appeal));
  });

  it('a draft has none', () => {
    const draft = anIssue({ state: 'draft', dispatchedAt: null });
    expect([claimDueAt(draft, usual), appealDueAt(draft, usual)]).toEqual([null, null]);
  });

  it('a return gives the stated time, else 24 h, and is what the unit works towards', () => {
    expect(returnDueAt(on('11-20 10:00'), null, usual)).toEqual(on('11-21 10:00'));
    expect(returnDueAt(on('11-20 10:00'), on('11-20 15:00'), usual)).toEqual(on('11-20 15:00'));
    expect(workingDeadline(anIssue({ returnDeadline: on('11-23 10:00') }))).toEqual(on('11-23 10:00'));
    expect(workingDeadline(anIssue())).toEqual(on('11-22 17:00'));
  });
});

it.each([
  ['11-22 17:00', '11-22 10:00', '剩7小时'],
  ['11-22 10:30', '11-22 10:00', '剩30分钟'],
  ['11-22 10:00', '11-22 10:00', '剩不到1分钟'],
  ['11-24 10:00', '11-22 10:00', '剩2天'],
  ['11-24 09:00', '11-22 10:00', '剩47小时'],
  ['11-22 09:59', '11-22 10:00', '已超期1天'],
  ['11-19 18:00', '11-22 10:00', '已超期3天'],
])('deadline %s at %s: %s', (deadline, at, text) => {
  expect(remainingText(on(deadline), on(at))).toBe(text);
});

it('a deadline at the end of a day counts as the whole day', () => {
  expect(remainingText(endOfDay('2026-11-23'), on('11-22 00:00'))).toBe('剩2天');
});

it.each([
  ['11-19 18:00', '11-22 10:00', 3],
  ['11-22 09:00', '11-22 10:00', 1],
  ['11-21 23:59', '11-22 00:00', 1],
])('deadline %s at %s is overdue by %i days', (deadline, at, days) => {
  expect(overdueDays(on(deadline), on(at))).toBe(days);
});

it.each([
  ['facility', '路边井盖缺失', true],
  ['facility', '路灯不亮', false],
  ['charging', '楼道拉线', true],
  ['parking', '乱停放', false],
])('danger in %s, %s: %s', (category, description, expected) => {
  expect(isDanger({ category, description }, usual)).toBe(expected);
});
