/** The plain model plays a move: domain §4 as a table of who, from where and what then. Changes the problems in place. */
import type { Person } from '../../domain/directory.ts';
import { inOffice, inspects, mayLogIt, RIGHTS } from './rights.ts';
import { DAY, dayNo, halfLimitFrom, HOUR, isOpenState, limitFrom, liveAsk, union, without } from './plain.ts';
import type { Ask, Plain } from './plain.ts';
import type { Scene } from './scene.ts';

/** `right`: not by this person. `no`: not now or not so. `none`: there is nothing it could be done to. */
export type Outcome = 'ok' | 'right' | 'no' | 'none';

export function play(problems: Plain[], scene: Scene): Outcome {
  if (scene.kind === 'log' || scene.kind === 'fix') return enter(problems, scene);
  const problem = problems.find(({ no }) => no === scene.no);
  if (!problem) return 'none';
  const asked = ASKED[scene.kind];
  if (asked !== undefined && liveAsk(problem, asked) === undefined) return 'none';
  const byClock = scene.kind === 'resume' && scene.isOther;
  if (!byClock && !RIGHTS[scene.kind](scene.by, problem, scene.at)) return 'right';
  if (scene.kind === 'merge') return join(problem, problems.find(({ no }) => no === scene.otherNo) ?? problem);
  return STEPS[scene.kind](problem, scene) ? 'ok' : 'no';
}

/** What has to be pending before it can be decided. */
export const ASKED: Readonly<Partial<Record<Scene['kind'], Ask['kind']>>> = {
  uphold: 'appeal',
  rejectAppeal: 'appeal',
  confirm: 'extension',
  approveExtension: 'extension',
  rejectExtension: 'extension',
  approveSuspension: 'suspension',
  rejectSuspension: 'suspension',
};

function enter(problems: Plain[], { kind, by, at, units, category, stated, isComplete }: Scene): Outcome {
  const dispatches = (inOffice(by) || inspects(by)) && units.length > 0;
  if (kind === 'fix') {
    if (!inOffice(by) && !inspects(by)) return 'right';
    if (units.length === 0) return 'no';
    if (by.unit !== null && units.includes(by.unit)) return 'right';
    if (!isComplete) return 'no';
  } else if (!mayLogIt(by)) return 'right';
  const problem: Plain = {
    ...newPlain(problems.length + 1, by, at),
    category,
    isUrgent: category === 'charging',
    units,
    state: dispatches ? 'dispatched' : 'draft',
    dispatchedAt: dispatches ? at : null,
    due: dispatches ? (stated ?? limitFrom(at, category)) : stated,
  };
  if (kind === 'fix') {
    const due = Math.max(problem.due ?? at, at);
    Object.assign(problem, { state: 'closed', isSpotFix: true, due, claimedAt: at, reportedAt: at, closedAt: at });
    Object.assign(problem, { reportedBy: by.name, closedBy: by.name });
  }
  problems.push(problem);
  return 'ok';
}

function newPlain(no: number, by: Person, at: number): Omit<Plain, 'category' | 'isUrgent' | 'units' | 'state'> {
  return {
    no,
    round: 1,
    co: [],
    owner: null,
    loggedBy: by.name,
    team: by.unit?.startsWith('督查') ? by.unit : null,
    loggedAt: at,
    dispatchedAt: null,
    due: null,
    dueAgain: null,
    claimedAt: null,
    reportedAt: null,
    reportedBy: null,
    closedAt: null,
    closedBy: null,
    isSpotFix: false,
    returns: 0,
    rebounds: 0,
    extensions: 0,
    isDesignated: false,
    appealed: [],
    review: null,
    suspendedAt: null,
    into: null,
    asks: [],
  };
}

/** Nothing that happened in earlier hands or before the closing is left. */
const AFRESH = {
  state: 'dispatched',
  owner: null,
  dueAgain: null,
  claimedAt: null,
  reportedAt: null,
  reportedBy: null,
  returns: 0,
  extensions: 0,
} as const;

function giveTo(problem: Plain, units: readonly string[], { at, stated }: Scene, keeps: boolean): true {
  const kept = keeps && stated === null ? problem.due : null;
  const due = kept ?? stated ?? limitFrom(at, problem.category);
  Object.assign(problem, AFRESH, { units, co: without(problem.co, units), dispatchedAt: at, due });
  return true;
}

