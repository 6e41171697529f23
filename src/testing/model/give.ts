/** The plain model gives a problem to units that start afresh (domain §4). */
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

export function giveTo(problem: Plain, units: readonly string[], { at, stated }: Scene, keeps: boolean): true {
  const kept = keeps && stated === null ? problem.due : null;
  const due = kept ?? stated ?? limitFrom(at, problem);
  Object.assign(problem, AFRESH, { units, co: without(problem.co, units), dispatchedAt: at, due });
  return true;
}
