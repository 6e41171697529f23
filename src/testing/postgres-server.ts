/** A throw-away PostgreSQL server for the storage tests, where the machine has the programs. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

export interface ScratchServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The folder with `initdb` and `postgres`: in PATH, or where Debian puts the newest; undefined where there is none. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter),
    ...versions.map((version) => path.join(debian, version, 'bin')),
  ];
  const isComplete = (folder: string): boolean =>
    ['initdb', 'postgres'].every((program) => existsSync(path.join(folder, program)));
  const mayRun = process.getuid?.() !== 0 || postgresUser() !== undefined;
  return mayRun ? folders.find(isComplete) : undefined;
}

/** Starts a new cluster on a socket of its own; nothing of it stays. Throws when it does not come up. */
export async function startPostgres(programs: string): Promise<ScratchServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'duban-pg-'));
  // PostgreSQL refuses to run as root: then it runs as its own user.
  const owner = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, 'data');
  const settings = ['-D', data, '-U', 'duban', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(path.join(programs, 'initdb'), settings, { ...owner, cwd: folder, stdio: 'ignore' });
  const options = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
  const server = spawn(path.join(programs, 'postgres'), options, { ...owner, cwd: folder, stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `postgres://duban@/postgres?host=${encodeURIComponent(folder)}`;
  await untilUp(url, () => server.exitCode !== null);
  return {
    url,
    async stop() {
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}

function postgresUser(): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

async function untilUp(url: string, isGone: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const client = new Client(url);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (isGone()) throw error;
      await new Promise((resolve) => void setTimeout(resolve, 50));
    }
  }
  throw new Error('the PostgreSQL server did not come up');
}
