/** Chance that comes out the same on every machine: a small generator of its own (mulberry32), never Math.random. */

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** From `low` to `high`, both inclusive. */
  int(low: number, high: number): number;
  isLucky(share: number): boolean;
  /** Throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[];
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    isLucky: (share) => next() < share,
    pick(list) {
      const found = list[int(0, list.length - 1)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
    shuffled(list) {
      const keyed = list.map((each) => ({ each, key: next() }));
      return keyed.toSorted((a, b) => a.key - b.key).map(({ each }) => each);
    },
  };
}