const newAsk = (problem: Plain, by: Person, kind: Ask['kind']): Ask => ({
  kind,
  state: 'pending',
  round: problem.round,
  unit: by.unit ?? '',
  isFalse: false,
  suggests: [],
  until: 0,
  isConfirmed: false,
  review: null,
});

function answer(problem: Plain, kind: Ask['kind'], state: 'approved' | 'rejected'): boolean {
  const ask = liveAsk(problem, kind);
  if (!ask || !isOpenState(problem.state)) return false;
  ask.state = state;
  return true;
}

function join(one: Plain, other: Plain): Outcome {
  if (one.no === other.no) return 'no';
  const [older, newer] = one.no < other.no ? [one, other] : [other, one];
  const survives = isOpenState(older.state) || older.state === 'reported' || older.state === 'suspended';
  if (!survives || !(isOpenState(newer.state) || newer.state === 'draft')) return 'no';
  older.units = union(older.units, newer.units);
  older.co = without(union(older.co, newer.co), older.units);
  older.isUrgent ||= newer.isUrgent;
  newer.state = 'merged';
  newer.into = older.no;
  return 'ok';
}

type Step = (problem: Plain, scene: Scene) => boolean;

/** True: done. */
const STEPS: Readonly<Record<Exclude<Scene['kind'], 'log' | 'fix' | 'merge'>, Step>> = {
  dispatch(problem, { at, units, stated }) {
    const named = units.length > 0 ? units : problem.units;
    if (problem.state !== 'draft' || named.length === 0) return false;
    const waiting = problem.due !== null && problem.due > at ? problem.due : null;
    const due = stated ?? waiting ?? limitFrom(at, problem.category);
    Object.assign(problem, { state: 'dispatched', units: named, dispatchedAt: at, due });
    return true;
  },
  claim(problem, { by, at, owner }) {
    const named = owner ?? by;
    if (problem.state !== 'dispatched' || named.unit !== by.unit) return false;
    Object.assign(problem, { state: 'claimed', claimedAt: at, owner: named.name });
    return true;
  },
  assign(problem, { by, at, owner }) {
    const named = owner ?? by;
    if (!isOpenState(problem.state) || named.unit !== by.unit) return false;
    Object.assign(problem, { state: 'claimed', claimedAt: problem.claimedAt ?? at, owner: named.name });
    return true;
  },
  progress: (problem) => isOpenState(problem.state) || problem.state === 'suspended',
  report(problem, { by, at, isComplete }) {
    if (!isOpenState(problem.state) || !isComplete) return false;
    Object.assign(problem, { state: 'reported', owner: problem.owner ?? by.name, claimedAt: problem.claimedAt ?? at });
    Object.assign(problem, { reportedAt: at, reportedBy: by.name, dueAgain: null });
    return true;
  },
  close(problem, { by, at }) {
    if (problem.state !== 'reported') return false;
    Object.assign(problem, { state: 'closed', closedAt: at, closedBy: by.name });
    return true;
  },
  return(problem, { at, stated, isComplete }) {
    if (problem.state !== 'reported' || !isComplete) return false;
    Object.assign(problem, { state: 'claimed', returns: problem.returns + 1, dueAgain: stated ?? at + DAY });
    return true;
  },
  withdraw(problem, { isComplete }) {
    if (!(isOpenState(problem.state) || problem.state === 'draft') || !isComplete) return false;
    problem.state = 'withdrawn';
    return true;
  },
  appeal(problem, { by, at, units, isComplete, isOther }) {
    const window = problem.isUrgent ? 2 * HOUR : DAY;
    const isLate = problem.dispatchedAt !== null && at - problem.dispatchedAt > window;
    if (!isOpenState(problem.state) || problem.isDesignated || isLate || !isComplete) return false;
    if (problem.appealed.includes(by.unit ?? '')) return false;
    problem.appealed = [...problem.appealed, by.unit ?? ''];
    problem.asks.push({ ...newAsk(problem, by, 'appeal'), isFalse: isOther, suggests: units });
    return true;
  },
  uphold(problem, scene) {
    const ask = liveAsk(problem, 'appeal');
    if (!ask || !isOpenState(problem.state)) return false;
    if (ask.isFalse && scene.units.length === 0) {
      problem.state = 'withdrawn';
      ask.state = 'approved';
      return true;
    }
    const named = scene.units.length > 0 ? scene.units : ask.suggests;
    const units = without(union(problem.units, named), [ask.unit]);
    if (units.length === 0) return false;
    ask.state = 'approved';
    return giveTo(problem, units, scene, false);
  },
  rejectAppeal: (problem) => answer(problem, 'appeal', 'rejected'),
  reassign(problem, scene) {
    const { units, isOther } = scene;
    const isSame = units.length === problem.units.length && without(units, problem.units).length === 0;
    if (!isOpenState(problem.state) || units.length === 0 || isSame) return false;
    return giveTo(problem, units, scene, isOther);
  },
  designate(problem, scene) {
    if (!isOpenState(problem.state) || scene.units.length === 0) return false;
    problem.isDesignated = true;
    return giveTo(problem, scene.units, scene, scene.isOther);
  },
  addCo(problem, { units }) {
    const added = without(units, [...problem.units, ...problem.co]);
    const fits = isOpenState(problem.state) || problem.state === 'draft' || problem.state === 'suspended';
    if (!fits || added.length === 0) return false;
    problem.co = [...problem.co, ...added];
    return true;
  },
  extend(problem, { by, at, stated, isComplete }) {
    const { due, extensions } = problem;
    if (!isOpenState(problem.state) || (due !== null && at > due) || extensions >= 2) return false;
    if (liveAsk(problem, 'extension') || stated === null || stated <= (due ?? at) || !isComplete) return false;
    const isConfirmed = by.roles.includes('unitPrincipal');
    problem.asks.push({ ...newAsk(problem, by, 'extension'), until: stated, isConfirmed });
    return true;
  },
  confirm(problem) {
    const ask = liveAsk(problem, 'extension');
    if (ask) ask.isConfirmed = true;
    return ask !== undefined;
  },
  approveExtension(problem, { at, stated }) {
    const ask = liveAsk(problem, 'extension');
    if (!ask || !isOpenState(problem.state) || (problem.extensions > 0 && !ask.isConfirmed)) return false;
    const until = stated ?? ask.until;
    if (until <= at) return false;
    Object.assign(ask, { state: 'approved', until });
    Object.assign(problem, { due: until, extensions: problem.extensions + 1 });
    return true;
  },
  rejectExtension: (problem) => answer(problem, 'extension', 'rejected'),
  suspend(problem, { by, at, stated, isComplete }) {
    const review = stated === null ? null : dayNo(stated);
    if (!isOpenState(problem.state) || liveAsk(problem, 'suspension') || !isComplete) return false;
    if (review !== null && review <= dayNo(at)) return false;
    problem.asks.push({ ...newAsk(problem, by, 'suspension'), review });
    return true;
  },
  approveSuspension(problem, { at }) {
    const ask = liveAsk(problem, 'suspension');
    if (!ask || !isOpenState(problem.state)) return false;
    const review = ask.review ?? dayNo(at) + 30;
    Object.assign(ask, { state: 'approved', review });
    Object.assign(problem, { state: 'suspended', review, suspendedAt: at });
    return true;
  },
  rejectSuspension: (problem) => answer(problem, 'suspension', 'rejected'),
  resume(problem, { at, stated }) {
    if (problem.state !== 'suspended') return false;
    const stood = at - (problem.suspendedAt ?? at);
    const due = stated ?? (problem.due === null ? null : problem.due + stood);
    Object.assign(problem, { state: 'claimed', claimedAt: problem.claimedAt ?? at, due, review: null });
    return true;
  },
  recheck: (problem) => problem.state === 'closed',
  reopen(problem, { at, stated }) {
    if (problem.state !== 'closed' || (problem.closedAt !== null && at - problem.closedAt > 30 * DAY)) return false;
    const due = stated ?? halfLimitFrom(at, problem.category);
    Object.assign(problem, AFRESH, { round: problem.round + 1, rebounds: problem.rebounds + 1, dispatchedAt: at, due });
    Object.assign(problem, { closedAt: null, closedBy: null, isSpotFix: false });
    return true;
  },
  urge: (problem) => isOpenState(problem.state),
};
