/** 排名 reckoned by hand (domain §5): ties share a place and stand with the larger N first, units without problems are left out. */
import type { Case } from './case.ts';
import { tallyOf } from './tally.ts';
import type { Span, Tally } from './tally.ts';

/** Which numbers a rate is made of. */
export interface Rated {
  readonly part: keyof Tally;
  readonly whole: keyof Tally;
}

export interface Placing {
  /** `3. 市城管局 17/20`. */
  readonly rows: readonly string[];
  readonly leftOut: readonly string[];
}

/** The units of one ranking group. */
export function placingOf(
  units: readonly string[],
  { cases, span, at, rated }: { cases: readonly Case[]; span: Span | null; at: number; rated: Rated },
): Placing {
  const all = units.map((unit) => {
    const tally = tallyOf(cases, unit, span, at);
    return { unit, count: tally.count, part: tally[rated.part], whole: tally[rated.whole] };
  });
  const ranked = all.filter(({ count, whole }) => count > 0 && whole > 0);
  const isBetter = (one: (typeof ranked)[number], other: (typeof ranked)[number]): number =>
    other.part * one.whole - one.part * other.whole;
  return {
    rows: ranked
      .toSorted((a, b) => isBetter(a, b) || b.count - a.count)
      .map((row) => {
        const before = ranked.filter((other) => isBetter(other, row) < 0).length;
        return `${before + 1}. ${row.unit} ${row.part}/${row.whole}`;
      }),
    leftOut: all.filter((each) => !ranked.includes(each)).map(({ unit }) => unit),
  };
}
