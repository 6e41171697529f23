/** What an import says it understood: columns, counts, and every row that needs a look, by the row number of the sheet. */
import type { RowRemark, Understood } from './outcome.ts';
import type { ReadList } from './table-reading.ts';

/** Lines for the terminal. `numberOf`: the number a row got, once written. */
export function outcomeText(
  list: ReadList,
  outcome: Understood<object>,
  numberOf: ReadonlyMap<number, string> = new Map(),
): string {
  const { entries, doubts, refused, known } = outcome;
  const [first, last] = list.headRows;
  const head = first === last ? `第${first}行` : `第${first}—${last}行`;
  const name = list.sheet === '' ? '' : `工作表“${list.sheet}”，`;
  const counts = [
    `可导入${entries.length}行`,
    ...(doubts.length > 0 ? [`其中存疑${doubts.length}行`] : []),
    ...(known.length > 0 ? [`已有${known.length}行`] : []),
    ...(refused.length > 0 ? [`不能导入${refused.length}行`] : []),
  ];
  return [
    `${name}表头在${head}`,
    `认出的列：${list.columns.join('、')}`,
    ...(list.unusedColumns.length > 0 ? [`没有用到的列：${list.unusedColumns.join('、')}`] : []),
    ...skippedLine(list),
    `${counts.join('，')}。`,
    ...knownLine(known),
    ...section('存疑（请创城办逐行核定）：', doubts, numberOf),
    ...section('不能导入：', refused, numberOf),
  ].join('\n');
}

function skippedLine({ skipped }: ReadList): string[] {
  const byWhy = Map.groupBy(skipped, ({ why }) => why);
  const parts = [...byWhy].map(([why, rows]) => `${why}（第${rows.map(({ rowNo }) => rowNo).join('、')}行）`);
  return parts.length === 0 ? [] : [`跳过：${parts.join('，')}`];
}

const MOST_KNOWN = 20;

/** What is held for known, each by what it is held for: a finding must not vanish. */
function knownLine(known: readonly RowRemark[]): string[] {
  if (known.length === 0) return [];
  const shown = known.slice(0, MOST_KNOWN).map(({ rowNo, text }) => `第${rowNo}行同${text}`);
  return [`已有的：${shown.join('，')}${known.length > MOST_KNOWN ? '等' : ''}。`];
}

function section(title: string, remarks: readonly RowRemark[], numberOf: ReadonlyMap<number, string>): string[] {
  if (remarks.length === 0) return [];
  return [
    title,
    ...remarks.map(({ rowNo, text }) => {
      const number = numberOf.get(rowNo);
      return `  第${rowNo}行${number === undefined ? '' : `（${number}）`} ${text}`;
    }),
  ];
}
