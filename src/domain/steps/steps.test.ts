/** 状态表: every step × every state × the main roles (domain §4). A refusal says something and changes nothing. */
import { describe, expect, it } from 'vitest';
import type { Person } from '../directory.ts';
import type { Issue, IssueState } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import type { Appeal, Extension, Suspension } from '../request.ts';
import { aCity, anIssue, on, someSettings } from '../testing/sample.ts';
import * as appeal from './appeal.ts';
import { assignOwner } from './assign-owner.ts';
import { claim } from './claim.ts';
import * as extend from './extend.ts';
import { dispatch } from './log.ts';
import { merge } from './merge.ts';
import { checkProgress } from './progress.ts';
import { addCoUnits, designate, reassign } from './reassign.ts';
import { checkRecheck, reopen } from './recheck.ts';
import { report } from './report.ts';
import * as suspend from './suspend.ts';
import { checkUrge } from './urge.ts';
import { close, returnIssue } from './verify.ts';
import { withdraw } from './withdraw.ts';

const city = aCity();
const settings = someSettings();
const at = on('11-22 10:20');
const stated = null;

function who(name: string): Person {
  const person = city.person(name);
  if (person === undefined) throw new Error(`sample city lacks ${name}`);
  return person;
}

const asked = {
  issueNo: 327,
  round: 1,
  state: 'pending',
  unit: '市城管局',
  requestedBy: '王磊',
  requestedAt: on('11-22 10:10'),
  reason: '原因',
  decidedBy: null,
  decidedAt: null,
  decisionNote: null,
} as const;
const anAppeal: Appeal = { ...asked, kind: 'appeal', ground: 'notOurs', suggestedUnits: ['市住建局'] };
const anExtension: Extension = { ...asked, kind: 'extension', until: on('11-25 18:00'), confirmedBy: null };
const aSuspension: Suspension = { ...asked, kind: 'suspension', plan: null, reviewOn: null };

const verifying = { at, reporterUnit: '市城管局', settings };
const moving = { at, units: ['市住建局'], keepDeadline: false, stated, ownerUnit: null, settings };
const reason = '写明的原因';

type Step = (issue: Issue, by: Person) => Issue | void;
const STEPS: Readonly<Record<string, Step>> = {
  dispatch: (issue, by) => dispatch(issue, { by, at, settings, units: [], stated }),
  claim: (issue, by) => claim(issue, { by, at, owner: null }),
  assignOwner: (issue, by) => assignOwner(issue, { by, at, owner: who('马超') }),
  progress: (issue, by) => checkProgress(issue, { by }),
  report: (issue, by) => report(issue, { by, at, photos: 1 }),
  close: (issue, by) => close(issue, { by, ...verifying }),
  return: (issue, by) => returnIssue(issue, { by, ...verifying, reason, stated }),
  withdraw: (issue, by) => withdraw(issue, { by, at, reason, settings }),
  urge: (issue, by) => checkUrge(issue, { by }),
  reassign: (issue, by) => reassign(issue, { by, ...moving }),
  designate: (issue, by) => designate(issue, { by, ...moving }),
  addCoUnits: (issue, by) => addCoUnits(issue, { by, coUnits: ['东湖街道'] }),
  appeal: (issue, by) =>
    appeal.requestAppeal(issue, { by, at, reason, ground: 'notOurs', suggestedUnits: [], settings }).issue,
  uphold: (issue, by) =>
    appeal.upholdAppeal(issue, anAppeal, { by, at, units: [], stated, note: null, ownerUnit: null, settings }).issue,
  rejectAppeal: (issue, by) => appeal.rejectAppeal(issue, anAppeal, { by, at, note: null }).issue,
  extend: (issue, by) =>
    extend.requestExtension(issue, { by, at, reason, until: on('11-25 18:00'), requests: [], settings }).issue,
  approveExtension: (issue, by) =>
    extend.approveExtension(issue, anExtension, { by, at, until: null, note: null }).issue,
  rejectExtension: (issue, by) => extend.rejectExtension(issue, anExtension, { by, at, note: null }).issue,
  suspend: (issue, by) =>
    suspend.requestSuspension(issue, { by, at, reason, plan: null, reviewOn: null, requests: [] }).issue,
  approveSuspension: (issue, by) => suspend.approveSuspension(issue, aSuspension, { by, at, note: null }).issue,
  rejectSuspension: (issue, by) => suspend.rejectSuspension(issue, aSuspension, { by, at, note: null }).issue,
  resume: (issue, by) => suspend.resume(issue, { by, at, suspendedAt: on('11-21 10:20'), stated }),
  merge: (issue, by) => merge(issue, anIssue({ no: 305 }), { by }).merged,
  recheck: (issue, by) => checkRecheck(issue, { by, settings }),
  reopen: (issue, by) => reopen(issue, { by, at, stated, settings }),
};

