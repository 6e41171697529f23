/** What each step leaves behind, and what it wants beside state and role (domain §4). */
import { describe, expect, it } from 'vitest';
import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { aCity, anIssue, on, someSettings } from '../testing/sample.ts';
import { assignOwner } from './assign-owner.ts';
import { claim } from './claim.ts';
import { fixOnSpot } from './fix-on-spot.ts';
import { dispatch, logIssue } from './log.ts';
import type { Particulars } from './log.ts';
import { merge } from './merge.ts';
import { checkProgress } from './progress.ts';
import { addCoUnits, designate, reassign } from './reassign.ts';
import { reopen } from './recheck.ts';
import { report } from './report.ts';
import { close, returnIssue } from './verify.ts';
import { withdraw } from './withdraw.ts';

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

const particulars: Particulars = {
  location: '人民路与解放路交叉口东北角',
  site: null,
  category: 'parking',
  description: '非机动车乱停放',
  source: 'inspection',
  origin: null,
  hurried: false,
  units: ['市城管局'],
  coUnits: ['市城管局', '河西街道'],
  deadline: null,
};
const logging = { by: who('刘志强'), at, settings, team: '督查一组', groupId: 'city' };

describe('log', () => {
  it("an inspector's complete entry is dispatched at once; the lead is no co-unit", () => {
    expect(logIssue(particulars, logging)).toMatchObject({
      state: 'dispatched',
      round: 1,
      dispatchedAt: at,
      deadline: on('11-20 18:00'),
      loggedBy: '刘志强',
      team: '督查一组',
      units: ['市城管局'],
      coUnits: ['河西街道'],
    });
  });

  it('without a unit, or from a grid member, it waits for the office and keeps the stated time', () => {
    const deadline = on('11-20 17:00');
    expect(logIssue({ ...particulars, units: [], deadline }, logging)).toMatchObject({
      state: 'draft',
      dispatchedAt: null,
      deadline,
    });
    expect(logIssue(particulars, { ...logging, by: who('丁一'), team: null }).state).toBe('draft');
  });

  it('a unit does not log, and a place is wanted', () => {
    expect(refusal(() => logIssue(particulars, { ...logging, by: who('王磊') }))).toMatch(/^right: /);
    expect(refusal(() => logIssue({ ...particulars, location: ' ' }, logging))).toBe(
      'issue.location: 缺少地点。请补充，例如：人民路与解放路交叉口东北角',
    );
  });

  it('a draft is dispatched with a unit, and a time that has passed meanwhile is no limit', () => {
    const draft: Issue = {
      ...anIssue(),
      ...logIssue({ ...particulars, units: [], deadline: on('11-20 09:00') }, logging),
    };
    const dispatching = { by: who('赵雪'), at, settings, stated: null };
    expect(refusal(() => dispatch(draft, { ...dispatching, units: [] }))).toMatch(/^issue\.units: #327缺少责任单位/);
    expect(dispatch(draft, { ...dispatching, units: ['河西街道'] })).toMatchObject({
      state: 'dispatched',
      units: ['河西街道'],
      dispatchedAt: at,
      deadline: on('11-20 18:00'),
    });
  });

  it('who is dispatched to is no co-unit any more', () => {
    const draft: Issue = { ...anIssue(), ...logIssue({ ...particulars, units: [] }, logging) };
    const dispatching = { by: who('赵雪'), at, settings, stated: null, units: ['市城管局'] };
    expect(draft.coUnits).toContain('市城管局');
    expect(dispatch(draft, dispatching)).toMatchObject({ units: ['市城管局'], coUnits: ['河西街道'] });
  });
});

describe('claim, owner, report', () => {
  it('who claims is the owner unless he names another of his unit', () => {
    expect(claim(anIssue(), { by: who('王磊'), at, owner: null })).toMatchObject({ owner: '王磊', claimedAt: at });
    expect(claim(anIssue(), { by: who('李强'), at, owner: who('马超') }).owner).toBe('马超');
    expect(refusal(() => claim(anIssue(), { by: who('李强'), at, owner: who('何静') }))).toBe(
      'issue.owner: 何静不是市城管局的人，不能做#327的责任人。不属于本单位的，请回复“申诉327，原因：…”。',
    );
  });

  it('of a draft nobody is told that it is somebody’s: it is not handed over yet', () => {
    const draft = anIssue({ state: 'draft', units: [], deadline: null, dispatchedAt: null });
    const by = who('何静');
    for (const [verb, step] of [
      ['认领', () => claim(draft, { by, at, owner: null })],
      ['报整改', () => report(draft, { by, at, photos: 1 })],
      ['指定责任人', () => assignOwner(draft, { by, at, owner: by })],
      ['报进展', () => checkProgress(draft, { by })],
    ] as const) {
      expect(refusal(step)).toBe(`issue.state: #327还未交办，不能${verb}。请登记人或创城办先确认交办。`);
    }
  });

  it('another unit is told whose it is', () => {
    expect(refusal(() => claim(anIssue(), { by: who('何静'), at, owner: null }))).toBe(
      'right: #327的责任单位是市城管局，请该单位联络员回复“认领327”。',
    );
  });

  it('naming the owner of an unclaimed problem is the claim; a later one keeps the time of the claim', () => {
    const named = assignOwner(anIssue(), { by: who('李强'), at, owner: who('马超') });
    expect(named).toMatchObject({ state: 'claimed', owner: '马超', claimedAt: at });
    expect(assignOwner(named, { by: who('李强'), at: on('11-21 10:00'), owner: who('王磊') })).toMatchObject({
      owner: '王磊',
      claimedAt: at,
    });
  });

  it('a report without a claim counts as the claim', () => {
    expect(report(anIssue(), { by: who('王磊'), at, photos: 1 })).toMatchObject({
      state: 'reported',
      claimedAt: at,
      owner: '王磊',
      reportedAt: at,
      reportedBy: '王磊',
    });
  });

  it('and a photo is wanted', () => {
    expect(refusal(() => report(anIssue(), { by: who('王磊'), at, photos: 0 }))).toMatch(/^issue\.photo: /);
  });
});

describe('verify', () => {
  const reported = anIssue({ state: 'reported', reportedBy: '王磊', reportedAt: at, deadline: on('11-20 18:00') });
  const verifying = { by: who('刘志强'), at, reporterUnit: '市城管局', settings };

  it('close', () => {
    expect(close(reported, verifying)).toMatchObject({ state: 'closed', closedAt: at, closedBy: '刘志强' });
  });

  it('the responsible unit never closes its own, and nobody what he reported', () => {
    expect(refusal(() => close(reported, { ...verifying, by: who('王磊') }))).toBe(
      'right: #327由本单位整改，不能由本单位销号。整改后请回复“327已整改”并附照片，由督查组核查。',
    );
    expect(refusal(() => close({ ...reported, reportedBy: '刘志强' }, verifying))).toMatch(/^right: #327是您本人/);
  });

  it('a return counts, gives 24 h, and leaves the original deadline', () => {
    const returned = returnIssue(reported, { ...verifying, reason: '现场还有3辆车', stated: null });
    expect(returned).toMatchObject({
      state: 'claimed',
      returnCount: 1,
      returnDeadline: on('11-21 10:00'),
      deadline: on('11-20 18:00'),
    });
    expect(report(returned, { by: who('王磊'), at, photos: 1 }).returnDeadline).toBeNull();
  });

  it('a return without a reason is refused with words to type', () => {
    expect(refusal(() => returnIssue(reported, { ...verifying, reason: ' ', stated: null }))).toBe(
      'issue.reason: 退回需要写明原因。可回复：327退回，原因：现场还有3辆车',
    );
  });

  it('fixed on the spot: closed and on time at once', () => {
    const entry = logIssue(particulars, logging);
    expect(fixOnSpot(entry, { by: who('孙伟'), at, photos: 1, settings })).toMatchObject({
      state: 'closed',
      fixedOnSpot: true,
      reportedAt: at,
      closedAt: at,
      deadline: on('11-20 18:00'),
    });
    expect(refusal(() => fixOnSpot(entry, { by: who('丁一'), at, photos: 1, settings }))).toMatch(/^right/);
    expect(refusal(() => fixOnSpot(entry, { by: who('孙伟'), at, photos: 0, settings }))).toMatch(/^issue\.photo/);
  });

  it('a withdrawal needs a reason', () => {
    expect(refusal(() => withdraw(anIssue(), { by: who('赵雪'), at, reason: null, settings }))).toBe(
      'issue.reason: 撤销需要写明原因。可回复：撤销327，原因：重复登记',
    );
  });
});

describe('other hands', () => {
  const moving = {
    by: who('周敏'),
    at,
    units: ['河西街道'],
    keepDeadline: true,
    stated: null,
    ownerUnit: '市城管局',
    settings,
  };
  const open = anIssue({ state: 'claimed', owner: '王磊', deadline: on('11-23 18:00'), coUnits: ['河西街道'] });

  it('reassigned with the time limit unchanged', () => {
    expect(reassign(open, moving)).toMatchObject({
      state: 'dispatched',
      units: ['河西街道'],
      coUnits: [],
      owner: null,
      deadline: on('11-23 18:00'),
      designated: false,
    });
    expect(reassign(open, { ...moving, keepDeadline: false }).deadline).toEqual(on('11-20 18:00'));
  });

  it('to the same unit, or to nobody, is refused', () => {
    expect(refusal(() => reassign(open, { ...moving, units: ['市城管局'] }))).toMatch(/^issue\.units: .*没有变化/);
    expect(refusal(() => reassign(open, { ...moving, units: [] }))).toMatch(/^issue\.units/);
  });

  describe('what somebody new begins with, and what stays with who was there', () => {
    const worn = { returnCount: 2, extensionCount: 1, returnDeadline: on('11-21 10:00'), stoodStillMs: 1000 };
    const late: Issue = { ...open, ...worn, coUnits: [], deadline: on('11-19 18:00'), dispatchedAt: on('11-18 09:00') };
    const shared: Issue = { ...late, units: ['市城管局', '市住建局'] };
    const give = { ...moving, keepDeadline: false };

    it('a designation of the unit that has it only closes the way of appeal', () => {
      const confirmed = designate(late, { ...give, units: ['市城管局'] });
      expect(confirmed).toEqual({ ...late, designated: true });
      expect(refusal(() => designate(confirmed, { ...give, units: ['市城管局'] }))).toMatch(
        /^issue\.units: #327已经指定由市城管局负责，没有变化/,
      );
    });

    it.each([
      ['another unit: nothing of the old one is left', late, ['河西街道'], { returnCount: 0, extensionCount: 0 }],
      [
        'one more: time for him, nothing forgotten',
        late,
        ['市城管局', '河西街道'],
        { returnCount: 2, extensionCount: 1 },
      ],
      ['one of two for another', shared, ['市住建局', '河西街道'], { returnCount: 2, extensionCount: 1 }],
    ])('%s', (_, standing, units, counts) => {
      const fresh = { state: 'dispatched', dispatchedAt: at, deadline: on('11-20 18:00'), owner: null };
      for (const step of [reassign, designate]) {
        expect(step(standing, { ...give, units })).toMatchObject({ ...fresh, ...counts, units, stoodStillMs: 0 });
      }
    });

    it('where one of two leaves, the other goes on as before, and an owner goes with his unit', () => {
      expect(reassign(shared, { ...give, units: ['市城管局'] })).toEqual({ ...shared, units: ['市城管局'] });
      expect(reassign(shared, { ...give, units: ['市住建局'] })).toEqual({
        ...shared,
        units: ['市住建局'],
        owner: null,
      });
      const stated = on('11-25 18:00');
      expect(reassign(shared, { ...give, units: ['市城管局'], stated })).toMatchObject({
        deadline: stated,
        returnDeadline: null,
        returnCount: 2,
      });
    });
  });

  it('co-units are added once', () => {
    expect(addCoUnits(open, { by: who('赵雪'), coUnits: ['河西街道', '东湖街道'] }).coUnits).toEqual([
      '河西街道',
      '东湖街道',
    ]);
    expect(refusal(() => addCoUnits(open, { by: who('赵雪'), coUnits: ['市城管局'] }))).toMatch(/^issue\.units/);
  });

  it('merging keeps the older number, whichever is said first, and joins the units', () => {
    const [older, newer] = [anIssue({ no: 327 }), anIssue({ no: 445, units: ['市住建局'], urgent: true })];
    for (const [one, other] of [[older, newer] as const, [newer, older] as const]) {
      const { survivor, merged } = merge(one, other, { by: who('赵雪') });
      expect(survivor).toMatchObject({ no: 327, units: ['市城管局', '市住建局'], urgent: true, state: 'dispatched' });
      expect(merged).toMatchObject({ no: 445, state: 'merged', mergedInto: 327 });
    }
    expect(refusal(() => merge(older, older, { by: who('赵雪') }))).toMatch(/^issue\.same/);
    expect(refusal(() => merge({ ...older, state: 'closed' }, newer, { by: who('赵雪') }))).toMatch(/^issue\.state/);
  });
});

describe('rebound', () => {
  const closed = anIssue({
    state: 'closed',
    owner: '王磊',
    reportedAt: on('11-18 10:00'),
    closedAt: on('11-18 12:00'),
    closedBy: '刘志强',
    returnCount: 1,
    fixedOnSpot: true,
  });
  const reopening = { by: who('孙伟'), at, stated: null, settings };

  it('the same number, a new round, half the time', () => {
    expect(reopen(closed, reopening)).toMatchObject({
      state: 'dispatched',
      round: 2,
      reboundCount: 1,
      dispatchedAt: at,
      deadline: on('11-20 14:00'),
      closedAt: null,
      reportedAt: null,
      owner: null,
      returnCount: 0,
      fixedOnSpot: false,
    });
  });

  it('after 30 days it is a new problem', () => {
    expect(reopen(closed, { ...reopening, at: on('12-18 12:00') }).round).toBe(2);
    expect(refusal(() => reopen(closed, { ...reopening, at: on('12-18 12:01') }))).toMatch(/^reopen\.late/);
  });
});
