/** Cuts a long text into parts by UTF-8 bytes (wecom §5.3). Pure. */
import { cutAt, graphemeStart, numbered } from '../cutting.ts';
import type { Span } from '../cutting.ts';

/**
 * Text → parts of at most `limit` bytes each, numbered `(1/3)` when there is more than one. `whole` are pieces that must not be cut,
 * such as `@name`; anything of the form `<@…>` is kept whole too.
 */
export function splitText(text: string, limit: number, whole: readonly string[] = []): string[] {
  if (Buffer.byteLength(text) <= limit) return [text];
  const parts = numbered((number) => cut(text, limit - Buffer.byteLength(number), whole));
  return parts.map(({ number, part }) => number + part);
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
    const most = indexAtBytes(rest, room);
    const end = cutAt(rest, { from: 0, most }, wholeSpans(rest, most, whole));
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

function wholeSpans(text: string, most: number, whole: readonly string[]): Span[] {
  const spans: Span[] = Array.from(text.matchAll(/<@[^<>\s]{1,64}>/gu), ({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  for (const piece of whole.filter((name) => name !== '')) {
    for (let at = text.indexOf(piece); at >= 0 && at <= most; at = text.indexOf(piece, at + 1)) {
      spans.push({ from: at, to: at + piece.length });
    }
  }
  return spans;
}
