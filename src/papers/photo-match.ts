/** How well one photo is another, or a part of it, perhaps mirrored: compared cell by cell after lightness and contrast are taken out. */
import { GRID } from './photo-fingerprint.ts';
import type { Print } from './photo-fingerprint.ts';

/** A part of a photo as shares of its sides; `scale` 1 is the whole. */
interface Window {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Match {
  /** Correlation of the cells, −1 to 1. */
  readonly likeness: number;
  /**
   * Three quarters of the cells differ by less than this, in standard deviations. The same shot stays near 0 even with a stamp or a date on
   * it; a second photo of the same place is moved a little everywhere.
   */
  readonly difference: number;
  /** Correlation of what is left when each row's mean is taken out: sky above and road below are alike everywhere. */
  readonly detail: number;
  readonly mirrored: boolean;
}

const COARSE = 8;
const FINE = 16;
const WORTH_REFINING = 0.75;

/** Windows tried first: the whole, and parts down to 60 % of each side. */
const WINDOWS: readonly Window[] = [1, 0.94, 0.88, 0.8, 0.7, 0.6].flatMap((scale) => {
  const steps = Math.ceil((1 - scale) / 0.07);
  const places = Array.from({ length: steps + 1 }, (_, at) => (steps === 0 ? 0 : (at * (1 - scale)) / steps));
  return places.flatMap((y) => places.map((x) => ({ x, y, scale })));
});

const WHOLE: Window = { x: 0, y: 0, scale: 1 };

/** The best of: `one` is `other` or a part of it; `other` is a part of `one`; each also mirrored where `mirror` is set. */
export function bestMatch(one: Print, other: Print, mirror: boolean): Match {
  const inOther = bestWithin(one, other, mirror);
  const inOne = bestWithin(other, one, mirror);
  return inOne.likeness > inOther.likeness ? inOne : inOther;
}

function bestWithin(part: Print, whole: Print, mirror: boolean): Match {
  const upright = cellsOf(part, WHOLE, COARSE);
  const windows = windowCells(whole);
  let best = { window: WHOLE, likeness: -1, mirrored: false };
  for (const mirrored of mirror ? [false, true] : [false]) {
    const cells = mirrored ? flipped(upright, COARSE) : upright;
    windows.forEach((other, at) => {
      const likeness = correlation(cells, other);
      if (likeness > best.likeness) best = { window: WINDOWS[at] ?? WHOLE, likeness, mirrored };
    });
  }
  return refined(part, whole, best);
}

/** Cells of all windows of a photo: one photo is compared with thousands. */
const ready = new WeakMap<Print, readonly Float64Array[]>();

function windowCells(print: Print): readonly Float64Array[] {
  const made = ready.get(print) ?? WINDOWS.map((window) => cellsOf(print, window, COARSE));
  ready.set(print, made);
  return made;
}

/** Around the best window in small steps, with smaller cells. Not worth it where little is alike. */
function refined(
  part: Print,
  whole: Print,
  coarse: { readonly window: Window; readonly likeness: number; readonly mirrored: boolean },
): Match {
  const { mirrored } = coarse;
  const cells = mirrored ? flipped(cellsOf(part, WHOLE, FINE), FINE) : cellsOf(part, WHOLE, FINE);
  let { window } = coarse;
  let likeness = correlation(cells, cellsOf(whole, window, FINE));
  const steps = coarse.likeness < WORTH_REFINING ? [] : [0.035, 0.02, 0.012, 0.007, 0.004];
  for (const step of steps) {
    for (const next of around(window, step)) {
      const found = correlation(cells, cellsOf(whole, next, FINE));
      if (found > likeness) [window, likeness] = [next, found];
    }
  }
  const other = cellsOf(whole, window, FINE);
  const detail = correlation(normalised(withoutRowMeans(cells, FINE)), normalised(withoutRowMeans(other, FINE)));
  return { likeness, mirrored, detail, difference: commonDifference(cells, other) };
}

/**
 * The upper quartile of the differences where the photos are most alike: the worst fifth of the cells, a stamp or what was cleared away, is
 * left out, and lightness and contrast are taken out again without it.
 */
function commonDifference(one: Float64Array, other: Float64Array): number {
  const apart = one.map((cell, at) => Math.abs(cell - (other[at] ?? 0)));
  const limit = apart.toSorted()[Math.floor(apart.length * 0.8)] ?? 0;
  const isCommon = (_: number, at: number): boolean => (apart[at] ?? 0) <= limit;
  const [left, right] = [normalised(one.filter(isCommon)), normalised(other.filter(isCommon))];
  return upperQuartile(left.map((cell, at) => Math.abs(cell - (right[at] ?? 0))));
}

function around({ x, y, scale }: Window, step: number): Window[] {
  const moves = [-step, 0, step];
  return moves.flatMap((bigger) =>
    moves.flatMap((right) =>
      moves.map((down) => {
        const size = Math.min(1, Math.max(0.5, scale + bigger));
        const inside = (at: number): number => Math.min(1 - size, Math.max(0, at));
        return { scale: size, x: inside(x + right - bigger / 2), y: inside(y + down - bigger / 2) };
      }),
    ),
  );
}

/** Mean of each of count × count cells of the window, with mean 0 and deviation 1 over all. */
function cellsOf(print: Print, { x, y, scale }: Window, count: number): Float64Array {
  const step = (scale * GRID) / count;
  const corners = new Float64Array((count + 1) * (count + 1));
  for (let row = 0; row <= count; row += 1) {
    for (let column = 0; column <= count; column += 1) {
      corners[row * (count + 1) + column] = sumTo(print, x * GRID + column * step, y * GRID + row * step);
    }
  }
  const cells = new Float64Array(count * count);
  const area = step * step;
  for (let at = 0; at < cells.length; at += 1) {
    const corner = at + Math.floor(at / count);
    const below = corner + count + 1;
    const [a = 0, b = 0, c = 0, d = 0] = [corners[below + 1], corners[below], corners[corner + 1], corners[corner]];
    cells[at] = (a - b - c + d) / area;
  }
  // A photo of one tone has no structure to compare: its noise must not be blown up to some.
  return normalised(cells, 2);
}

/** Sum over the rectangle from the corner to a point between pixels: exact, so that a window may begin anywhere. */
function sumTo({ sums }: Print, x: number, y: number): number {
  const [left, top] = [Math.min(GRID - 1, Math.floor(x)), Math.min(GRID - 1, Math.floor(y))];
  const [right, down] = [x - left, y - top];
  const at = top * (GRID + 1) + left;
  const [a = 0, b = 0, c = 0, d = 0] = [sums[at], sums[at + 1], sums[at + GRID + 1], sums[at + GRID + 2]];
  return (a * (1 - right) + b * right) * (1 - down) + (c * (1 - right) + d * right) * down;
}

/** Left and right exchanged. */
function flipped(cells: Float64Array, count: number): Float64Array {
  return cells.map((_, at) => cells[at - (at % count) + (count - 1 - (at % count))] ?? 0);
}

function normalised(cells: Float64Array, floor = 0.05): Float64Array {
  const mean = cells.reduce((sum, value) => sum + value, 0) / cells.length;
  const deviation = Math.sqrt(cells.reduce((sum, value) => sum + (value - mean) ** 2, 0) / cells.length);
  return cells.map((value) => (value - mean) / Math.max(deviation, floor));
}

function correlation(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum / one.length;
}

const upperQuartile = (values: Float64Array): number => values.toSorted()[Math.floor(values.length * 0.75)] ?? 0;

function withoutRowMeans(cells: Float64Array, count: number): Float64Array {
  const left = new Float64Array(cells.length);
  for (let row = 0; row < cells.length; row += count) {
    const own = cells.subarray(row, row + count);
    const mean = own.reduce((sum, value) => sum + value, 0) / count;
    own.forEach((value, at) => (left[row + at] = value - mean));
  }
  return left;
}
