/** Which characters a font file can draw: read from its `cmap`, because the renderer drops unknown ones in silence. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Noto Sans SC Regular and Bold, cut to GB 2312 and signs (fonts/README.md). */
export const FONT_FILES: readonly string[] = ['noto-sans-sc-regular.ttf', 'noto-sans-sc-bold.ttf'].map((name) =>
  fileURLToPath(new URL(`fonts/${name}`, import.meta.url)),
);

/** A range of code points, both inclusive. */
type Range = readonly [from: number, to: number];

/** Ranges do not change while the program runs: each file is read once. */
const known = new Map<string, readonly Range[]>();

/** Characters of the text that none of the font files can draw, each once, in order. Throws where a file is no TrueType or OpenType font. */
export function unknownCharacters(text: string, fontFiles: readonly string[] = FONT_FILES): string[] {
  const ranges = fontFiles.flatMap(rangesOf);
  const isKnown = (point: number): boolean => ranges.some(([from, to]) => from <= point && point <= to);
  return [...new Set(text)].filter((character) => character >= ' ' && !isKnown(character.codePointAt(0) ?? 0));
}

function rangesOf(file: string): readonly Range[] {
  const cached = known.get(file);
  if (cached !== undefined) return cached;
  const ranges = readCmap(readFileSync(file), file);
  known.set(file, ranges);
  return ranges;
}

function readCmap(font: Buffer, file: string): readonly Range[] {
  try {
    // A collection (.ttc) begins with the offsets of its fonts; the first is the one the renderer takes.
    const start = font.toString('latin1', 0, 4) === 'ttcf' ? font.readUInt32BE(12) : 0;
    const tables = Array.from({ length: font.readUInt16BE(start + 4) }, (_, at) => start + 12 + at * 16);
    const cmapEntry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
    if (cmapEntry === undefined) throw new RangeError('no cmap');
    const cmap = font.readUInt32BE(cmapEntry + 8);
    const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + 4 + at * 8);
    return subtables.flatMap((at) => readSubtable(font, cmap + font.readUInt32BE(at + 4)));
  } catch (error) {
    throw new Error(`字体文件读不懂：${file}`, { cause: error });
  }
}

/** Formats 4 (basic plane) and 12 (all planes) are what current fonts have; others give nothing. */
function readSubtable(font: Buffer, at: number): Range[] {
  const format = font.readUInt16BE(at);
  if (format === 12) {
    return Array.from({ length: font.readUInt32BE(at + 12) }, (_, nth): Range => {
      const group = at + 16 + nth * 12;
      return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    });
  }
  if (format !== 4) return [];
  const bytes = font.readUInt16BE(at + 6);
  return Array.from({ length: bytes / 2 }, (_, nth): Range => {
    const end = font.readUInt16BE(at + 14 + nth * 2);
    const begin = font.readUInt16BE(at + 16 + bytes + nth * 2);
    return [begin, end];
  }).filter(([, end]) => end !== 0xffff);
}
