/** 恢复: puts what a backup holds in the place of what is there. The files first, then the database in one rename. */
import { randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { Refusal } from '../src/domain/refusal.ts';
import { BACKUP_FORMAT, sync } from './backup.ts';
import { databaseFile } from './database.ts';
import { createFileStore, filesDir, syncFolder } from './files.ts';
import { ageOf } from './migrations/index.ts';

export interface RestoreOutcome {
  readonly files: number;
  /** When the backup was made. */
  readonly madeAt: Date;
}

/** Throws Refusal when the file is no backup, when there is data and `force` is not given, or while the bot runs; then nothing changes. */
export async function restoreBackup(options: {
  readonly dataDir: string;
  readonly source: string;
  readonly force: boolean;
}): Promise<RestoreOutcome> {
  const { dataDir, source, force } = options;
  const target = databaseFile(dataDir);
  if (!existsSync(source)) throw new Refusal('argument', `文件 ${source} 不存在`);
  const madeAt = checkBackup(source);
  if (existsSync(target)) {
    if (!force) throw new Refusal('restore.exists', `${target} 已有数据；确定要用备份覆盖，请加 --force`);
    refuseWhileRunning(target);
  }
  await mkdir(dataDir, { recursive: true });
  const draft = `${target}.${randomUUID()}.part`;
  try {
    const files = await restoreFiles(source, filesDir(dataDir));
    await copyFile(source, draft, constants.COPYFILE_FICLONE);
    withoutFiles(draft);
    await sync(draft);
    // What is left of an old database beside it would be taken for a part of the new one.
    for (const rest of ['-wal', '-shm', '-journal']) await rm(`${target}${rest}`, { force: true });
    await rename(draft, target);
    await syncFolder(dataDir);
    return { files, madeAt };
  } finally {
    for (const rest of ['', '-journal']) await rm(`${draft}${rest}`, { force: true });
  }
}

/** When the backup was made. Throws Refusal for what is no backup of ours, or a damaged one. */
function checkBackup(file: string): Date {
  const notOurs = new Refusal('argument', `${file} 不是本程序的备份文件，或已损坏`);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true });
    const info: unknown = database.prepare('select format, made_at as "madeAt" from backup_info').get();
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') throw notOurs;
    if (!isInfo(info)) throw notOurs;
    if (info.format !== BACKUP_FORMAT || isNewer(database))
      throw new Refusal('argument', `${file} 是更新版本的程序所做的备份，请先升级程序`);
    return new Date(info.madeAt);
  } catch (error) {
    throw error instanceof Refusal ? error : notOurs;
  } finally {
    database?.close();
  }
}

/** Its tables are of a program that knows more than this one: after the restore nothing would start. */
function isNewer(backup: Database.Database): boolean {
  const applied = backup.prepare('select name from kysely_migration').pluck().all();
  return ageOf(applied.map(String)) === 'newer';
}

const isInfo = (value: unknown): value is { format: number; madeAt: string } =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  'madeAt' in value &&
  typeof value.madeAt === 'string';

/** Leaving the write-ahead mode needs the database alone: that fails exactly while another process has it open. */
function refuseWhileRunning(file: string): void {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: 200 });
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    // Any other fault is one of the old database, which is why it is being replaced.
    const isBusy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
    if (isBusy) throw new Refusal('restore.running', '机器人正在使用这个数据库，请先停止机器人，再恢复');
  } finally {
    database?.close();
  }
}

async function restoreFiles(source: string, dir: string): Promise<number> {
  const files = createFileStore({ dir });
  const database = new Database(source, { readonly: true });
  try {
    // The hashes first: a statement must not stay open over the writing of a file.
    const hashes = database.prepare('select hash from backup_files').pluck().all();
    const contentOf = database.prepare('select content from backup_files where hash = ?').pluck();
    for (const hash of hashes) {
      const content = contentOf.get(hash);
      const isWhole = Buffer.isBuffer(content) && (await files.put(content)) === hash;
      if (!isWhole) throw new Refusal('argument', `${source} 里的一个图片已损坏`);
    }
    return hashes.length;
  } finally {
    database.close();
  }
}

/** The database alone, small again. */
function withoutFiles(file: string): void {
  const database = new Database(file);
  try {
    database.exec('drop table backup_files; drop table backup_info; vacuum');
  } finally {
    database.close();
  }
}
