import { expect, it } from 'vitest';
import { growingPauseMs } from './growing-pause.ts';

const pauses = { firstMs: 1_000, mostMs: 60_000 };

it.each([
  [0, 0, 500],
  [0, 0.5, 750],
  [3, 0, 4_000],
  [5, 0.5, 24_000],
  [6, 0, 30_000],
  [10_000, 0, 30_000],
])('after %d failures, %d drawn: %d ms', (failures, drawn, ms) => {
  expect(growingPauseMs(failures, pauses, drawn)).toBe(ms);
});
