/** The whole bot in demo mode on a database that is thrown away afterwards: its own process, its own folder, none of the real settings. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ENV_KEYS } from '../../config/env-keys.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

export interface ScratchBot {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** Ends the process and removes the folder. */
  stop(): Promise<void>;
}

/** Starts the bot and waits until it is there. Throws when it ends before that; what it complained of is in the message. */
export async function startScratchBot(): Promise<ScratchBot> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-chat-'));
  // Keys left empty count as not set: whatever `.env` says, no real platform and no real database is touched.
  const nothing = Object.fromEntries(Object.keys(ENV_KEYS).map((key) => [key, '']));
  const env = { ...nothing, PORT: '0', DATA_DIR: folder, SIMULATOR: 'on', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const address = await Promise.race([addressIn(child.stdout), ended.then(() => undefined)]);
  if (address !== undefined) return { address, stop };
  await stop();
  throw new Error(`机器人没有启动成功：${complaints.join('').trim()}`);
}

/** The address in the one line that `npm start` prints; reading goes on, so that the pipe never fills. */
function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: output }).on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}
