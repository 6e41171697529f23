/** How a command of the shell ends that could not do its work: one Chinese line; exit 2 for a wrong argument, else 1 (contract §1). */
import { EnvFaults } from '../../config/env.ts';
import { filesDir } from '../../storage/files.ts';
import { Refusal } from '../domain/refusal.ts';

/** Runs `work`; a refusal and faults of the environment are told in words, anything else is thrown on. */
export async function orRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof EnvFaults)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof Refusal && error.code === 'argument' ? 2 : 1;
  }
}

/** Throws Refusal where the database is not the embedded one: its server has its own means. */
export function refuseOnServer(databaseUrl: string | null, means: string, dataDir: string): void {
  if (databaseUrl === null) return;
  const sentence = `数据库在 PostgreSQL 上，请用 ${means}；图片在 ${filesDir(dataDir)}，请另外复制`;
  throw new Refusal('backup.server', sentence);
}
