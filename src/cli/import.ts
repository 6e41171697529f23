/** `npm run import -- KIND FILE [--yes]` and `npm run import -- template KIND FILE` (contract §1). */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readProcessEnv } from '../../config/env.ts';
import { Refusal } from '../domain/refusal.ts';
import { FIELDS } from '../papers/import/fields.ts';
import type { ImportKind } from '../papers/import/fields.ts';
import { templateTable } from '../papers/import/template.ts';
import { writeSheet } from '../papers/sheet.ts';
import { runImport } from './import/run.ts';
import { cliProgram, usageLine } from './options.ts';
import { orRefused } from './refused.ts';

const KINDS_TEXT = 'directory 花名册、sites 点位表、tasks 任务分解表、problems 上级问题清单';

const program = cliProgram('import', '从 .xlsx、.xls、.csv 导入。先说明读懂了什么、哪些行没有接收；加 --yes 才写入。')
  .argument('<种类>', `${KINDS_TEXT}；或 template：生成模板`)
  .argument('<文件>', '要导入的文件；生成模板时先写种类')
  .argument('[模板文件]', '只用于 template：要生成的 .xlsx')
  .option('--yes', '写入')
  .option('--sheet <名称>', '只看这张工作表，默认第一张有表头的')
  .option('--as <姓名>', '由谁导入，默认创城办负责人')
  .addHelpText(
    'after',
    '\n例：npm run import -- problems 省检问题清单2026年11月.xlsx\n    npm run import -- template tasks 任务分解表.xlsx',
  )
  .allowExcessArguments(false)
  .parse();

const [first = '', second = '', third] = program.args;
const { yes = false, sheet, as } = program.opts<{ yes?: boolean; sheet?: string; as?: string }>();

await orRefused(async () => {
  if (first === 'template') await writeTemplate(kindOf(second), third);
  else if (third !== undefined) throw new Refusal('argument', `参数太多。${usageLine(program)}`);
  else {
    const env = readProcessEnv();
    const now = (): Date => env.simClock ?? new Date(Date.now());
    console.log(await runImport({ kind: kindOf(first), file: second, sheet, by: as, write: yes, env, now }));
  }
});

function kindOf(word: string): ImportKind {
  if (Object.hasOwn(FIELDS, word)) return word as ImportKind; // the keys of FIELDS are the kinds
  throw new Refusal('argument', `没有“${word}”这一种，可写：${KINDS_TEXT}`);
}

async function writeTemplate(kind: ImportKind, file: string | undefined): Promise<void> {
  if (file === undefined)
    throw new Refusal('argument', '缺少要生成的文件名。例：npm run import -- template tasks 任务分解表.xlsx');
  if (!file.endsWith('.xlsx')) throw new Refusal('argument', '模板文件名应以 .xlsx 结尾');
  if (existsSync(file)) throw new Refusal('argument', `${file} 已经存在，请换一个文件名`);
  if (!existsSync(dirname(file))) throw new Refusal('argument', `没有文件夹 ${dirname(file)}，请先建立，或换一个位置`);
  await writeFile(file, await writeSheet(templateTable(kind)));
  console.log(`已生成模板 ${file}`);
}
