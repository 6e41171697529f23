/** A ping every half minute; two without an answer mean that the other side is gone (wecom §4.3). */
import type { Timers } from './options.ts';

const PING_MS = 30_000;
const MISSED_PINGS = 2;

export interface Heartbeat {
  start(): void;
  stop(): void;
}

/** `ping` resolves with the answer; `onDead` is called once, and then the heart stands still. */
export function createHeartbeat(given: {
  readonly timers: Timers;
  readonly ping: () => Promise<unknown>;
  readonly onDead: () => void;
}): Heartbeat {
  let timer: unknown;
  let missed = 0;

  function beat(): void {
    if (missed >= MISSED_PINGS) return given.onDead();
    missed += 1;
    given.ping().then(
      () => (missed = 0),
      () => undefined,
    );
    timer = given.timers.set(beat, PING_MS);
  }

  return {
    start() {
      missed = 0;
      timer = given.timers.set(beat, PING_MS);
    },
    stop: () => given.timers.clear(timer),
  };
}
