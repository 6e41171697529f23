/** `npm run --silent read -- [--directory FILE]`: messages on stdin, how they are read on stdout, a line each (contract §1). */
import { readFileSync } from 'node:fs';
import { EnvFaults, readProcessEnv } from '../../config/env.ts';
import { ConfigFaults } from '../../config/faults.ts';
import { loadConfig, loadDirectory } from '../../config/load.ts';
import { commands } from '../../commands/index.ts';
import { createReader, type Reader } from '../reading/reader.ts';
import { cliProgram } from './options.ts';
import { readRow } from './read-row.ts';

const program = cliProgram('read', '逐行读入群消息（JSON，一行一条），逐行给出读法。不写数据库。')
  .option('--directory <文件>', '通讯录：directory.yaml 或语料的 directory.json；默认用配置目录里的')
  .allowExcessArguments(false)
  .parse();

try {
  process.exitCode = readAll(readerFor(program.opts<{ directory?: string }>().directory));
} catch (error) {
  if (!(error instanceof EnvFaults || error instanceof ConfigFaults || isNoFile(error))) throw error;
  console.error(isNoFile(error) ? '找不到或读不了 --directory 指定的文件' : error.message.split('\n')[0]);
  process.exitCode = 2;
}

function readerFor(file: string | undefined): Reader {
  const env = readProcessEnv();
  const { directory, settings } = loadConfig({ dir: env.configDir, demo: true, env: env.variables });
  return createReader({ directory: file === undefined ? directory : loadDirectory(file, env.variables), settings });
}

function isNoFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

/** Returns the exit code: 2 at the first line that cannot be used. */
function readAll(reader: Reader): 0 | 2 {
  const lines = readFileSync(0, 'utf8').split('\n');
  const out: string[] = [];
  let code: 0 | 2 = 0;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    try {
      out.push(JSON.stringify(readRow(JSON.parse(line), reader, commands)));
    } catch {
      console.error(`第 ${at + 1} 行读不懂：应为一行 JSON，含 id、text、context`);
      code = 2;
      break;
    }
  }
  process.stdout.write(out.map((line) => `${line}\n`).join(''));
  return code;
}
