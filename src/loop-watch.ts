/**
 * Since when what is being read now may have been waiting. While the event loop stands still, requests lie unread in the kernel and the
 * vendor's time runs; a tick that is behind shows how long that was.
 */
export interface LoopWatch {
  /** Milliseconds of `elapsedMs`: no request that is read now came before. */
  readonly quietSince: () => number;
  stop(): void;
}

const EVERY_MS = 250;
/** A connection is accepted in one turn of the loop and read in the next, and ticks come between. */
const TURNS = 3;

export function createLoopWatch(elapsedMs: () => number): LoopWatch {
  const ticks = Array.from({ length: TURNS }, () => elapsedMs());
  const timer = setInterval(() => {
    ticks.shift();
    ticks.push(elapsedMs());
  }, EVERY_MS).unref();
  return { quietSince: () => ticks[0] ?? elapsedMs(), stop: () => clearInterval(timer) };
}
