/** How the vendor counts: so many per sliding time and key. */
export interface Limit {
  readonly most: number;
  readonly periodMs: number;
}

export interface Counter {
  /** Counts one; false when that is too many, and then it is not counted. */
  take(key: string): boolean;
}

export function createCounter(limits: readonly Limit[], now: () => Date): Counter {
  const times = new Map<string, number[]>();
  return {
    take(key) {
      const at = now().getTime();
      const before = times.get(key) ?? [];
      if (limits.some(({ most, periodMs }) => before.filter((time) => time > at - periodMs).length >= most))
        return false;
      times.set(key, [...before, at]);
      return true;
    },
  };
}
