/** Holds what stands in the outbox against what reached people: every answer once, in order, or its fate told to the office. Pure. */
import type { KeptRow } from '../../testing/doors/outbox-file.ts';

export interface Verdict {
  rows: number;
  deliveredOnce: number;
  /** Marked as unknown, because the platform cannot tell; some of them did arrive. */
  unknownArrived: number;
  unknownNotArrived: number;
  /** Of those that arrived, the ones that came after what was said later: their time is as little known as their fate. */
  unknownLate: number;
  refused: number;
  /** Counted as sent and seen by nobody, or never sent. */
  lost: number;
  doubled: number;
  outOfOrder: number;
  /** Seen by people, and no row says it. */
  unexpected: number;
}

export const NOTHING: Verdict = {
  rows: 0,
  deliveredOnce: 0,
  unknownArrived: 0,
  unknownNotArrived: 0,
  unknownLate: 0,
  refused: 0,
  lost: 0,
  doubled: 0,
  outOfOrder: 0,
  unexpected: 0,
};

/** Vendors show some signs by their wide twins and put blanks after tags. */
const key = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '');

/** One conversation: its rows in the order in which they were written, and the texts in the order in which people saw them. */
export function judge(rows: readonly KeptRow[], shown: readonly string[]): Verdict {
  const verdict = { ...NOTHING, rows: rows.length };
  const seen = shown.map(key);
  const placeOf = new Map(rows.map((row, at) => [key(row.text), at]));
  for (const row of rows) count(verdict, row, seen.filter((text) => text === key(row.text)).length);
  const places = seen.flatMap((text) => placeOf.get(text) ?? []);
  const isUnknown = (place: number): boolean => rows[place]?.state === 'unknown';
  const late = overtaken(places.filter((place) => !isUnknown(place)));
  verdict.outOfOrder = late;
  verdict.unknownLate = overtaken(places) - late;
  verdict.unexpected = seen.length - places.length;
  return verdict;
}

/** Rows that were lost or came twice, as they stand in the outbox: where a search for the cause begins. */
export function wrongRows(rows: readonly KeptRow[], shown: readonly string[]): KeptRow[] {
  const seen = shown.map(key);
  return rows.filter((row) => {
    const one = { ...NOTHING };
    count(one, row, seen.filter((text) => text === key(row.text)).length);
    return one.lost + one.doubled > 0;
  });
}

/** How many come after one that belongs behind them. */
function overtaken(places: readonly number[]): number {
  let furthest = -1;
  let late = 0;
  for (const place of places) {
    if (place < furthest) late += 1;
    furthest = Math.max(furthest, place);
  }
  return late;
}

function count(verdict: Verdict, { state }: KeptRow, times: number): void {
  if (times > 1) verdict.doubled += 1;
  else if (state === 'sent' && times === 1) verdict.deliveredOnce += 1;
  else if (state === 'unknown') verdict[times === 1 ? 'unknownArrived' : 'unknownNotArrived'] += 1;
  else if (state === 'refused') verdict.refused += 1;
  else verdict.lost += 1;
}

/** Sum of several conversations. */
export function added(verdicts: readonly Verdict[]): Verdict {
  const sum = { ...NOTHING };
  for (const verdict of verdicts) for (const name of NAMES) sum[name] += verdict[name];
  return sum;
}

const NAMES = Object.keys(NOTHING) as (keyof Verdict)[]; // the literal above has exactly these

export const isGood = ({ lost, doubled, outOfOrder, unexpected }: Verdict): boolean =>
  lost + doubled + outOfOrder + unexpected === 0;
