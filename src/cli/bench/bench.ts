/**
 * `npm run --silent bench`: the whole webhook path (verify, decrypt, read, commit, answer) beside its floor, both in processes of
 * their own, driven alike, in turns, in one run. One JSON object per line; times in milliseconds.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { cliNumbers } from '../options.ts';
import { benchChatId, benchSecrets, callback } from './traffic.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const options = cliNumbers('bench', '测量整条处理路径的速度，并与同一次运行里的下限相比', {
  rounds: ['轮数', 6],
  messages: ['每轮每方的消息数', 400],
  connections: ['同时的连接数', 8],
});

interface Side {
  readonly name: 'bot' | 'floor';
  readonly url: string;
  readonly process: ChildProcess;
}

const scratch = mkdtempSync(join(tmpdir(), 'duban-bench-'));
const agent = new Agent({ keepAlive: true, maxSockets: options.connections });

/** The invented city with one conversation of the city's group known, so that the group is paired. */
function benchConfig(): { dir: string; users: { inspector: string; liaison: string } } {
  const directory = parseDocument(readFileSync(join(root, 'config/directory.example.yaml'), 'utf8'));
  directory.setIn(['groups', 0, 'wecom'], { chatId: benchChatId });
  writeFileSync(join(scratch, 'directory.yaml'), directory.toString());
  copyFileSync(join(root, 'config/settings.example.yaml'), join(scratch, 'settings.yaml'));
  const people = (directory.toJS() as { people: { name: string; wecom?: string }[] }).people;
  const idOf = (name: string): string => people.find((person) => person.name === name)?.wecom ?? '';
  return { dir: scratch, users: { inspector: idOf('刘志强'), liaison: idOf('王磊') } };
}

/** Starts a side and waits for the line with its address. */
function start(name: Side['name'], args: readonly string[], env: Record<string, string>): Promise<Side> {
  const child = spawn(process.execPath, [...args], {
    cwd: scratch,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(chunk.toString())?.[0];
      if (url !== undefined) resolve({ name, url, process: child });
    });
  });
}

function post(side: Side, n: number, users: Parameters<typeof callback>[1]): Promise<number> {
  const { path, body } = callback(n, users);
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const req = request(`${side.url}${path}`, { method: 'POST', agent, headers }, (res) => {
      res.resume();
      res.once('end', () => {
        if (res.statusCode === 200) resolve(performance.now() - begun);
        else reject(new Error(`${side.name} answered ${res.statusCode}`));
      });
    });
    req.once('error', reject);
    req.end(body);
  });
}

/** One round on one side: `messages` callbacks over `connections` connections. */
async function round(side: Side, users: Parameters<typeof callback>[1]): Promise<{ times: number[]; seconds: number }> {
  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  const lane = async (): Promise<void> => {
    while (next < options.messages) times.push(await post(side, next++, users));
  };
  await Promise.all(Array.from({ length: options.connections }, lane));
  return { times, seconds: (performance.now() - begun) / 1000 };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;

function figures(times: readonly number[], seconds: number): { p50: number; p99: number; perSecond: number } {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    p50: rounded(quantile(sorted, 0.5)),
    p99: rounded(quantile(sorted, 0.99)),
    perSecond: Math.round(times.length / seconds),
  };
}

async function main(): Promise<void> {
  const { dir, users } = benchConfig();
  const env = {
    CONFIG_DIR: dir,
    DATA_DIR: join(scratch, 'data'),
    PORT: '0',
    LOG_LEVEL: 'error',
    WECOM_TOKEN: benchSecrets.token,
    WECOM_ENCODING_AES_KEY: benchSecrets.aesKey,
  };
  const sides = [
    await start('bot', [join(root, 'src/main.ts')], env),
    await start('floor', [join(root, 'src/cli/bench/floor.ts'), join(scratch, 'floor.sqlite')], {}),
  ];
  try {
    const all = new Map(sides.map(({ name }) => [name, { times: [] as number[], seconds: 0 }]));
    for (const side of sides) await round(side, users);
    for (let n = 1; n <= options.rounds; n += 1) {
      for (const side of sides) {
        const { times, seconds } = await round(side, users);
        const sum = all.get(side.name);
        sum?.times.push(...times);
        if (sum) sum.seconds += seconds;
        console.log(JSON.stringify({ round: n, side: side.name, ...figures(times, seconds) }));
      }
    }
    const [bot, floor] = sides.map(({ name }) => figures(all.get(name)?.times ?? [], all.get(name)?.seconds ?? 1));
    if (!bot || !floor) return;
    const connections = options.connections;
    console.log(JSON.stringify({ total: 'bot', connections, messages: all.get('bot')?.times.length, ...bot }));
    console.log(JSON.stringify({ total: 'floor', connections, messages: all.get('floor')?.times.length, ...floor }));
    console.log(
      JSON.stringify({
        ratio: 'bot/floor',
        p50: rounded(bot.p50 / floor.p50),
        p99: rounded(bot.p99 / floor.p99),
        perSecond: rounded(bot.perSecond / floor.perSecond),
      }),
    );
  } finally {
    agent.destroy();
    for (const side of sides) {
      side.process.removeAllListeners('exit');
      side.process.kill('SIGTERM');
    }
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
