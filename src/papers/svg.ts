/** Small pieces of SVG text that the pictures share. Lengths are in pixels. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Width of a text in the shipped font: Chinese one em, digits and Latin about 0.57 em. Good to a few per cent, errs on the wide side. */
export const textWidth = (text: string, size: number): number =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.6 : 1), 0) * size;

export interface TextStyle {
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Where the text would be wider: smaller letters, at least 70 % and never under LEAST_SIZE, then cut with an ellipsis. */
  readonly most?: number;
}

/** On a picture of 1,080 pixels, shown over the width of a phone, this is about the size of the chat's own text. */
const LEAST_SIZE = 28;

/** One line of text. */
export function textLine(text: string, style: TextStyle): string {
  const { x, y, colour, bold = false, anchor = 'start', most = Infinity } = style;
  const least = Math.max(LEAST_SIZE, style.size * 0.7);
  const size = Math.max(least, Math.min(style.size, (style.size * most) / textWidth(text, style.size)));
  const shown = cutToWidth(text, size, most);
  const weight = bold ? ' font-weight="700"' : '';
  const at = `x="${round(x)}" y="${round(y)}"`;
  return `<text ${at} font-size="${round(size)}"${weight} fill="${colour}" text-anchor="${anchor}">${escaped(shown)}</text>`;
}

/** Lines of a longer text, broken behind commas and the like where that is possible. */
export function wrapped(text: string, size: number, most: number): readonly string[] {
  const lines = [''];
  for (const piece of text.split(/(?<=[、，；：])/u)) {
    const line = `${lines.at(-1) ?? ''}${piece}`;
    if (lines.at(-1) === '' || textWidth(line, size) <= most) lines[lines.length - 1] = line;
    else lines.push(piece);
  }
  return lines;
}

function cutToWidth(text: string, size: number, most: number): string {
  if (textWidth(text, size) <= most + 1) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size) > most) characters.pop();
  return `${characters.join('')}…`;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly radius?: number;
}

export const box = ({ x, y, width, height, fill, radius = 0 }: Box): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}"/>`;

const round = (value: number): number => Math.round(value * 10) / 10;
