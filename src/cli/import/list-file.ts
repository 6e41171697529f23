/** The file to import: opened, and the sheet in it that is such a list. */
import { readFile } from 'node:fs/promises';
import { Refusal } from '../../domain/refusal.ts';
import { FIELDS, KIND_WORDS } from '../../papers/import/fields.ts';
import type { ImportKind } from '../../papers/import/fields.ts';
import { readList } from '../../papers/import/table-reading.ts';
import type { ReadList } from '../../papers/import/table-reading.ts';
import { readSheets, UnreadableSheet } from '../../papers/sheet.ts';

/** The list of this kind in the first sheet that has one, or in the named sheet. Throws Refusal. */
export async function openList(kind: ImportKind, file: string, sheetName: string | undefined): Promise<ReadList> {
  const sheets = await sheetsOf(file);
  const wanted = sheetName === undefined ? sheets : sheets.filter(({ name }) => name === sheetName);
  if (wanted.length === 0) {
    throw new Refusal('argument', `没有工作表“${sheetName}”。文件里有：${sheets.map(({ name }) => name).join('、')}`);
  }
  const list = wanted.map((sheet) => readList(kind, sheet)).find((found) => found !== undefined);
  if (list !== undefined) return list;
  const columns = FIELDS[kind].filter(({ needed }) => needed === true).map(({ names }) => names[0]);
  throw new Refusal(
    'import.head',
    `看不出这是${KIND_WORDS[kind]}：前20行里没有找到表头，至少要有“${columns.join('”和“')}”列。可先生成模板：npm run import -- template ${kind} 模板.xlsx`,
  );
}

async function sheetsOf(file: string) {
  try {
    return await readSheets(await readFile(file));
  } catch (error) {
    if (error instanceof UnreadableSheet) throw new Refusal('import.file', error.message);
    if (error instanceof Error && 'code' in error) throw new Refusal('argument', `打不开文件 ${file}，请检查路径`);
    throw error;
  }
}
