import { describe, expect, it } from 'vitest';
import { figuresOf } from './figures.ts';
import type { Figures } from './figures.ts';
import type { Issue } from './issue.ts';
import { rateText } from './rate.ts';
import { anIssue, on, someSettings } from './testing/sample.ts';
import { workedCase } from './testing/worked-case.ts';

const settings = someSettings();
const at = on('11-22 10:00');
const period = { from: '2026-11-16', to: '2026-11-22' };

const rates = (figures: Figures): Record<string, string> => ({
  整改率: rateText(figures.rectificationRate),
  申报: rateText(figures.reportedRate),
  办结率: rateText(figures.closureRate),
  按期: rateText(figures.onTimeRate),
  逾期率: rateText(figures.lateRate),
  返工率: rateText(figures.returnRate),
});

describe('the worked case (§5)', () => {
  const figures = figuresOf(workedCase, { at, unit: '市城管局', period, settings });

  it('to the digit', () => {
    expect(figures).toMatchObject({ count: 8, closed: 4, reported: 1, overdueOpen: 1 });
    expect(rates(figures)).toEqual({
      整改率: '50.0%(4/8)',
      申报: '62.5%(5/8)',
      办结率: '66.7%(4/6)',
      按期: '40.0%(2/5)',
      逾期率: '60.0%(3/5)',
      返工率: '20.0%(1/5)',
    });
  });

  it('what is left out is counted beside it', () => {
    expect(figures.leftOut).toEqual({ suspended: 1, withdrawn: 1, merged: 1, draft: 0, moved: 1 });
    expect(figures.issueNos).toEqual([301, 302, 303, 304, 305, 306, 307, 311]);
  });

  it('the problem that moved counts for the new unit', () => {
    expect(figuresOf(workedCase, { at, unit: '市住建局', period, settings })).toMatchObject({ count: 1, closed: 0 });
  });

  it('the city counts each once', () => {
    expect(figuresOf(workedCase, { at, period, settings })).toMatchObject({ count: 9, closed: 4 });
  });

  it('settings: reported ones counted, on time of what was due', () => {
    const figures = { ...settings.figures, countReported: true, onTimeBase: 'due' as const };
    const other = figuresOf(workedCase, { at, unit: '市城管局', period, settings: someSettings({ figures }) });
    expect([rateText(other.rectificationRate), rateText(other.onTimeRate)]).toEqual(['62.5%(5/8)', '33.3%(2/6)']);
  });
});

describe('what counts when', () => {
  const count = (issue: Partial<Issue>): number => figuresOf([anIssue(issue)], { at, period, settings }).count;

  it.each([
    ['Monday 00:00', '11-16 00:00', 1],
    ['the minute before', '11-15 23:59', 0],
    ['Sunday before T', '11-22 09:59', 1],
    ['after T', '11-22 10:01', 0],
  ])('dispatched %s', (_, dispatched, expected) => {
    expect(count({ dispatchedAt: on(dispatched) })).toBe(expected);
  });

  it('no period is since the start of the campaign', () => {
    const campaign = someSettings({ campaign: { from: '2026-11-20', to: null } });
    const issues = [anIssue({ dispatchedAt: on('11-19 23:59') }), anIssue({ dispatchedAt: on('11-20 00:00') })];
    expect(figuresOf(issues, { at, settings: campaign }).count).toBe(1);
  });

  it('a problem of two units counts once for each and once for the city', () => {
    const both = [anIssue({ units: ['市城管局', '河西街道'] })];
    expect(['市城管局', '河西街道', undefined].map((unit) => figuresOf(both, { at, unit, settings }).count)).toEqual([
      1, 1, 1,
    ]);
  });

  it('co-units are not counted', () => {
    expect(figuresOf([anIssue({ coUnits: ['河西街道'] })], { at, unit: '河西街道', settings }).count).toBe(0);
  });

  it('reported in time but not verified stands outside on-time and late', () => {
    const waiting = anIssue({ state: 'reported', reportedAt: on('11-21 17:00'), deadline: on('11-21 18:00') });
    const figures = figuresOf([waiting], { at, settings });
    expect([figures.onTimeRate, figures.lateRate]).toEqual([
      { numerator: 0, denominator: 0 },
      { numerator: 0, denominator: 0 },
    ]);
  });

  it('reported late is late, though not verified', () => {
    const late = anIssue({ state: 'reported', reportedAt: on('11-21 18:01'), deadline: on('11-21 18:00') });
    expect(rateText(figuresOf([late], { at, settings }).lateRate)).toBe('100.0%(1/1)');
  });

  it('a return does not move the deadline', () => {
    const returned = anIssue({
      state: 'claimed',
      deadline: on('11-21 18:00'),
      returnDeadline: on('11-23 18:00'),
      returnCount: 1,
    });
    expect(figuresOf([returned], { at, settings }).overdueOpen).toBe(1);
  });

  it('a deadline at T is due but not overdue', () => {
    const figures = figuresOf([anIssue({ deadline: at, dispatchedAt: on('11-21 10:00') })], { at, settings });
    expect([figures.closureRate.denominator, figures.overdueOpen]).toEqual([1, 0]);
  });

  it('rebounds, and claims within the limit', () => {
    const issues = [
      anIssue({
        state: 'closed',
        reportedAt: at,
        round: 2,
        reboundCount: 1,
        dispatchedAt: on('11-20 10:00'),
        claimedAt: on('11-20 12:00'),
      }),
      anIssue({ state: 'closed', reportedAt: at, dispatchedAt: on('11-20 10:00'), claimedAt: on('11-20 12:01') }),
    ];
    const figures = figuresOf(issues, { at, settings });
    expect([rateText(figures.reboundRate), rateText(figures.claimRate)]).toEqual(['50.0%(1/2)', '50.0%(1/2)']);
  });

  it('nothing at all is no rate', () => {
    expect(figuresOf([], { at, settings }).rectificationRate).toEqual({ numerator: 0, denominator: 0 });
  });
});
