/** `npm run handbook`: writes the command lists and the bot's answers in docs/handbook-*.md anew; `--check` only says whether they are true. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshPages } from './handbook/pages.ts';
import { cliProgram } from './options.ts';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));

const program = cliProgram('handbook', '重新生成手册里的说法一览和对话。')
  .option('--check', '只检查是否过时，不改文件')
  .allowExcessArguments(false)
  .parse();

const { check = false } = program.opts<{ check?: boolean }>();
for (const { file, text } of await freshPages(docs)) {
  const target = path.join(docs, file);
  const isStale = (await readFile(target, 'utf8')) !== text;
  if (isStale && !check) await writeFile(target, text);
  if (isStale && check) process.exitCode = 1;
  console.log(`${file}：${isStale ? (check ? '已过时，请运行 npm run handbook' : '已更新') : '没有变化'}`);
}
