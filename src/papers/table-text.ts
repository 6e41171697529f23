/** A PaperTable as lines of plain text for a terminal, where a Chinese character takes the room of two. Pure. */
import { cellText } from './cell-text.ts';
import type { PaperColumn, PaperTable } from './paper-table.ts';

const GAP = '  ';

/** Title, head, a rule, the rows and the note; cells longer than their column run over into further lines. */
export function tableText({ title, columns, rows, note }: PaperTable): readonly string[] {
  const texts = rows.map((cells) => columns.map(({ kind }, nth) => cellText(cells[nth] ?? null, kind)));
  const widths = columns.map((column, nth) => roomOf(column, [column.name, ...texts.map((row) => row[nth] ?? '')]));
  const ruled = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [
    title,
    ...rowLines(
      columns.map(({ name }) => name),
      { columns, widths },
    ),
    ruled,
    ...texts.flatMap((row) => rowLines(row, { columns, widths })),
    ...(note === undefined ? [] : [ruled, note]),
  ];
}

/** As much as the longest cell takes, but not more than the column has on paper, and never less than its head. */
function roomOf({ name, width }: PaperColumn, cells: readonly string[]): number {
  const most = Math.max(Math.ceil(width * 2), textWidth(name));
  return Math.min(most, Math.max(...cells.map(textWidth)));
}

interface Layout {
  readonly columns: readonly PaperColumn[];
  readonly widths: readonly number[];
}

function rowLines(cells: readonly string[], { columns, widths }: Layout): readonly string[] {
  const wrapped = cells.map((text, nth) => wrappedTo(text, widths[nth] ?? 0));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) =>
    wrapped
      .map((lines, nth) => padded(lines[at] ?? '', widths[nth] ?? 0, columns[nth]?.kind === 'count'))
      .join(GAP)
      .trimEnd(),
  );
}

function padded(text: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return isRight ? space + text : text + space;
}

/** Cut between characters; at least one a line. */
function wrappedTo(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const { segment } of graphemes.segment(text.replaceAll(/\s+/g, ' '))) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && textWidth(last + segment) > width) lines.push(segment);
    else lines[lines.length - 1] = last + segment;
  }
  return lines;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Han, kana, full-width signs and punctuation of Chinese type, box rules excepted; emoji. */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|^\p{Script=Han}|^\p{Emoji_Presentation}/u;

/** Columns of a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}
