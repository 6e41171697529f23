/** 核定导入的行: the office says by row number what a doubtful row is; a row of which nothing is open any more goes on record (domain §15). */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { answerRow, answerText, isSettled, openText, rowsText } from '../../src/domain/import-row.ts';
import type { ImportRow, ListImport, RowAnswer } from '../../src/domain/import-row.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { draftIssue, importedNote } from '../../src/papers/import/draft-issue.ts';
import { importNoIn, rowsSaidIn } from '../../src/reading/import-rows.ts';
import { MOST_IN_RANGE } from '../../src/reading/numbers.ts';
import type { RowsSaid } from '../../src/reading/import-rows.ts';
import { answerOf } from './answers.ts';
import { findImport } from './find-import.ts';

export interface SettleArgs {
  /** Null where it was not said which import is meant. */
  readonly importNo: number | null;
  readonly answers: readonly RowsSaid[];
}

export default defineCommand<SettleArgs>({
  id: 'import.settle',
  summary: '核定导入清单里存疑的行',
  examples: ['第37行是市住建局', '第40行点位是锦绣花园', '第12到15行不要', '第37行和第52行都是市城管局', '第43行照登'],
  allow: ['officeLead', 'officeStaff'],
  instead: '导入清单里待定的行由创城办核定。',

  read(said) {
    const answers = said.act === 'import.settle' ? rowsSaidIn(said.text) : null;
    if (answers === null) return undefined;
    return { importNo: importNoIn(said.text) ?? importNoIn(said.heard.quote ?? ''), answers };
  },

  async run(context) {
    const { args, store } = context;
    const list = await findImport(args.importNo, args.answers[0]?.rows[0] ?? 0, context);
    const before = await rowsOf(list, args.answers, context);
    const after = new Map(before);
    const said = args.answers.map((one) => ({ rows: one.rows, answer: answerOf(one, context) }));
    applyAll(said, after, context.by.name);
    const settled: ImportRow[] = [];
    for (const [rowNo, row] of after) {
      const done = isSettled(row) ? await onRecord(row, list, context) : row;
      const earlier = before.get(rowNo);
      if (earlier !== undefined) await store.imports.save(earlier, done);
      settled.push(done);
    }
    const { waiting } = await store.imports.counts(list.no);
    return {
      text: [`导入${list.no}号（${list.file}）：`, ...lines(said, settled), ending(list, waiting, settled)].join('\n'),
    };
  },
});

interface Answered {
  readonly rows: readonly number[];
  readonly answer: RowAnswer;
}

/** Throws Refusal `import.row`: one of them is no row of the list that became a problem or waits. */
async function rowsOf(
  { no }: ListImport,
  answers: readonly RowsSaid[],
  { store }: RunContext<SettleArgs>,
): Promise<Map<number, ImportRow>> {
  const wanted = [...new Set(answers.flatMap(({ rows }) => rows))];
  const found = await store.imports.rows({ importNo: no, rowNos: wanted });
  const rows = new Map(found.map((row) => [row.rowNo, row]));
  const missing = wanted.filter((rowNo) => !rows.has(rowNo));
  if (missing.length === 0) return rows;
  throw new Refusal(
    'import.row',
    `导入${no}号里没有${rowsText(missing)}：可能是表头、空行、合计行或没有导入的行。没有作任何改动。回复“导入待定清单”看有哪些。`,
  );
}

/** All or none: a row that cannot be answered so undoes the whole message. */
function applyAll(said: readonly Answered[], rows: Map<number, ImportRow>, by: string): void {
  const refused: string[] = [];
  for (const { rows: rowNos, answer } of said) {
    for (const rowNo of rowNos) {
      const row = rows.get(rowNo);
      if (row === undefined) continue;
      try {
        rows.set(rowNo, answerRow(row, answer, by));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push(error.message);
      }
    }
  }
  if (refused.length === 0) return;
  const shown = refused.slice(0, 10);
  const more = refused.length > shown.length ? [`另有${refused.length - shown.length}行也不行。`] : [];
  throw new Refusal('import.row', [...shown, ...more, '没有作任何改动。'].join('\n'));
}

/** A numbered draft, as the plain rows became when the file was imported. */
async function onRecord(row: ImportRow, list: ListImport, context: RunContext<SettleArgs>): Promise<ImportRow> {
  const { store, at, settings } = context;
  const record = recordOf(context, 'log', importedNote(list.file, row));
  const { no } = await store.issues.create(draftIssue(row.problem, { at, by: list.by, settings }), record);
  return { ...row, state: 'logged', issueNo: no };
}

/** A line for each thing that was said: `第37、52行：责任单位市城管局，登记为#1189、#1190`. */
function lines(said: readonly Answered[], settled: readonly ImportRow[]): readonly string[] {
  return said.flatMap(({ rows, answer }) => {
    const own = settled.filter(({ rowNo }) => rows.includes(rowNo));
    const logged = own.filter(({ state }) => state === 'logged');
    const open = own.filter(({ state, open: points }) => state === 'waiting' && points.length > 0);
    const nos = logged.length === 0 ? '' : `，登记为${numbersText(nosOf(logged), '#')}`;
    return [
      `${rowsText(rows)}：${answerText(answer)}${nos}`,
      ...open.slice(0, 10).map((row) => `  第${row.rowNo}行还待定：${openText(row)}`),
    ];
  });
}

const nosOf = (rows: readonly ImportRow[]): readonly number[] =>
  rows.flatMap(({ issueNo }) => issueNo ?? []).toSorted((one, other) => one - other);

/** `#12、#15`, `#12至#40`: a span only where none is missing in it. */
function numbersText(nos: readonly number[], mark = ''): string {
  const [first, last] = [nos[0] ?? 0, nos.at(-1) ?? 0];
  const isSpan = nos.length > 2 && last - first === nos.length - 1;
  return isSpan ? `${mark}${first}至${mark}${last}` : nos.map((no) => `${mark}${no}`).join('、');
}

function ending({ no }: ListImport, waiting: number, settled: readonly ImportRow[]): string {
  const nos = nosOf(settled);
  const hint = nos.length === 0 ? '' : `登记的是草稿，回复“确认${numbersText(nos.slice(0, MOST_IN_RANGE))}”即交办。`;
  return waiting === 0
    ? `这次导入的行都已定完。${hint}`
    : `还有${waiting}行待定，回复“导入${no}号待定清单”查看。${hint}`;
}
