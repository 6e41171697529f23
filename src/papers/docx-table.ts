/** A PaperTable as a table of a Word document: head repeated on each page, no row cut in two. */
import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cellText } from './cell-text.ts';
import { run, SIZE } from './gb9704.ts';
import type { PaperFont } from './gb9704.ts';
import type { PaperTable } from './paper-table.ts';

/** The table over the whole `width` (twips). `leastRow`: height of a row that is to be written in by hand, twips. */
export function docxTable({ columns, rows }: PaperTable, width: number, leastRow = 0): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width / total) * width));
  const cell = (text: string, nth: number, font: PaperFont, isLeft: boolean): TableCell =>
    new TableCell({
      width: { size: widths[nth] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 40, right: 40, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: isLeft ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: [run(text, { font, size: SIZE.fifth })],
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ name }, nth) => cell(name, nth, 'hei', false)),
  });
  const body = rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        ...(leastRow === 0 ? {} : { height: { value: leastRow, rule: HeightRule.ATLEAST } }),
        children: columns.map(({ kind }, nth) =>
          cell(cellText(cells[nth] ?? null, kind), nth, 'fangsong', kind === 'text'),
        ),
      }),
  );
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    alignment: AlignmentType.CENTER,
    rows: [head, ...body],
  });
}
