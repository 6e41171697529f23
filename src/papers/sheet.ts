/** Sheets, written and read: the only module that knows the spreadsheet library (young, one vendor; see DECISIONS.md). */
import { parseCsv } from 'hucre/csv';
import { readOds, streamOdsRows } from 'hucre/ods';
import { readXls, readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Cell, CellStyle, CellValue, MergeRange, Workbook, WriteSheet } from 'hucre/xlsx';
import { HOUR_MS, startOfDay } from '../domain/shanghai.ts';
import type { PaperCell, PaperColumn, PaperTable } from './paper-table.ts';
import { columnName, printing } from './sheet-page.ts';

/** A picture in a cell of the table: row and column of the table's body, from 0. */
export interface SheetPicture {
  readonly row: number;
  readonly column: number;
  readonly bytes: Uint8Array;
  readonly type: 'jpeg' | 'png';
  readonly caption: string;
}

/** Libraries write a Date by its UTC clock, people read it as Shanghai's. */
const SHIFT_MS = 8 * HOUR_MS;
const HEAD_ROWS = 2;
/** Points, and characters of column width: a picture of 4:3 fills its cell. */
const PICTURE_HEIGHT = 72;
const PICTURE_WIDTH = 17;

const thin = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };
const TITLE: CellStyle = { font: { bold: true, size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } };
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
};

/** The table as .xlsx: title, frozen head with filter, widths, real dates; text is text whatever it begins with. */
export async function writeSheet(table: PaperTable, pictures: readonly SheetPicture[] = []): Promise<Buffer> {
  const { title, scope, columns, rows, printed = columns.length } = table;
  const body = rows.map((row) => columns.map((column, nth) => sheetValue(row[nth] ?? null, column)));
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: TITLE }]]);
  columns.forEach((_, nth) => cells.set(`1,${nth}`, { style: HEAD }));
  body.forEach((values, row) =>
    columns.forEach((column, nth) => {
      const value = values[nth] ?? null;
      const style = bodyStyle(column, rows[row]?.[nth] ?? null);
      // Said outright to be text, so that nothing a person wrote is ever run as a formula.
      cells.set(`${row + HEAD_ROWS},${nth}`, typeof value === 'string' ? { value, type: 'string', style } : { style });
    }),
  );
  const pictured = new Set(pictures.map(({ column }) => column));
  const widths = columns.map(({ width }, nth) => (pictured.has(nth) ? PICTURE_WIDTH : width * 2 + 2));
  const sheet: WriteSheet = {
    // Signs that a sheet's name may not have.
    name: title.replace(/[[\]:*?/\\]/g, '').slice(0, 31),
    columns: widths.map((width) => ({ width })),
    rows: [
      [scope === undefined ? title : `${title}（${scope}）`, ...columns.slice(1).map(() => null)],
      columns.map(({ name }) => name),
      ...body,
    ],
    cells,
    // The title stands over what is printed.
    merges: printed > 1 ? [{ startRow: 0, startCol: 0, endRow: 0, endCol: printed - 1 }] : [],
    freezePane: { rows: HEAD_ROWS },
    autoFilter: { range: `A${HEAD_ROWS}:${columnName(columns.length - 1)}${HEAD_ROWS + rows.length}` },
    rowDefs: new Map([
      [0, { height: 28 }],
      ...pictures.map(({ row }) => [row + HEAD_ROWS, { height: PICTURE_HEIGHT }] as const),
    ]),
    images: pictures.map(({ row, column, bytes, type, caption }) => ({
      data: bytes,
      type,
      altText: caption,
      anchor: { from: { row: row + HEAD_ROWS, col: column }, to: { row: row + HEAD_ROWS + 1, col: column + 1 } },
    })),
    ...printing(widths.slice(0, printed), { rows: HEAD_ROWS + rows.length, headRows: HEAD_ROWS }),
  };
  return Buffer.from(await writeXlsx({ sheets: [sheet], defaultFont: { name: '宋体', size: 11 } }));
}

