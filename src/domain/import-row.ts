/**
 * 导入的行: a row of an imported list of problems. What is plain becomes a draft at once; a doubtful row waits until the office has said
 * what it is (domain §15: nothing is guessed). Pure.
 */
import { Refusal } from './refusal.ts';

/** What a row of a superior's list says about a problem; the rest of an issue is what a fresh one has. */
export interface ListedProblem {
  readonly location: string;
  readonly site: string | null;
  readonly description: string;
  readonly category: string;
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  readonly deadline: Date | null;
  /** For the record: number in the superior's list, day of the finding. */
  readonly note: string;
}

export type OpenKind = 'units' | 'coUnits' | 'site' | 'category' | 'deadline' | 'foundOn';

/** 存疑: one thing in a row that is open, and why, in words. */
export interface OpenPoint {
  readonly kind: OpenKind;
  readonly text: string;
}

/** 待定, 已登记, 不要. */
export type RowState = 'waiting' | 'logged' | 'dropped';

export interface ImportRow {
  readonly importNo: number;
  /** As the sheet shows it. */
  readonly rowNo: number;
  readonly state: RowState;
  /** The problem it has become; null while it is none. */
  readonly issueNo: number | null;
  readonly problem: ListedProblem;
  readonly open: readonly OpenPoint[];
  /** What the office has said about it, a few words each. */
  readonly decided: readonly string[];
}

/** 导入n号: one file that was taken over. */
export interface ListImport {
  readonly no: number;
  readonly file: string;
  /** Canonical name of who imported it. */
  readonly by: string;
  readonly at: Date;
}

/** What the office says of a row. `isNamed`: 责任单位 was said, not only 是. */
export type RowAnswer =
  | { readonly kind: 'units'; readonly units: readonly string[]; readonly isNamed: boolean }
  | { readonly kind: 'coUnits'; readonly units: readonly string[] }
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'category'; readonly category: string; readonly name: string }
  | { readonly kind: 'deadline'; readonly deadline: Date | null; readonly text: string }
  | { readonly kind: 'keep' | 'drop' | 'restore' };

/** Everything open has been said: it can be put on record. */
export const isSettled = ({ state, open }: ImportRow): boolean => state === 'waiting' && open.length === 0;

/** `单位“某某局”不认识；…`. */
export const openText = ({ open }: Pick<ImportRow, 'open'>): string => open.map(({ text }) => text).join('；');

const EXAMPLES: Readonly<Record<OpenKind, string>> = {
  units: '是市住建局',
  coUnits: '协办单位是…',
  site: '点位是…',
  category: '类别是…',
  deadline: '时限12月1日',
  foundOn: '照登',
};

/** What may be typed about the row: `“第37行是市住建局”“第37行不要”`. */
export function exampleAnswers({ rowNo, open, problem }: Pick<ImportRow, 'rowNo' | 'open' | 'problem'>): string {
  const kept = problem.units.length > 0 ? ['照登'] : [];
  const words = new Set([...open.map(({ kind }) => EXAMPLES[kind]), ...kept, '不要']);
  return [...words].map((word) => `“第${rowNo}行${word}”`).join('');
}

/** The row after the answer. Throws Refusal `import.row`: it waits for nothing, or this does not answer what is open. */
export function answerRow(row: ImportRow, answer: RowAnswer, by: string): ImportRow {
  if (answer.kind === 'restore') return restored(row);
  if (row.state !== 'waiting') throw refusal(row, standing(row));
  const decided = [...row.decided, `${answerText(answer)}（${by}）`];
  switch (answer.kind) {
    case 'drop':
      return { ...row, state: 'dropped', decided };
    case 'units':
      return { ...withUnits(row, answer), decided };
    case 'coUnits':
      return { ...changed(row, 'coUnits', { coUnits: answer.units }), decided };
    case 'site':
      return { ...changed(row, 'site', { site: answer.site }), decided };
    case 'category':
      return { ...changed(row, 'category', { category: answer.category }), decided };
    case 'deadline':
      return { ...changed(row, 'deadline', { deadline: answer.deadline }), decided };
    default:
      return { ...kept(row), decided };
  }
}

/** What was said, in a few words: `责任单位市住建局`. */
export function answerText(answer: RowAnswer): string {
  switch (answer.kind) {
    case 'units':
      return `责任单位${answer.units.join('、')}`;
    case 'coUnits':
      return answer.units.length === 0 ? '没有协办单位' : `协办单位${answer.units.join('、')}`;
    case 'site':
      return `点位${answer.site}`;
    case 'category':
      return `类别${answer.name}`;
    case 'deadline':
      return answer.deadline === null ? '不另定时限' : `时限${answer.text}`;
    case 'keep':
      return '照原样登记';
    case 'drop':
      return '不要';
    default:
      return '恢复待定';
  }
}

const changed = (row: ImportRow, kind: OpenKind, problem: Partial<ListedProblem>): ImportRow => ({
  ...row,
  problem: { ...row.problem, ...problem },
  open: row.open.filter((point) => point.kind !== kind),
});

/** 是某局 answers who is responsible; where the row names somebody already, 责任单位 has to be said. */
function withUnits(row: ImportRow, { units, isNamed }: RowAnswer & { readonly kind: 'units' }): ImportRow {
  const { problem, rowNo } = row;
  if (!isNamed && problem.units.length > 0) {
    throw refusal(
      row,
      `已写明责任单位${problem.units.join('、')}，待定的是：${openText(row)}。要改责任单位，请回复“第${rowNo}行责任单位是${units.join('、')}”`,
    );
  }
  const coUnits = problem.coUnits.filter((unit) => !units.includes(unit));
  return changed(row, 'units', { units, coUnits });
}

/** 照登: what is open stays empty; without a responsible unit nothing can be dispatched. */
function kept(row: ImportRow): ImportRow {
  if (row.problem.units.length === 0) {
    throw refusal(row, `还没有责任单位，请先回复“第${row.rowNo}行责任单位是…”`);
  }
  return { ...row, open: [] };
}

function restored(row: ImportRow): ImportRow {
  if (row.state !== 'dropped') throw refusal(row, row.state === 'waiting' ? '还在待定，不用恢复' : standing(row));
  return { ...row, state: 'waiting', decided: [] };
}

function standing({ state, issueNo, importNo, rowNo }: ImportRow): string {
  if (state === 'dropped') return `已定为不要；还要的话请回复“导入${importNo}号第${rowNo}行恢复”`;
  return `已登记为#${issueNo}，不再待定`;
}

const refusal = ({ rowNo }: ImportRow, text: string): Refusal => new Refusal('import.row', `第${rowNo}行${text}。`);

/** `第12至15、37行`. */
export function rowsText(rowNos: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const no of rowNos.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last !== undefined && no === last[1] + 1) last[1] = no;
    else spans.push([no, no]);
  }
  const words = spans.flatMap(([from, to]) => {
    if (from === to) return [`${from}`];
    return to === from + 1 ? [`${from}`, `${to}`] : [`${from}至${to}`];
  });
  return `第${words.join('、')}行`;
}
