/** Since when what is read now may have been waiting, with ticks and a clock that the test moves. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLoopWatch } from './loop-watch.ts';
import type { LoopWatch } from './loop-watch.ts';

let elapsed: number;
let watch: LoopWatch;

beforeEach(() => {
  vi.useFakeTimers();
  elapsed = 10_000;
  watch = createLoopWatch(() => elapsed);
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

function tick(times = 1): void {
  for (let done = 0; done < times; done += 1) {
    elapsed += 250;
    vi.advanceTimersByTime(250);
  }
}

const waitedMs = (): number => elapsed - watch.quietSince();

it('a loop that runs: less than a second', () => {
  tick(8);
  expect(waitedMs()).toBe(500);
});

it('a loop that stood still for four seconds: since before, also when ticks come between', () => {
  tick(8);
  elapsed += 4_000;
  expect(waitedMs()).toBe(4_500);
  tick();
  expect(waitedMs()).toBe(4_500);
  tick();
  expect(waitedMs()).toBe(4_500);
  tick();
  expect(waitedMs()).toBe(500);
});
