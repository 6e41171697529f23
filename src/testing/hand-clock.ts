/** A clock and timers that stand still until a test moves them, and waiting for what happens on real sockets. */

interface Entry {
  readonly act: () => void;
  readonly at: number;
}

export interface HandClock {
  readonly now: () => Date;
  readonly timers: { readonly set: (act: () => void, ms: number) => unknown; readonly clear: (timer: unknown) => void };
  /** Moves on and runs what falls due, in order. */
  pass(ms: number): void;
  /** Due times of what is set, in ms from now. */
  readonly pending: () => number[];
}

export function createHandClock(start = '2026-11-22T02:00:00Z'): HandClock {
  let at = Date.parse(start);
  const entries = new Set<Entry>();
  return {
    now: () => new Date(at),
    timers: {
      set(act, ms) {
        const entry = { act, at: at + ms };
        entries.add(entry);
        return entry;
      },
      clear(timer) {
        for (const entry of entries) if (entry === timer) entries.delete(entry);
      },
    },
    pass(ms) {
      const end = at + ms;
      for (;;) {
        const [next] = [...entries].filter((entry) => entry.at <= end).toSorted((a, b) => a.at - b.at);
        if (next === undefined) break;
        entries.delete(next);
        at = Math.max(at, next.at);
        next.act();
      }
      at = end;
    },
    pending: () => [...entries].map((entry) => entry.at - at).toSorted((a, b) => a - b),
  };
}

/** Waits for something that real sockets bring about; throws after two seconds of real time. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 2_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`did not come about: ${isSo.toString()}`);
    await new Promise((resolve) => void setImmediate(resolve));
  }
}
