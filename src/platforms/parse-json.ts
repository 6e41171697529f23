/** JSON as clients and vendors write it, without the characters that no database takes. Pure. */
import { storableText } from '../storable-text.ts';

/**
 * JSON text → value. Raw control characters inside strings are tolerated as blanks; every string in it comes as `storableText`. Throws
 * SyntaxError.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, cleaned);
  } catch (error) {
    // Nested deeper than the stack is high: no vendor writes that.
    if (!(error instanceof SyntaxError)) throw new SyntaxError('nested too deeply', { cause: error });
    // oxlint-disable-next-line no-control-regex -- these are the characters a client may send and JSON forbids
    return JSON.parse(text.replaceAll(/[\u0000-\u001f]/gu, ' '), cleaned);
  }
}

/** The object or list that a JSON text stands for; everything else as it is. */
export function parseIfJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/u.test(value)) return value;
  try {
    return parseJson(value);
  } catch {
    return value;
  }
}

const cleaned = (_key: string, value: unknown): unknown => (typeof value === 'string' ? storableText(value) : value);