const STATES: readonly IssueState[] = [
  'draft',
  'dispatched',
  'claimed',
  'reported',
  'closed',
  'suspended',
  'withdrawn',
  'merged',
];

function standing(state: IssueState): Issue {
  return anIssue({
    state,
    dispatchedAt: state === 'draft' ? null : on('11-22 10:00'),
    owner: state === 'draft' || state === 'dispatched' ? null : '马超',
    coUnits: ['河西街道'],
    reportedBy: state === 'reported' || state === 'closed' ? '王磊' : null,
    reportedAt: state === 'reported' || state === 'closed' ? on('11-22 10:10') : null,
    closedAt: state === 'closed' ? on('11-22 10:15') : null,
    mergedInto: state === 'merged' ? 305 : null,
  });
}

const OFFICE = ['周敏', '赵雪'];
const LEAD = ['周敏'];
const EYES = ['周敏', '赵雪', '刘志强', '陈芳', '孙伟'];
const UNIT = ['张建国', '李强', '王磊'];
const OPEN: readonly IssueState[] = ['dispatched', 'claimed'];
// 刘志强's team logged it, so he may withdraw it; nobody else outside the office.
const ALLOWED: Readonly<Record<string, readonly [readonly IssueState[], readonly string[], IssueState | null]>> = {
  // 刘志强 is of the team that logged it.
  dispatch: [['draft'], [...OFFICE, '刘志强'], 'dispatched'],
  claim: [['dispatched'], UNIT, 'claimed'],
  assignOwner: [OPEN, UNIT, 'claimed'],
  progress: [['dispatched', 'claimed', 'suspended'], [...UNIT, '彭飞', '马超'], null],
  report: [OPEN, [...UNIT, '马超'], 'reported'],
  close: [['reported'], EYES, 'closed'],
  return: [['reported'], EYES, 'claimed'],
  withdraw: [['draft', ...OPEN], [...OFFICE, '刘志强'], 'withdrawn'],
  urge: [OPEN, EYES, null],
  reassign: [OPEN, OFFICE, 'dispatched'],
  designate: [OPEN, LEAD, 'dispatched'],
  addCoUnits: [['draft', 'suspended', ...OPEN], OFFICE, null],
  appeal: [OPEN, UNIT, null],
  uphold: [OPEN, LEAD, 'dispatched'],
  rejectAppeal: [OPEN, LEAD, null],
  extend: [OPEN, UNIT, null],
  approveExtension: [OPEN, OFFICE, null],
  rejectExtension: [OPEN, OFFICE, null],
  suspend: [OPEN, UNIT, null],
  approveSuspension: [OPEN, LEAD, 'suspended'],
  rejectSuspension: [OPEN, LEAD, null],
  resume: [['suspended'], LEAD, 'claimed'],
  merge: [['draft', ...OPEN], OFFICE, 'merged'],
  recheck: [['closed'], EYES, null],
  reopen: [['closed'], EYES, 'dispatched'],
};

const PEOPLE = [
  ...EYES,
  ...UNIT,
  '马超', // owner, of the unit
  '何静', // liaison of another unit
  '彭飞', // liaison of the co-unit
  '丁一', // grid member
  '钱多', // citizen
];

/** The owner may only report once he is named. */
const mayDo = (name: string, person: string, state: IssueState): boolean => {
  const [, people] = ALLOWED[name] ?? [[], [], null];
  return (
    people.includes(person) && !(name === 'report' && person === '马超' && ['draft', 'dispatched'].includes(state))
  );
};

/** A draft is nobody's yet: whoever tries what is the unit's hears that it has not been handed over. */
const OF_THE_UNIT = ['claim', 'assignOwner', 'progress', 'report', 'appeal', 'extend', 'suspend'];

interface Outcome {
  readonly said: string;
  readonly code: string;
  readonly state: IssueState | null;
}

/** What came of it; anything but a Refusal is a fault and goes through. */
function attempt(step: Step, issue: Issue, person: Person): Outcome {
  try {
    return { said: '', code: 'done', state: step(issue, person)?.state ?? null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { said: error.message, code: error.code, state: null };
  }
}

describe.each(Object.entries(STEPS))('%s', (name, step) => {
  const [states, , next] = ALLOWED[name] ?? [[], [], null];

  it.each(STATES)('on %s', (state) => {
    for (const person of PEOPLE) {
      const issue = standing(state);
      const outcome = attempt(step, issue, who(person));
      const right = mayDo(name, person, state) || (state === 'draft' && OF_THE_UNIT.includes(name));
      const expected = !right ? 'right' : states.includes(state) ? 'done' : 'issue.state';
      expect(`${person}: ${outcome.code}`).toBe(`${person}: ${expected}`);
      expect([next ?? state, null]).toContain(outcome.state);
      expect(outcome.said).not.toMatch(/[!！]|undefined|null|NaN/);
      expect(expected === 'done' || /[。”]$/.test(outcome.said)).toBe(true);
      expect(issue).toEqual(standing(state));
    }
  });
});
