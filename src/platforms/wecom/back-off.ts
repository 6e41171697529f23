/** Growing pauses between attempts, with jitter so that many do not come at once: a second at first, a minute at most. */
const FIRST_MS = 1_000;
const MOST_MS = 60_000;

export interface BackOff {
  /** How long to wait after one more failure. */
  next(): number;
  /** It worked: the pauses start over. */
  reset(): void;
}

export function createBackOff(random: () => number): BackOff {
  let failures = 0;
  return {
    next() {
      const most = Math.min(FIRST_MS * 2 ** Math.min(failures, 10), MOST_MS);
      failures += 1;
      return most / 2 + (most / 2) * random();
    },
    reset() {
      failures = 0;
    },
  };
}
