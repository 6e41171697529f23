/** 排名图 as SVG: one column, large type, so that it is read on a phone without zooming. */
import { isAtLeast, percentText } from '../domain/rate.ts';
import type { Rate } from '../domain/rate.ts';
import { dayOf, dayText, timeText } from '../domain/shanghai.ts';
import type { ChartGroup, ChartRow, RankingPictureInput } from './chart.ts';
import { box, textLine, wrapped } from './svg.ts';

export const WIDTH = 1080;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
const HEAD = 214;
const TILES = 176;
const LEGEND = 64;
const GROUP_HEAD = 84;
const ROW = 118;
const NOTE = 56;
const NOTE_LINE = 44;

const INK = '#1f2328';
const GREY = '#6b7280';
const GOOD = '#1a8754';
const MIDDLE = '#e08a00';
const BAD = '#c62828';

/** A block of the picture: it is told where it begins and gives its marks and its height. */
interface Block {
  readonly height: number;
  readonly draw: (top: number) => readonly string[];
}

/** The whole picture; `height` in pixels. */
export function rankingSvg(input: RankingPictureInput): { readonly svg: string; readonly height: number } {
  const blocks = [
    head(input),
    tiles(input),
    legend(input),
    ...input.groups.flatMap((group) => groupBlocks(group, input)),
  ];
  const marks: string[] = [];
  let top = 0;
  for (const block of blocks) {
    marks.push(...block.draw(top));
    top += block.height;
  }
  const height = top + 40;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Noto Sans SC">`;
  return { svg: `${open}${box({ x: 0, y: 0, width: WIDTH, height, fill: '#ffffff' })}${marks.join('')}</svg>`, height };
}

function head({ title, subtitle, asOf }: RankingPictureInput): Block {
  const moment = `截至${dayOf(asOf).slice(0, 4)}年${dayText(dayOf(asOf))} ${timeText(asOf)}`;
  return {
    height: HEAD,
    draw: (top) => [
      box({ x: 0, y: top, width: WIDTH, height: HEAD - 24, fill: '#a61b1b' }),
      textLine(title, { x: MARGIN, y: top + 88, size: 60, colour: '#ffffff', bold: true, most: INNER }),
      textLine(`${subtitle}　${moment}`, { x: MARGIN, y: top + 150, size: 36, colour: '#ffe3e3', most: INNER }),
    ],
  };
}

function tiles({ counts }: RankingPictureInput): Block {
  const gap = 16;
  const width = (INNER - gap * (counts.length - 1)) / counts.length;
  return {
    height: counts.length === 0 ? 0 : TILES,
    draw: (top) =>
      counts.flatMap(({ name, value }, at) => {
        const x = MARGIN + at * (width + gap);
        const middle = { x: x + width / 2, anchor: 'middle', most: width - 12 } as const;
        return [
          box({ x, y: top, width, height: TILES - 28, fill: '#f3f4f6', radius: 12 }),
          textLine(value, { ...middle, y: top + 78, size: 54, colour: INK, bold: true }),
          textLine(name, { ...middle, y: top + 126, size: 32, colour: GREY }),
        ];
      }),
  };
}

function legend({ thresholds: { good, poor }, comparedWith }: RankingPictureInput): Block {
  const entries = [
    [GOOD, `${good}%及以上`],
    [MIDDLE, `${poor}%—${good}%`],
    [BAD, `低于${poor}%`],
  ] as const;
  return {
    height: LEGEND,
    draw: (top) => [
      ...entries.flatMap(([colour, words], at) => [
        box({ x: MARGIN + at * 218, y: top + 8, width: 28, height: 28, fill: colour, radius: 6 }),
        textLine(words, { x: MARGIN + at * 218 + 38, y: top + 34, size: 30, colour: GREY }),
      ]),
      ...(comparedWith === null
        ? []
        : [textLine(`▲▼ 与${comparedWith}比`, { ...RIGHT, y: top + 34, size: 30, colour: GREY, most: 320 })]),
    ],
  };
}

const RIGHT = { x: WIDTH - MARGIN, anchor: 'end' } as const;

function groupBlocks(group: ChartGroup, input: RankingPictureInput): Block[] {
  const name: Block = {
    height: GROUP_HEAD,
    draw: (top) => [
      box({ x: MARGIN, y: top + 22, width: 10, height: 44, fill: '#a61b1b' }),
      textLine(group.name, { x: MARGIN + 26, y: top + 60, size: 42, colour: INK, bold: true, most: INNER - 26 }),
    ],
  };
  const lines = wrapped(group.note, 30, INNER);
  const note: Block = {
    height: NOTE + (lines.length - 1) * NOTE_LINE,
    draw: (top) =>
      lines.map((line, at) =>
        textLine(line, { x: MARGIN, y: top + 36 + at * NOTE_LINE, size: 30, colour: GREY, most: INNER }),
      ),
  };
  return [name, ...group.rows.map((row) => rowBlock(row, input)), ...(group.note === '' ? [] : [note])];
}

/** Place, unit, change and rate in the first line; the bar with the counts in the second. */
function rowBlock(row: ChartRow, input: RankingPictureInput): Block {
  const colour = colourOf(row.rate, input);
  const change = changeOf(row);
  const barWidth = INNER - 86 - 330;
  const share = row.rate.denominator === 0 ? 0 : row.rate.numerator / row.rate.denominator;
  const counts = [`${row.rate.numerator}/${row.rate.denominator}`, ...(row.overdue > 0 ? [`超期${row.overdue}`] : [])];
  return {
    height: ROW,
    draw: (top) => [
      textLine(String(row.place), {
        x: MARGIN + 36,
        y: top + 56,
        size: 42,
        colour: GREY,
        bold: true,
        anchor: 'middle',
      }),
      textLine(row.unit, { x: MARGIN + 86, y: top + 54, size: 42, colour: INK, bold: true, most: 500 }),
      ...(change === null
        ? []
        : [
            textLine(change.text, {
              x: WIDTH - MARGIN - 210,
              y: top + 52,
              size: 32,
              colour: change.colour,
              anchor: 'end',
            }),
          ]),
      textLine(percentText(row.rate, 1) ?? '—', { ...RIGHT, y: top + 54, size: 46, colour, bold: true }),
      box({ x: MARGIN + 86, y: top + 74, width: barWidth, height: 24, fill: '#e5e7eb', radius: 12 }),
      ...(share === 0
        ? []
        : [
            box({
              x: MARGIN + 86,
              y: top + 74,
              width: Math.max(24, barWidth * share),
              height: 24,
              fill: colour,
              radius: 12,
            }),
          ]),
      textLine(counts.join('　'), { ...RIGHT, y: top + 97, size: 32, colour: INK, most: 310 }),
    ],
  };
}

function colourOf(rate: Rate, { thresholds: { good, poor } }: RankingPictureInput): string {
  if (isAtLeast(rate, good)) return GOOD;
  return isAtLeast(rate, poor) ? MIDDLE : BAD;
}

/** 环比 in percentage points, one decimal; equal is a dash. Null without an earlier figure. */
function changeOf({ rate, earlier }: ChartRow): { readonly text: string; readonly colour: string } | null {
  if (earlier === null || earlier.denominator === 0 || rate.denominator === 0) return null;
  const points = (rate.numerator / rate.denominator - earlier.numerator / earlier.denominator) * 100;
  const shown = Math.abs(points).toFixed(1);
  if (shown === '0.0') return { text: '持平', colour: GREY };
  return points > 0 ? { text: `▲${shown}`, colour: GOOD } : { text: `▼${shown}`, colour: BAD };
}
