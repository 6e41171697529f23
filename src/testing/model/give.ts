/** The plain model gives a problem to units that start afresh (domain §4). */
import { castOf } from './cast.ts';
import { limitFrom, without } from './plain.ts';
import type { Plain } from './plain.ts';
import type { Scene } from './scene.ts';

/** Nothing that happened in earlier hands or before the closing is left. */
export const AFRESH = {
  state: 'dispatched',
  owner: null,
  dueAgain: null,
  claimedAt: null,
  reportedAt: null,
  reportedBy: null,
  returns: 0,
  extensions: 0,
  pauses: [],
} as const;

/** Whoever is new begins; whoever was there goes on. */
export function giveTo(problem: Plain, units: readonly string[], { at, stated }: Scene, keeps: boolean): true {
  const { returns, extensions, owner } = problem;
  const [joining, leaving] = [without(units, problem.units), without(problem.units, units)];
  const isAllNew = joining.length === units.length;
  Object.assign(problem, { units, co: without(problem.co, units) });
  if (joining.length > 0) {
    const kept = keeps && stated === null ? problem.due : null;
    Object.assign(problem, AFRESH, { dispatchedAt: at, due: kept ?? stated ?? limitFrom(at, problem) });
    if (!isAllNew) Object.assign(problem, { returns, extensions });
  } else if (leaving.length > 0) {
    if (stated !== null) Object.assign(problem, { due: stated, dueAgain: null });
    if (owner !== null && !units.includes(castOf(owner).unit ?? '')) problem.owner = null;
  }
  return true;
}
