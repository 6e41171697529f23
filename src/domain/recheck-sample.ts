/** 回头看抽查 (domain §4 recheck): a tenth of what was closed in the last thirty days, and all that is 老大难. Pure. */
import type { Issue } from './issue.ts';
import type { RecheckSettings } from './recheck-settings.ts';
import { DAY_MS, isoWeekOf, dayOf } from './shanghai.ts';

export interface RecheckSample {
  /** Closed within the days, all of them. */
  readonly closed: number;
  /** Of these looked at again since. */
  readonly done: number;
  /** Still to be looked at: 老大难 first, then the drawn ones. */
  readonly due: readonly Issue[];
}

/**
 * `rechecked`: numbers of problems looked at again since their closing. The draw is the same for everybody who asks in a week, and
 * another one in the next.
 */
export function recheckSample(
  issues: readonly Issue[],
  rechecked: ReadonlySet<number>,
  { at, settings }: { readonly at: Date; readonly settings: RecheckSettings },
): RecheckSample {
  const since = at.getTime() - settings.withinDays * DAY_MS;
  const all = issues.filter(({ state }) => state === 'closed');
  const closed = all.filter(({ closedAt }) => (closedAt?.getTime() ?? 0) >= since);
  const done = closed.filter(({ no }) => rechecked.has(no));
  // 老大难 are looked at beside the draw, however long ago they were closed, so they use up none of it.
  const chronic = all.filter((issue) => issue.chronic && !rechecked.has(issue.no));
  const wanted = Math.ceil(settings.share * closed.length) - done.filter((issue) => !issue.chronic).length;
  const { year, week } = isoWeekOf(dayOf(at));
  const drawn = closed
    .filter((issue) => !issue.chronic && !rechecked.has(issue.no))
    .toSorted((a, b) => lot(a.no, year * 100 + week) - lot(b.no, year * 100 + week) || a.no - b.no)
    .slice(0, Math.max(0, wanted))
    .toSorted((a, b) => a.no - b.no);
  return { closed: closed.length, done: done.length, due: [...chronic, ...drawn] };
}

/** A number that looks drawn and is the same for everybody. */
const lot = (no: number, week: number): number => (Math.imul(no + week * 7919, 2_654_435_761) >>> 7) % 1_000_003;
