/** 申诉, 延期, 挂账: what they want, what a decision leaves behind, and that the clock runs meanwhile (domain §4). */
import { describe, expect, it } from 'vitest';
import type { Person } from '../directory.ts';
import { stepDue } from '../ladder.ts';
import { Refusal } from '../refusal.ts';
import { DAY_MS, endOfDay } from '../shanghai.ts';
import { aCity, anIssue, on, someSettings } from '../testing/sample.ts';
import { rejectAppeal, requestAppeal, upholdAppeal } from './appeal.ts';
import { approveExtension, confirmExtension, extendedBy, rejectExtension, requestExtension } from './extend.ts';
import { approveSuspension, requestSuspension, resume } from './suspend.ts';

const city = aCity();
const settings = someSettings();
const at = on('11-20 10:00');

function who(name: string): Person {
  const person = city.person(name);
  if (person === undefined) throw new Error(`sample city lacks ${name}`);
  return person;
}

/** The sentence of a refusal; whatever else is thrown goes through, and no refusal is an empty sentence. */
function refusal(step: () => unknown): string {
  try {
    step();
    return '';
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('appeal', () => {
  const dispatched = anIssue({ dispatchedAt: at, coUnits: ['河西街道'] });
  const appealing = {
    by: who('王磊'),
    at: on('11-20 12:00'),
    reason: '已移交河西街道',
    ground: 'notOurs' as const,
    suggestedUnits: ['河西街道'],
    settings,
  };
  const { issue, request } = requestAppeal(dispatched, appealing);
  const upholding = {
    by: who('周敏'),
    at: on('11-20 15:00'),
    units: [],
    stated: null,
    note: null,
    ownerUnit: null,
    settings,
  };

  it('stands beside the problem, whose clock runs on', () => {
    expect(issue).toEqual({ ...dispatched, appealedBy: ['市城管局'] });
    expect(request).toMatchObject({ state: 'pending', unit: '市城管局', reason: '已移交河西街道' });
  });

  it('upheld: to the suggested unit with a fresh limit, nothing of the old unit left', () => {
    const decided = upholdAppeal({ ...issue, state: 'claimed', owner: '王磊', returnCount: 1 }, request, upholding);
    expect(decided.issue).toMatchObject({
      state: 'dispatched',
      units: ['河西街道'],
      coUnits: [],
      owner: null,
      returnCount: 0,
      dispatchedAt: on('11-20 15:00'),
      deadline: on('11-20 18:00'),
    });
    expect(decided.request).toMatchObject({ state: 'approved', decidedBy: '周敏' });
    expect(refusal(() => upholdAppeal(issue, decided.request, upholding))).toMatch(/^request\.decided: .*“同意”/);
  });

  it('upheld where another unit has it already: that one goes on with its clock', () => {
    const shared = { ...dispatched, units: ['市城管局', '河西街道'], coUnits: [], returnCount: 1 };
    const asked = requestAppeal(shared, appealing);
    const decided = upholdAppeal(asked.issue, asked.request, upholding);
    expect(decided.issue).toEqual({ ...shared, units: ['河西街道'], appealedBy: ['市城管局'] });
  });

  it('upheld as not a fact: withdrawn, counted for nobody', () => {
    const facts = requestAppeal(dispatched, { ...appealing, ground: 'notExist', suggestedUnits: [] });
    expect(upholdAppeal(facts.issue, facts.request, upholding).issue.state).toBe('withdrawn');
  });

  it('upheld without anyone to take it is asked back', () => {
    const open = requestAppeal(dispatched, { ...appealing, suggestedUnits: [] });
    expect(refusal(() => upholdAppeal(open.issue, open.request, upholding))).toBe(
      'issue.units: 请说明#327转给哪个单位。可回复：同意327申诉，转给城关镇',
    );
  });

  it('rejected: nothing changes', () => {
    expect(rejectAppeal(issue, request, upholding).issue).toBe(issue);
  });

  it.each([
    ['after 24 h', dispatched, '11-21 10:01', 'appeal.late'],
    ['a second time', issue, '11-20 13:00', 'appeal.used'],
    ['after a designation', { ...dispatched, designated: true }, '11-20 12:00', 'appeal.designated'],
    ['urgent: after 2 h', { ...dispatched, urgent: true }, '11-20 12:01', 'appeal.late'],
  ])('refused %s', (_, standing, when, code) => {
    expect(refusal(() => requestAppeal(standing, { ...appealing, at: on(when) }))).toMatch(new RegExp(`^${code}: `));
  });
});

describe('extension', () => {
  const open = anIssue({ state: 'claimed', deadline: on('11-23 18:00') });
  const extending = { by: who('王磊'), at, reason: '需采购盲道砖', until: on('11-28 18:00'), requests: [], settings };
  const { request } = requestExtension(open, extending);
  const deciding = { by: who('赵雪'), at: on('11-24 10:00'), until: null, note: null };

  it('asked in time, approved after expiry: the deadline moves', () => {
    expect(approveExtension(open, request, deciding)).toMatchObject({
      issue: { deadline: on('11-28 18:00'), extensionCount: 1, state: 'claimed' },
      request: { state: 'approved', decidedBy: '赵雪' },
    });
    expect(approveExtension(open, request, { ...deciding, until: endOfDay('2026-11-26') }).issue.deadline).toEqual(
      endOfDay('2026-11-26'),
    );
  });

  it('rejected: the deadline stays', () => {
    expect(rejectExtension(open, request, deciding).issue).toBe(open);
  });

  it('the second one wants the principal and the office lead', () => {
    const once = { ...open, extensionCount: 1 };
    expect(refusal(() => approveExtension(once, request, deciding))).toMatch(/^right: .*创城办负责人/);
    const lead = { ...deciding, by: who('周敏') };
    expect(refusal(() => approveExtension(once, request, lead))).toMatch(/^extend\.unconfirmed: /);
    expect(refusal(() => confirmExtension(once, request, { by: who('李强') }))).toMatch(/^right/);
    const confirmed = confirmExtension(once, request, { by: who('张建国') });
    expect(approveExtension(once, confirmed, lead).issue.extensionCount).toBe(2);
  });

  it.each([
    ['after expiry', { at: on('11-23 18:01') }, open, 'extend.expired'],
    ['a third time', {}, { ...open, extensionCount: 2 }, 'extend.most'],
    ['while one is pending', { requests: [request] }, open, 'extend.pending'],
    ['without a date', { until: null }, open, 'extend.date'],
    ['to an earlier date', { until: on('11-22 18:00') }, open, 'extend.date'],
    ['without a reason', { reason: null }, open, 'issue.reason'],
  ])('refused %s', (_, change, standing, code) => {
    expect(refusal(() => requestExtension(standing, { ...extending, ...change }))).toMatch(new RegExp(`^${code}: `));
  });

  it.each([
    [
      'a day before it',
      open,
      '11-22 18:00',
      '新的时限要晚于现在的时限（11月23日 18:00）。可回复：同意327延期到11月26日',
    ],
    [
      'the very limit',
      open,
      '11-23 18:00',
      '新的时限要晚于现在的时限（11月23日 18:00）。可回复：同意327延期到11月26日',
    ],
    [
      'later than the limit, but not than the time given with a return',
      { ...open, returnDeadline: on('11-24 12:00') },
      '11-24 10:00',
      '新的时限要晚于现在的时限（11月24日 12:00）。可回复：同意327延期到11月27日',
    ],
  ])('never shortens the time: %s', (_, standing, until, sentence) => {
    const early = { ...deciding, at, until: on(until) };
    expect(refusal(() => approveExtension(standing, request, early))).toBe(`extend.date: ${sentence}`);
    expect(refusal(() => requestExtension(standing, { ...extending, until: on(until) }))).toMatch(
      /^extend\.date: 延期的日期要晚于现在的时限/,
    );
  });

  it('after expiry, a day that has passed already is none', () => {
    const late = { ...deciding, at: on('11-25 10:00'), until: on('11-24 18:00') };
    expect(refusal(() => approveExtension(open, request, late))).toBe(
      'extend.date: 新的时限要晚于现在。可回复：同意327延期到11月28日',
    );
  });

  it('says what to type', () => {
    expect(refusal(() => requestExtension(open, { ...extending, until: null }))).toBe(
      'extend.date: 缺少时限。可回复：327申请延期到11月26日，原因：…',
    );
  });

  it('a length counts from the deadline in force', () => {
    expect(extendedBy(on('11-23 18:00'), 3)).toEqual(on('11-26 18:00'));
  });
});

describe('suspension', () => {
  const open = anIssue({ state: 'claimed', claimedAt: at, deadline: on('11-23 18:00') });
  const asked = { by: who('王磊'), at, reason: '开春动工', plan: '3月底前完成', reviewOn: null, requests: [] };

  it('approved: kept with its plan and a review in 30 days; back with the time that stood still added', () => {
    const { request } = requestSuspension(open, asked);
    const { issue } = approveSuspension(open, request, { by: who('周敏'), at, note: null });
    expect(issue).toMatchObject({
      state: 'suspended',
      suspension: { reason: '开春动工', plan: '3月底前完成', reviewOn: '2026-12-20' },
    });
    const back = resume(issue, { by: null, at: on('12-20 10:00'), suspendedAt: at, stated: null });
    expect(back).toMatchObject({ state: 'claimed', suspension: null, deadline: on('12-23 18:00') });
  });

  describe('returned before it was put aside', () => {
    const returned = { ...open, deadline: on('11-19 18:00'), returnDeadline: on('11-21 10:00'), returnCount: 1 };
    const { request } = requestSuspension(returned, asked);
    const { issue } = approveSuspension(returned, request, { by: who('周敏'), at, note: null });
    const resuming = { by: null, at: on('12-20 10:00'), suspendedAt: at, stated: null };

    it('the time given with the return stood still as well', () => {
      expect(resume(issue, resuming)).toMatchObject({
        deadline: on('12-19 18:00'),
        returnDeadline: on('12-21 10:00'),
        stoodStillMs: 30 * DAY_MS,
      });
    });

    it('so no paper is due in the hour it comes back', () => {
      const question = { at: on('12-20 11:00'), unit: '市城管局', papers: [], issued: [], isHeld: false };
      expect(stepDue(resume(issue, resuming), { ...question, ladder: settings.ladder })).toBeNull();
    });

    it('a time stated with the resumption takes the place of both', () => {
      expect(resume(issue, { ...resuming, stated: on('12-24 18:00') })).toMatchObject({
        deadline: on('12-24 18:00'),
        returnDeadline: null,
      });
    });

    it('put aside twice, both times are added up', () => {
      const back = resume(issue, resuming);
      const again = { ...back, state: 'suspended' as const };
      const twice = resume(again, { ...resuming, at: on('12-25 10:00'), suspendedAt: on('12-22 10:00') });
      expect(twice).toMatchObject({ returnDeadline: on('12-24 10:00'), stoodStillMs: 33 * DAY_MS });
    });
  });

  it('a second request is refused while one is pending', () => {
    const { request } = requestSuspension(open, asked);
    expect(refusal(() => requestSuspension(open, { ...asked, requests: [request] }))).toMatch(/^suspend\.pending/);
  });
});
