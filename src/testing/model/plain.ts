/**
 * A problem as the plain model keeps it: milliseconds and strings, written from domain §4 and §5 without a line of the domain's code,
 * so that both must be wrong in the same way for the comparison to be silent.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Ask {
  readonly kind: 'appeal' | 'extension' | 'suspension';
  state: 'pending' | 'approved' | 'rejected' | 'withdrawn';
  readonly round: number;
  readonly unit: string;
  readonly isFalse: boolean;
  readonly suggests: readonly string[];
  until: number;
  isConfirmed: boolean;
  /** Shanghai day number. */
  review: number | null;
}

export interface Plain {
  readonly no: number;
  state: string;
  round: number;
  readonly category: string;
  isUrgent: boolean;
  units: readonly string[];
  co: readonly string[];
  owner: string | null;
  readonly loggedBy: string;
  readonly team: string | null;
  readonly loggedAt: number;
  dispatchedAt: number | null;
  due: number | null;
  dueAgain: number | null;
  claimedAt: number | null;
  reportedAt: number | null;
  reportedBy: string | null;
  closedAt: number | null;
  closedBy: string | null;
  isSpotFix: boolean;
  returns: number;
  rebounds: number;
  extensions: number;
  isDesignated: boolean;
  appealed: readonly string[];
  review: number | null;
  /** Put aside: since when, and how much was left then of the limit and of the time given with a return. */
  aside: { readonly since: number; readonly left: number | null; readonly leftAgain: number | null } | null;
  /** From when to when its clock has stood still since it was handed over. */
  pauses: readonly { readonly from: number; readonly to: number }[];
  into: number | null;
  readonly asks: Ask[];
}

/** Days since 1970 by the Shanghai calendar. */
export const dayNo = (at: number): number => Math.floor((at + 8 * HOUR) / DAY);

const endOfDayNo = (day: number): number => (day + 1) * DAY - 8 * HOUR - 1000;

type Kindred = Pick<Plain, 'category' | 'isUrgent'>;

/** Calendar clock (an inspection period): three days to the end of the day, a day, two hours for what is urgent whatever its kind. */
export function limitFrom(at: number, { category, isUrgent }: Kindred): number {
  if (isUrgent) return at + 2 * HOUR;
  return category === 'illegal_ads' ? at + DAY : endOfDayNo(dayNo(at) + 3);
}

/** Half of it, two hours at least. */
export function halfLimitFrom(at: number, { category, isUrgent }: Kindred): number {
  if (isUrgent) return at + 2 * HOUR;
  return at + (category === 'illegal_ads' ? DAY : 3 * DAY) / 2;
}

export const isOpenState = (state: string): boolean => state === 'dispatched' || state === 'claimed';

/** Three quarters of what may be used is used, or an hour at most is left; not once it is over. */
export function isNearlyOver({ state, dispatchedAt, due, pauses }: Plain, at: number): boolean {
  if (!isOpenState(state) || dispatchedAt === null || due === null || due < at) return false;
  const paused = pauses.reduce((sum, { from, to }) => sum + (to - from), 0);
  const used = at - dispatchedAt - paused;
  const left = due - at;
  return used >= 3 * left || left <= HOUR;
}

/** A request that still speaks of the problem as it stands. */
export function liveAsk(problem: Plain, kind: Ask['kind']): Ask | undefined {
  if (['closed', 'withdrawn', 'merged'].includes(problem.state)) return undefined;
  return problem.asks.find(
    ({ kind: asked, state, round, unit }) =>
      asked === kind && state === 'pending' && round === problem.round && problem.units.includes(unit),
  );
}

export const union = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])];
export const without = (list: readonly string[], gone: readonly string[]): string[] =>
  list.filter((each) => !gone.includes(each));
