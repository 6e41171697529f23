/** The plain model's requests: asked, confirmed, decided, and what a decision leaves behind (domain §4). */
import type { Person } from '../../domain/directory.ts';
import { giveTo } from './give.ts';
import { DAY, dayNo, HOUR, isOpenState, liveAsk, union, without } from './plain.ts';
import type { Ask, Plain } from './plain.ts';
import type { Scene } from './scene.ts';

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

/** It gives time: later than each of the limits there are, or than now where there is none. */
const isLater = ({ due, dueAgain }: Plain, until: number, at: number): boolean =>
  until > Math.max(due ?? dueAgain ?? at, dueAgain ?? due ?? at);

/** True: done. */
type Step = (problem: Plain, scene: Scene) => boolean;

type Asking =
  | 'appeal'
  | 'uphold'
  | 'rejectAppeal'
  | 'extend'
  | 'confirm'
  | 'approveExtension'
  | 'rejectExtension'
  | 'suspend'
  | 'approveSuspension'
  | 'rejectSuspension'
  | 'resume';

export const REQUEST_STEPS: Readonly<Record<Asking, Step>> = {
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
  extend(problem, { by, at, stated, isComplete }) {
    const { due, extensions } = problem;
    if (!isOpenState(problem.state) || (due !== null && at > due) || extensions >= 2) return false;
    if (liveAsk(problem, 'extension') || stated === null || !isLater(problem, stated, at) || !isComplete) return false;
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
    if (until <= at || !isLater(problem, until, at)) return false;
    Object.assign(ask, { state: 'approved', until });
    Object.assign(problem, { due: until, dueAgain: null, extensions: problem.extensions + 1 });
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
    const leftOf = (end: number | null): number | null => (end === null ? null : end - at);
    const aside = { since: at, left: leftOf(problem.due), leftAgain: leftOf(problem.dueAgain) };
    Object.assign(problem, { state: 'suspended', review, aside });
    return true;
  },
  rejectSuspension: (problem) => answer(problem, 'suspension', 'rejected'),
  resume(problem, { at, stated }) {
    const { state, aside } = problem;
    if (state !== 'suspended' || aside === null) return false;
    const { since, left, leftAgain } = aside;
    // What was left then is left now: neither the limit nor the time of a return has run meanwhile. A new limit is over both.
    problem.due = stated ?? (left === null ? null : at + left);
    problem.dueAgain = stated !== null || leftAgain === null ? null : at + leftAgain;
    problem.pauses = [...problem.pauses, { from: since, to: at }];
    Object.assign(problem, { state: 'claimed', claimedAt: problem.claimedAt ?? at, review: null, aside: null });
    return true;
  },
};
