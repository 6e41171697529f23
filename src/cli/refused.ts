/** How a command of the shell ends that could not do its work: one Chinese line; exit 2 for a wrong argument, else 1 (contract §1). */
import { EnvFaults } from '../../config/env.ts';
import { ConfigFaults, faultLine } from '../../config/faults.ts';
import { loadConfig } from '../../config/files.ts';
import type { Config, ConfigPlace } from '../../config/files.ts';
import { filesDir } from '../../storage/files.ts';
import { Refusal } from '../domain/refusal.ts';

/** Runs `work`; a refusal, faults of the environment and of the file system are told in words, anything else is thrown on. */
export async function orRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const words = error instanceof Refusal || error instanceof EnvFaults ? error.message : fileFault(error);
    if (words === null) throw error;
    console.error(words);
    process.exitCode = error instanceof Refusal && error.code === 'argument' ? 2 : 1;
  }
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹或文件',
  ENOTDIR: '上级不是文件夹',
  EISDIR: '这是文件夹',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘已满',
  EEXIST: '已有同名文件',
};

/** Null: no fault of the file system that has words. */
function fileFault(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const words = FILE_FAULTS[String(error.code)];
  const path = 'path' in error ? String(error.path) : '';
  return words === undefined ? null : `读写不了 ${path}：${words}`;
}

/** The settings; throws Refusal with their faults in words, as config:check tells them. */
export function configOrRefusal(place: ConfigPlace): Config {
  try {
    return loadConfig(place);
  } catch (error) {
    if (error instanceof ConfigFaults) throw new Refusal('config', error.faults.map(faultLine).join('\n'));
    throw error;
  }
}

/** Throws Refusal where the database is not the embedded one: its server has its own means. */
export function refuseOnServer(databaseUrl: string | null, means: string, dataDir: string): void {
  if (databaseUrl === null) return;
  const sentence = `数据库在 PostgreSQL 上，请用 ${means}；图片在 ${filesDir(dataDir)}，请另外复制`;
  throw new Refusal('backup.server', sentence);
}
