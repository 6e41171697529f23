/** 导入待定清单: which rows of imported lists wait, and for what. */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { exampleAnswers, openText } from '../../src/domain/import-row.ts';
import type { ImportRow, ListImport } from '../../src/domain/import-row.ts';
import { dayOf, dayText } from '../../src/domain/shanghai.ts';
import { importNoIn } from '../../src/reading/import-rows.ts';
import { findImport } from './find-import.ts';

export interface ShowImportArgs {
  readonly importNo: number | null;
}

/** What a person reads through on a phone; the others come when these are settled. */
const MOST_ROWS = 20;

export default defineCommand<ShowImportArgs>({
  id: 'import.show',
  summary: '看导入清单里待定的行',
  examples: ['导入待定清单', '看看导入1号', '导入1号还有哪些待定'],
  allow: ['officeLead', 'officeStaff'],
  instead: '导入清单由创城办核定。',

  read(said) {
    return said.act === 'import.show' ? { importNo: importNoIn(said.text) } : undefined;
  },

  async run(context) {
    const { args, store } = context;
    const asked =
      args.importNo === null ? await store.imports.waiting() : [await findImport(args.importNo, 0, context)];
    if (asked.length === 0) return { text: '导入的清单都已定完，没有待定的行。' };
    const blocks: string[] = [];
    for (const list of asked) blocks.push(await block(list, context));
    return { text: blocks.join('\n\n') };
  },
});

async function block(list: ListImport, { store, at }: RunContext<ShowImportArgs>): Promise<string> {
  const { no, file, by } = list;
  const counts = await store.imports.counts(no);
  const head = `导入${no}号（${file}，${dayText(dayOf(list.at), dayOf(at))}，${by}）：已登记${counts.logged}件，不要${counts.dropped}行，待定${counts.waiting}行`;
  if (counts.waiting === 0) return `${head}。`;
  const rows = await store.imports.rows({ importNo: no, states: ['waiting'] });
  const shown = rows.slice(0, MOST_ROWS);
  const more = rows.length > shown.length ? [`另有${rows.length - shown.length}行，定完上面的再看。`] : [];
  const [first] = shown;
  return [
    `${head}：`,
    ...shown.map(line),
    ...more,
    ...(first === undefined ? [] : [`请按行号告诉我，如${exampleAnswers(first)}。`]),
  ].join('\n');
}

const line = (row: ImportRow): string => {
  const { location, description, units } = row.problem;
  const who = units.length === 0 ? '' : `|${units.join('、')}`;
  return `第${row.rowNo}行 ${location} ${description}${who}|${openText(row)}`;
};
