/** Where a long text may be cut (style §3.5): between list items, then lines, then sentences; never inside a character or a name. Pure. */

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** How far back one character of several code units can reach; the longest families of emoji stay below. */
const LONGEST_GRAPHEME = 64;

/** A cut in the first third of the room would leave a scrap; then the next finer kind of cut is tried. */
const LEAST_FILLED = 1 / 3;

/** Places to cut after, from coarse to fine; each pattern ends with the last unit before the cut. */
const CUTS: readonly RegExp[] = [
  /\n(?=\s*(?:[-•·*●○▪]|[#＃]?\d+[.、．)）]|[#＃]\d+|[（(]?[一二三四五六七八九十]+[、）)]))/gu,
  /\n/gu,
  /[。！？；!?;…]+[”’」』）)]*/gu,
  /[，、,：:\s]/gu,
];

/** What must stay whole: a name, a mention. Indices of code units, `to` is the first after it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The best place to cut a part that begins at `from` and may reach to `most`, between the spans. At least one code unit after `from`. */
export function cutAt(text: string, { from, most }: { from: number; most: number }, spans: readonly Span[]): number {
  const isInside = (at: number): boolean => spans.some((span) => span.from < at && at < span.to);
  for (const pattern of CUTS) {
    let best = from;
    for (const match of text.slice(from, most + 1).matchAll(pattern)) {
      const after = from + match.index + match[0].length;
      if (after <= most && !isInside(after)) best = after;
    }
    if (best > from && best - from >= (most - from) * LEAST_FILLED) return best;
  }
  const whole = spans.find((span) => span.from > from && span.from < most && most < span.to);
  const end = whole?.from ?? most;
  const start = graphemeStart(text, end);
  if (start > from) return start;
  // One character longer than a whole part: then at least not between the halves of a code point.
  const isHalf = /^[\uDC00-\uDFFF]/.test(text.slice(end, end + 1));
  return Math.max(isHalf ? end - 1 : end, from + 1);
}

/** Where the character begins that covers this index. */
export function graphemeStart(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const from = Math.max(0, index - LONGEST_GRAPHEME);
  const found = graphemes.segment(text.slice(from, index + LONGEST_GRAPHEME)).containing(index - from);
  return from + (found?.index ?? index - from);
}

/**
 * Several parts, each with the `(1/3)` that is to stand before it. `cut` is told the longest such number, for which every part has to
 * leave room, and is asked again when there are more parts than that number counts.
 */
export function numbered<Part>(cut: (number: string) => readonly Part[]): { number: string; part: Part }[] {
  for (let digits = 1; ; digits += 1) {
    const most = '9'.repeat(digits);
    const parts = cut(`(${most}/${most})\n`);
    if (String(parts.length).length > digits) continue;
    return parts.map((part, at) => ({ number: `(${at + 1}/${parts.length})\n`, part }));
  }
}
