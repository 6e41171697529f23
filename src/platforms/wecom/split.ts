/** Cuts a long text into parts by UTF-8 bytes (style §3.5): between list items, then lines, then sentences. Pure. */

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** How far back one character of several code units can reach (families and flags of emoji stay well below). */
const LONGEST_GRAPHEME = 64;

/** A break in the first third of the room would leave a scrap; then the next finer kind of break is tried. */
const LEAST_FILLED = 1 / 3;

/** Places to break after, from coarse to fine. Each pattern matches up to and including the last unit before the break. */
const BREAKS: readonly RegExp[] = [
  /\n(?=\s*(?:[-•·*●○]|[#＃]?\d+[.、．)）]|[#＃]\d+|[（(]?[一二三四五六七八九十]+[、）)]))/gu,
  /\n/gu,
  /[。！？；!?;…]+[”’」』）)]*/gu,
  /[，、,：:\s]/gu,
];

/**
 * Text → parts of at most `limit` bytes each, numbered `(1/3)` when there is more than one. `whole` are pieces that must not be cut,
 * such as `@name`; anything of the form `<@…>` is kept whole too.
 */
export function splitText(text: string, limit: number, whole: readonly string[] = []): string[] {
  if (Buffer.byteLength(text) <= limit) return [text];
  for (let digits = 1; ; digits += 1) {
    const room = limit - Buffer.byteLength(`(${'9'.repeat(digits)}/${'9'.repeat(digits)})\n`);
    const parts = cut(text, room, whole);
    if (String(parts.length).length <= digits) return parts.map((part, at) => `(${at + 1}/${parts.length})\n${part}`);
  }
}

/** Text of at most `limit` bytes: cut at a whole character and ended by `mark` where it was longer. */
export function shorten(text: string, limit: number, mark = '…'): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const end = indexAtBytes(text, limit - Buffer.byteLength(mark));
  return text.slice(0, graphemeStart(text, end)).trimEnd() + mark;
}

function cut(text: string, room: number, whole: readonly string[]): string[] {
  const parts: string[] = [];
  let rest = text;
  while (Buffer.byteLength(rest) > room) {
    const end = breakAt(rest, indexAtBytes(rest, room), whole);
    parts.push(rest.slice(0, end).replace(/\n+$/u, ''));
    rest = rest.slice(end).replace(/^\n+/u, '');
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

/** Index of the first code unit that no longer fits; never between the halves of a surrogate pair. */
function indexAtBytes(text: string, bytes: number): number {
  let used = 0;
  let index = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    index += character.length;
  }
  return index;
}

/** The best break within the first `most` code units. Always moves on by at least one character. */
function breakAt(text: string, most: number, whole: readonly string[]): number {
  const spans = wholeSpans(text, most, whole);
  for (const pattern of BREAKS) {
    let best = 0;
    for (const match of text.slice(0, most + 1).matchAll(pattern)) {
      const after = match.index + match[0].length;
      if (after <= most && !spans.some(([from, to]) => from < after && after < to)) best = after;
    }
    if (best >= most * LEAST_FILLED) return best;
  }
  const spanned = spans.find(([from, to]) => from > 0 && from < most && most < to)?.[0] ?? most;
  const start = graphemeStart(text, spanned);
  return start > 0 ? start : Math.max(spanned, 1);
}

/** Where the character begins that covers this index. */
function graphemeStart(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const from = Math.max(0, index - LONGEST_GRAPHEME);
  const found = graphemes.segment(text.slice(from, index + LONGEST_GRAPHEME)).containing(index - from);
  return from + (found?.index ?? index - from);
}

function wholeSpans(text: string, most: number, whole: readonly string[]): [number, number][] {
  const spans: [number, number][] = Array.from(text.matchAll(/<@[^<>\s]{1,64}>/gu), (match) => [
    match.index,
    match.index + match[0].length,
  ]);
  for (const piece of whole.filter((name) => name !== '')) {
    for (let at = text.indexOf(piece); at >= 0 && at <= most; at = text.indexOf(piece, at + 1)) {
      spans.push([at, at + piece.length]);
    }
  }
  return spans;
}
