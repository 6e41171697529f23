/** A sheet as people make them → rows by field: title lines, one- or two-line heads, merged cells, blank rows, totals. Pure. */
import type { RawCell, RawSheet } from '../sheet.ts';
import { EXAMPLE_MARK, fieldOf, FIELDS } from './fields.ts';
import type { ImportKind } from './fields.ts';

/** One row of the list; `rowNo` is the row number the sheet shows. */
export interface ListRow {
  readonly rowNo: number;
  cell(key: string): RawCell;
  /** The cell as text, without space around; '' for an empty one. */
  text(key: string): string;
}

export interface ReadList {
  readonly sheet: string;
  /** Rows of the head, as the sheet shows them. */
  readonly headRows: readonly [first: number, last: number];
  /** Words of the columns that were understood, and of those that were not. */
  readonly columns: readonly string[];
  readonly unusedColumns: readonly string[];
  readonly keys: ReadonlySet<string>;
  readonly rows: readonly ListRow[];
  /** 合计, 小标题 and repeated heads; blank rows are not worth a word. */
  readonly skipped: readonly { readonly rowNo: number; readonly why: string }[];
  /** What stands above the head. */
  readonly title: string;
}

/** How far down a head is looked for. */
const HEAD_WITHIN = 20;

/** The list in the sheet; undefined where no head has the columns that are needed. */
export function readList(kind: ImportKind, sheet: RawSheet): ReadList | undefined {
  const rows = filledMerges(sheet);
  const head = findHead(kind, rows);
  if (head === undefined) return undefined;
  const { first, last, fields } = head;
  const skipped: { rowNo: number; why: string }[] = [];
  const list = rows.flatMap((cells, at): ListRow[] => {
    if (at <= last) return [];
    const why = skipReason(kind, cells, fields);
    if (why === undefined) return [listRow(at + 1, cells, fields)];
    if (why !== '') skipped.push({ rowNo: at + 1, why });
    return [];
  });
  const words = headTexts(rows, first, last);
  const own = FIELDS[kind].filter((field) => field.own === true).map(({ key }) => key);
  const isOwn = own.every((key) => fields.has(key));
  const used = new Map([...fields].filter(([key]) => isOwn || !own.includes(key)));
  return {
    sheet: sheet.name,
    headRows: [first + 1, last + 1],
    columns: [...used.keys()].map((key) => FIELDS[kind].find((field) => field.key === key)?.names[0] ?? key),
    unusedColumns: words.filter((word, column) => word !== '' && ![...used.values()].includes(column)),
    keys: new Set(fields.keys()),
    rows: list,
    skipped,
    title:
      rows
        .slice(0, first)
        .flat()
        .map(cellText)
        .find((text) => text !== '') ?? '',
  };
}

export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined || cell instanceof Date) return '';
  return String(cell).normalize('NFC').trim();
}

/** Every cell of a merged range says what its first cell says. */
function filledMerges({ rows, merges }: RawSheet): RawCell[][] {
  const filled = rows.map((row) => [...row]);
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    for (let at = startRow; at <= Math.min(endRow, filled.length - 1); at += 1) {
      // A head or a list is never wider than this; a merge over all 16,384 columns is a way of formatting.
      const width = Math.min(endCol - startCol + 1, 200);
      filled[at]?.splice(startCol, width, ...Array<RawCell>(width).fill(value));
    }
  }
  return filled;
}

interface Head {
  readonly first: number;
  readonly last: number;
  /** Column of each field. */
  readonly fields: ReadonlyMap<string, number>;
}

/** The row, or pair of rows, that names the most fields; a pair only where it names more. */
function findHead(kind: ImportKind, rows: readonly (readonly RawCell[])[]): Head | undefined {
  let best: Head | undefined;
  for (let first = 0; first < Math.min(rows.length, HEAD_WITHIN); first += 1) {
    for (const last of [first, first + 1]) {
      const fields = headFields(kind, rows, first, last);
      const isShorter = best !== undefined && fields.size === best.fields.size && best.last === first && first === last;
      if (isShorter || fields.size > (best?.fields.size ?? 0)) best = { first, last, fields };
    }
  }
  if (best === undefined) return undefined;
  const { first, fields } = best;
  const complete = FIELDS[kind].every(({ key, needed }) => needed !== true || fields.has(key));
  if (!complete || fields.size < 2) return undefined;
  // 两行表头 merged downwards: the second line says the same again, so it adds no field and must still be passed over.
  const below = headFields(kind, rows, first + 1, first + 1);
  const repeated = [...below].filter(([key, column]) => fields.get(key) === column).length;
  return repeated >= 2 && best.last === first ? { ...best, last: first + 1 } : best;
}

function headFields(kind: ImportKind, rows: readonly (readonly RawCell[])[], first: number, last: number) {
  const fields = new Map<string, number>();
  const [top = [], bottom = []] = [rows[first], rows[last]];
  for (let column = 0; column < Math.max(top.length, bottom.length); column += 1) {
    const [upper, lower] = [cellText(top[column]), cellText(bottom[column])];
    const found =
      fieldOf(kind, lower) ?? fieldOf(kind, upper + lower) ?? (lower === '' ? fieldOf(kind, upper) : undefined);
    if (found !== undefined && !fields.has(found.key)) fields.set(found.key, column);
  }
  return fields;
}

function headTexts(rows: readonly (readonly RawCell[])[], first: number, last: number): string[] {
  const [top = [], bottom = []] = [rows[first], rows[last]];
  return Array.from({ length: Math.max(top.length, bottom.length) }, (_, column) => {
    const [upper, lower] = [cellText(top[column]), cellText(bottom[column])];
    return upper === lower || upper === '' ? lower : `${upper}${lower}`;
  });
}

const TOTALS = /^(合\s*计|总\s*计|小\s*计|累\s*计|共\s*计|平均)/u;

/** Why a row is no entry: '' blank; undefined: it is one. */
function skipReason(
  kind: ImportKind,
  cells: readonly RawCell[],
  fields: ReadonlyMap<string, number>,
): string | undefined {
  const filled = cells.flatMap((cell, column) =>
    cell === null || cellText(cell) === '' ? (cell instanceof Date ? [column] : []) : [column],
  );
  const [lead] = filled;
  if (lead === undefined) return '';
  const first = cellText(cells[lead]);
  if (TOTALS.test(first)) return '合计行';
  if (first.startsWith(EXAMPLE_MARK)) return '示例行';
  const values = new Set(filled.map((column) => cellText(cells[column])));
  const isHeadAgain = [...fields].filter(([key, column]) => fieldOf(kind, cellText(cells[column]))?.key === key).length;
  if (isHeadAgain >= 2) return '重复的表头';
  // One text over the whole row: a section (一、部门) or a note (填表人：…).
  if (values.size === 1 && (filled.length > 1 || fields.size > 2))
    return /^(备注|注|说明|填表|制表)/u.test(first) ? '说明行' : '小标题行';
  return undefined;
}

function listRow(rowNo: number, cells: readonly RawCell[], fields: ReadonlyMap<string, number>): ListRow {
  const cell = (key: string): RawCell => {
    const column = fields.get(key);
    return column === undefined ? null : (cells[column] ?? null);
  };
  return { rowNo, cell, text: (key) => cellText(cell(key)) };
}
