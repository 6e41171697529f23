/**
 * 备份: one file that holds everything, while the bot goes on working. The file is itself a SQLite database: a copy of ours as of one
 * moment, and a table with the kept files. Those are only ever added, so what the copy speaks of is there when the files are read.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../src/domain/refusal.ts';
import { databaseFile } from './database.ts';
import { filesDir, hashOf, syncFolder } from './files.ts';

/** What a file must say of itself before it is restored. */
export const BACKUP_FORMAT = 1;

export interface BackupOutcome {
  readonly files: number;
  readonly bytes: number;
  /** Files whose bytes are no longer what was kept: left out. */
  readonly damaged: readonly string[];
}

/** Writes the backup of `dataDir` to `target`, whole or not at all. Throws Refusal where there is nothing to copy or no place for it. */
export async function writeBackup(options: {
  readonly dataDir: string;
  readonly target: string;
}): Promise<BackupOutcome> {
  const { dataDir } = options;
  const [source, target] = [databaseFile(dataDir), path.resolve(options.target)];
  if (!existsSync(source)) throw new Refusal('backup.nothing', `没有可备份的数据：${source} 不存在`);
  refuseTarget(target, dataDir);
  const draft = `${target}.${randomUUID()}.part`;
  try {
    copyDatabase(source, draft);
    const outcome = await addFiles(draft, filesDir(dataDir));
    await sync(draft);
    await rename(draft, target);
    await syncFolder(path.dirname(target));
    return { ...outcome, bytes: (await stat(target)).size };
  } finally {
    for (const rest of ['', '-journal']) await rm(`${draft}${rest}`, { force: true });
  }
}

function refuseTarget(target: string, dataDir: string): void {
  const folder = path.dirname(target);
  if (!existsSync(folder)) throw new Refusal('argument', `文件夹 ${folder} 不存在，请先建好`);
  const [database, pictures] = [path.resolve(databaseFile(dataDir)), path.resolve(filesDir(dataDir))];
  const isOwn = target.startsWith(database) || `${target}${path.sep}`.startsWith(`${pictures}${path.sep}`);
  if (isOwn) throw new Refusal('argument', '备份文件不能写在数据库或图片的位置上，请换一个文件名');
  if (existsSync(target) && statSync(target).isDirectory()) {
    throw new Refusal('argument', `${target} 是文件夹，请写上文件名`);
  }
}

/** As of one moment, whatever is written meanwhile: one reading transaction, which no writer waits for. */
function copyDatabase(source: string, target: string): void {
  const database = new Database(source, { readonly: true });
  try {
    database.prepare('vacuum into ?').run(target);
  } finally {
    database.close();
  }
}

async function addFiles(archive: string, dir: string): Promise<Omit<BackupOutcome, 'bytes'>> {
  const database = new Database(archive);
  try {
    database.exec(
      'create table backup_info (format integer, made_at text); create table backup_files (hash text primary key, content blob)',
    );
    database.prepare(`insert into backup_info values (?, strftime('%Y-%m-%dT%H:%M:%fZ'))`).run(BACKUP_FORMAT);
    const add = database.prepare('insert into backup_files values (?, ?)');
    const damaged: string[] = [];
    let files = 0;
    for (const hash of await hashesIn(dir)) {
      const content = await readFile(path.join(dir, hash.slice(0, 2), hash.slice(2)));
      if (hashOf(content) !== hash) {
        damaged.push(hash);
        continue;
      }
      add.run(hash, content);
      files += 1;
    }
    return { files, damaged };
  } finally {
    database.close();
  }
}

/** Hashes of the files kept in a folder, sorted; drafts of files that are just being written are none. */
async function hashesIn(dir: string): Promise<string[]> {
  if (!existsSync(dir)) return [];
  const names = await readdir(dir, { recursive: true });
  return names
    .map((name) => name.replace(path.sep, ''))
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .toSorted();
}

/** Brings a file's bytes to the disk. */
export async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
