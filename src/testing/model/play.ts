/** The plain model plays a move: domain §4 as a table of who, from where and what then. Changes the problems in place. */
import { enter } from './enter.ts';
import { AFRESH, giveTo } from './give.ts';
import { ASKED } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { DAY, halfLimitFrom, isOpenState, limitFrom, liveAsk, union, without } from './plain.ts';
import type { Plain } from './plain.ts';
import { REQUEST_STEPS } from './requests.ts';
import { RIGHTS } from './rights.ts';
import type { Scene } from './scene.ts';

export function play(problems: Plain[], scene: Scene): Outcome {
  if (scene.kind === 'log' || scene.kind === 'fix') return enter(problems, scene);
  const problem = problems.find(({ no }) => no === scene.no);
  if (!problem) return 'none';
  const asked = ASKED[scene.kind];
  if (asked !== undefined && liveAsk(problem, asked) === undefined) return 'none';
  // A draft is nobody's yet.
  if (problem.state === 'draft' && OF_THE_UNIT.has(scene.kind)) return 'no';
  const byClock = scene.kind === 'resume' && scene.isOther;
  if (!byClock && !RIGHTS[scene.kind](scene.by, problem, scene.at)) return 'right';
  if (scene.kind === 'merge') return join(problem, problems.find(({ no }) => no === scene.otherNo) ?? problem);
  return STEPS[scene.kind](problem, scene) ? 'ok' : 'no';
}

/** What the responsible unit does. */
const OF_THE_UNIT: ReadonlySet<Scene['kind']> = new Set([
  'claim',
  'assign',
  'progress',
  'report',
  'appeal',
  'extend',
  'suspend',
]);

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
  ...REQUEST_STEPS,
  dispatch(problem, { at, units, stated }) {
    const named = units.length > 0 ? units : problem.units;
    if (problem.state !== 'draft' || named.length === 0) return false;
    const waiting = problem.due !== null && problem.due > at ? problem.due : null;
    const due = stated ?? waiting ?? limitFrom(at, problem);
    Object.assign(problem, {
      state: 'dispatched',
      units: named,
      co: without(problem.co, named),
      dispatchedAt: at,
      due,
    });
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
  reassign(problem, scene) {
    const { units, isOther } = scene;
    const isSame = units.length === problem.units.length && without(units, problem.units).length === 0;
    if (!isOpenState(problem.state) || units.length === 0 || isSame) return false;
    return giveTo(problem, units, scene, isOther);
  },
  designate(problem, scene) {
    const isSame = scene.units.length === problem.units.length && without(scene.units, problem.units).length === 0;
    if (!isOpenState(problem.state) || scene.units.length === 0 || (isSame && problem.isDesignated)) return false;
    problem.isDesignated = true;
    if (isSame) return true;
    return giveTo(problem, scene.units, scene, scene.isOther);
  },
  addCo(problem, { units }) {
    const added = without(units, [...problem.units, ...problem.co]);
    const fits = isOpenState(problem.state) || problem.state === 'draft' || problem.state === 'suspended';
    if (!fits || added.length === 0) return false;
    problem.co = [...problem.co, ...added];
    return true;
  },
  recheck: (problem) => problem.state === 'closed',
  reopen(problem, { at, stated }) {
    if (problem.state !== 'closed' || (problem.closedAt !== null && at - problem.closedAt > 30 * DAY)) return false;
    const due = stated ?? halfLimitFrom(at, problem);
    Object.assign(problem, AFRESH, { round: problem.round + 1, rebounds: problem.rebounds + 1, dispatchedAt: at, due });
    Object.assign(problem, { closedAt: null, closedBy: null, isSpotFix: false });
    return true;
  },
  urge: (problem) => isOpenState(problem.state),
};
