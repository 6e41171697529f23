/** What the campaign itself remembers of each problem: what was done to it and when, so that any past moment can be looked up. */

export interface Stand {
  /** From this moment on. */
  readonly from: number;
  readonly state: string;
  readonly units: readonly string[];
  readonly dispatchedAt: number | null;
  readonly due: number | null;
  readonly claimedAt: number | null;
  readonly reportedAt: number | null;
  readonly reportedBy: string | null;
  readonly closedAt: number | null;
  readonly owner: string | null;
  readonly returns: number;
  readonly rebounds: number;
  readonly extensions: number;
  readonly isDesignated: boolean;
  readonly appealed: readonly string[];
  /** Day on which 挂账 ends. */
  readonly review: string | null;
}

export interface Case {
  readonly no: number;
  readonly place: string;
  readonly category: string;
  readonly tier: number;
  readonly loggedBy: string;
  /** inspection, superior, mock, citizen, 12345. */
  readonly source: string;
  /** 四查; null: none was said. */
  readonly origin: string | null;
  readonly loggedAt: number;
  /** Another number that tells of the same thing. */
  readonly twin: number | null;
  /** What waits for an answer of the office. */
  ask: Ask | null;
  readonly stands: Stand[];
}

export interface Ask {
  readonly kind: 'appeal' | 'extension' | 'suspension';
  readonly unit: string;
  readonly by: string;
  readonly isFalse: boolean;
  readonly until: number;
  readonly review: string | null;
}

export type Fresh = Omit<Case, 'ask' | 'stands'> & Pick<Stand, 'state' | 'units' | 'dispatchedAt' | 'due'>;

/** A problem as it is logged. */
export function newCase({ state, units, dispatchedAt, due, ...rest }: Fresh): Case {
  const first: Stand = {
    from: rest.loggedAt,
    state,
    units,
    dispatchedAt,
    due,
    claimedAt: null,
    reportedAt: null,
    reportedBy: null,
    closedAt: null,
    owner: null,
    returns: 0,
    rebounds: 0,
    extensions: 0,
    isDesignated: false,
    appealed: [],
    review: null,
  };
  return { ...rest, ask: null, stands: [first] };
}

/** As it stands now. */
export function now(problem: Case): Stand {
  const last = problem.stands.at(-1);
  if (last === undefined) throw new Error(`#${problem.no} has no beginning`);
  return last;
}

/** As it stood at a moment; undefined before it was logged. */
export const standAt = (problem: Case, at: number): Stand | undefined =>
  problem.stands.findLast(({ from }) => from <= at);

export function change(problem: Case, at: number, change: Partial<Omit<Stand, 'from'>>): void {
  problem.stands.push({ ...now(problem), ...change, from: at });
}

/** Given to other units, who start afresh. */
export function handOver(problem: Case, at: number, units: readonly string[], due: number): void {
  change(problem, at, { ...AFRESH, state: 'dispatched', units, dispatchedAt: at, due });
  problem.ask = null;
}

export function rebound(problem: Case, at: number, due: number): void {
  const { rebounds } = now(problem);
  change(problem, at, {
    ...AFRESH,
    state: 'dispatched',
    dispatchedAt: at,
    due,
    closedAt: null,
    rebounds: rebounds + 1,
  });
}

const AFRESH = { claimedAt: null, reportedAt: null, reportedBy: null, owner: null, returns: 0, extensions: 0 } as const;

export const isOpenState = (state: string): boolean => state === 'dispatched' || state === 'claimed';
