/** What is remembered of a photo so that it is known again: a small grey picture and its colours, 3 KB of text. Originals stay as they are. */
import sharp from 'sharp';
import type { PhotoSource } from './thumbnail.ts';

/** Side of the grey picture in pixels. */
export const GRID = 48;
/** Bins of the colour histogram: 4 of each of red, green, blue. */
const BINS = 64;

/** To be stored beside the photo; grows no rule of its own, so that it can be compared years later. */
export type Fingerprint = string;

const VERSION = 'g48c64:';

/** Upright, grey, stretched to the grid. Undefined where the photo cannot be read. */
export async function fingerprintOf(source: PhotoSource): Promise<Fingerprint | undefined> {
  try {
    const upright = sharp(source, { failOn: 'error', limitInputPixels: 100_000_000 })
      .rotate()
      .flatten({ background: '#ffffff' });
    const small = await upright
      .resize(GRID, GRID, { fit: 'fill' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer();
    const channels = small.length / (GRID * GRID);
    const bytes = Buffer.alloc(GRID * GRID + BINS);
    const counts = new Uint32Array(BINS);
    for (let at = 0; at < GRID * GRID; at += 1) {
      const [red = 0, green = 0, blue = 0] =
        channels >= 3 ? small.subarray(at * channels) : Array<number>(3).fill(small[at * channels] ?? 0);
      bytes[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
      const bin = (red >> 6) * 16 + (green >> 6) * 4 + (blue >> 6);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    counts.forEach((count, bin) => (bytes[GRID * GRID + bin] = Math.round((count / (GRID * GRID)) * 255)));
    return VERSION + bytes.toString('base64');
  } catch {
    return undefined;
  }
}

/** A fingerprint made ready for comparing. */
export interface Print {
  /** Sums over the rectangle from the corner, (GRID + 1)² numbers: the mean of any box is four look-ups. */
  readonly sums: Float64Array;
  readonly colours: Uint8Array;
}

/** Throws RangeError for text that is no fingerprint. */
export function printOf(fingerprint: Fingerprint): Print {
  const bytes = Buffer.from(fingerprint.slice(VERSION.length), 'base64');
  if (!fingerprint.startsWith(VERSION) || bytes.length !== GRID * GRID + BINS)
    throw new RangeError('not a fingerprint');
  const sums = new Float64Array((GRID + 1) * (GRID + 1));
  for (let y = 0; y < GRID; y += 1) {
    let line = 0;
    for (let x = 0; x < GRID; x += 1) {
      line += bytes[y * GRID + x] ?? 0;
      sums[(y + 1) * (GRID + 1) + x + 1] = line + (sums[y * (GRID + 1) + x + 1] ?? 0);
    }
  }
  return { sums, colours: bytes.subarray(GRID * GRID) };
}

/** How much of the colours two photos share, 0 to 1. */
export function sharedColours(one: Print, other: Print): number {
  let [shared, total] = [0, 0];
  one.colours.forEach((count, bin) => {
    shared += Math.min(count, other.colours[bin] ?? 0);
    total += Math.max(count, other.colours[bin] ?? 0);
  });
  return total === 0 ? 0 : shared / total;
}