function sheetValue(value: PaperCell, { kind }: PaperColumn): CellValue {
  if (value === null || value === '') return null;
  if (kind === 'rate' && typeof value === 'string') return Number(value.replace('%', '')) / 100;
  if (kind === 'day' && typeof value === 'string') {
    // Midnight of the day in Shanghai, so that the cell holds a day and no hour.
    const moment = value.length === 10 ? startOfDay(value) : new Date(value);
    const shifted = moment.getTime() + SHIFT_MS;
    return new Date(shifted - (shifted % (24 * HOUR_MS)));
  }
  return kind === 'moment' && typeof value === 'string' ? new Date(new Date(value).getTime() + SHIFT_MS) : value;
}

function bodyStyle({ kind }: PaperColumn, value: PaperCell): CellStyle {
  const alignment = { horizontal: kind === 'text' ? 'left' : 'center', vertical: 'center', wrapText: true } as const;
  const numFmt = {
    day: 'yyyy-mm-dd',
    moment: 'yyyy-mm-dd hh:mm',
    rate: rateFormat(value),
    count: '0',
    text: '@',
    word: '@',
  }[kind];
  return { alignment, border, numFmt };
}

const rateFormat = (value: PaperCell): string => (String(value).includes('.') ? '0.00%' : '0%');

export type RawCell = string | number | boolean | Date | null;

/** A sheet as it was written: row 1 of the file is `rows[0]`. A date is the instant in Shanghai. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly merges: readonly MergeRange[];
}

/** Not a sheet, or one that cannot be opened. The message is Chinese and for the person. */
export class UnreadableSheet extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'UnreadableSheet';
  }
}

/** All visible sheets of an .xlsx, .xls, .ods or .csv file (by its content, not its name). Throws UnreadableSheet. */
export async function readSheets(bytes: Buffer): Promise<readonly RawSheet[]> {
  const signature = bytes.toString('latin1', 0, 4);
  if (signature === 'PK\u0003\u0004') return sheetsOf(await opened(() => readZip(bytes)));
  if (signature === '\u00d0\u00cf\u0011\u00e0') return sheetsOf(await opened(() => readXls(bytes)));
  const text = decodedText(bytes);
  if (text.includes('\0')) throw new UnreadableSheet('文件不是表格。请用 .xlsx、.xls 或 .csv 文件。');
  const rows = parseCsv(text, { skipEmptyRows: false });
  return [{ name: '', rows, merges: [] }];
}

/** .ods says so in its first member. */
const readZip = (bytes: Buffer): Promise<Workbook> =>
  bytes.subarray(0, 200).includes('opendocument.spreadsheet') ? readWholeOds(bytes) : readXlsx(bytes);

/** The library leaves out rows that are repeated on each printed page, so the head too; read one by one they are all there. */
async function readWholeOds(bytes: Buffer): Promise<Workbook> {
  const book = await readOds(bytes);
  const whole: CellValue[][][] = book.sheets.map(() => []);
  for await (const { sheetIndex = 0, index, values } of streamOdsRows(bytes)) {
    const rows = whole[sheetIndex];
    if (rows === undefined) continue;
    while (rows.length < index) rows.push([]);
    rows[index] = [...values];
  }
  const sheets = book.sheets.map((sheet, nth) => {
    const rows = whole[nth] ?? [];
    // Where rows are missing, merges are counted without them: better none than such as belong elsewhere.
    return rows.length <= sheet.rows.length ? sheet : { ...sheet, rows, merges: [] };
  });
  return { ...book, sheets };
}

async function opened(read: () => Promise<Workbook>): Promise<Workbook> {
  try {
    return await read();
  } catch (error) {
    throw new UnreadableSheet('文件打不开：可能已损坏或设了密码。请用 Excel 或 WPS 另存为 .xlsx 再试。', error);
  }
}

const sheetsOf = ({ sheets }: Workbook): RawSheet[] =>
  sheets
    .filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true)
    .map(({ name, rows, merges = [] }) => ({ name, merges, rows: rows.map((row) => row.map(rawCell)) }));

const rawCell = (value: CellValue): RawCell => (value instanceof Date ? new Date(value.getTime() - SHIFT_MS) : value);

/** UTF-8 where the bytes are that, else GB 18030 as Excel and WPS save .csv in China; UTF-16 by its mark. */
function decodedText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
