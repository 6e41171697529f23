/** The plain model takes a new problem down: 登记 and 现场已整改 (domain §4). */
import type { Person } from '../../domain/directory.ts';
import { limitFrom } from './plain.ts';
import type { Plain } from './plain.ts';
import type { Outcome } from './outcome.ts';
import { inOffice, inspects, mayLogIt } from './rights.ts';
import type { Scene } from './scene.ts';

export function enter(problems: Plain[], { kind, by, at, units, category, stated, isComplete }: Scene): Outcome {
  const dispatches = (inOffice(by) || inspects(by)) && units.length > 0;
  if (kind === 'fix') {
    if (!inOffice(by) && !inspects(by)) return 'right';
    if (units.length === 0) return 'no';
    if (by.unit !== null && units.includes(by.unit)) return 'right';
    if (!isComplete) return 'no';
  } else if (!mayLogIt(by)) return 'right';
  const what = { category, isUrgent: category === 'charging' };
  const problem: Plain = {
    ...newPlain(problems.length + 1, by, at),
    ...what,
    units,
    state: dispatches ? 'dispatched' : 'draft',
    dispatchedAt: dispatches ? at : null,
    due: dispatches ? (stated ?? limitFrom(at, what)) : stated,
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
    aside: null,
    pauses: [],
    into: null,
    asks: [],
  };
}
