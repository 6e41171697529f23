/** The program as a newcomer starts it: a process of its own, the simulator over real HTTP, and the ends it can come to. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { samplePicture } from './testing/sample-picture.ts';

const root = path.join(import.meta.dirname, '..');

interface Shown {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly mentions: readonly string[];
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

let dataDir: string;
let running: Running[];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'duban-main-'));
  running = [];
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

function launch(env: Record<string, string>): ChildProcess {
  const base = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' };
  return spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { ...base, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts the program and waits for the line with its address. */
async function start(env: Record<string, string> = { SIM_CLOCK: '2026-11-18T10:00:00+08:00' }): Promise<Running> {
  const child = launch(env);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(chunk.toString())?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  running.push({ child, url });
  return { child, url };
}

async function says(
  url: string,
  sender: string,
  text: string,
  more: object = {},
): Promise<{ id: string; replies: Shown[]; pushes: Shown[] }> {
  const response = await fetch(`${url}/sim/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ group: 'city', sender, text, ...more }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as { id: string; replies: Shown[]; pushes: Shown[] };
}

const heard = async (url: string): Promise<Shown[]> =>
  (await (await fetch(`${url}/sim/api/messages?group=city`)).json()) as Shown[];

async function moveClock(url: string, now: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/sim/api/clock`, { method: 'POST', headers, body: JSON.stringify({ now }) })).status;
}

const PROBLEM = '@督办机器人 人民路与解放路交叉口非机动车乱停放，占用盲道，请城管局今天下午5点前处理';

describe('the walk', () => {
  it('a problem is logged, claimed, reported by quoting, checked; the figure is asked; the 通报 comes at its hour', async () => {
    const { url } = await start();
    const images = [samplePicture(1)];
    const card = (await says(url, '刘志强', PROBLEM, { images })).replies[0];
    expect(card?.text).toContain('#1');
    expect(card?.text).toContain('市城管局');
    expect(card?.mentions).toEqual(['王磊']);
    expect((await says(url, '王磊', '认领1')).replies[0]?.text).toContain('#1');
    const report = await says(url, '王磊', '已整改', { quote: card?.id, images: [samplePicture(2)] });
    expect(report.replies.map(({ text }) => text).join('\n')).toContain('待核查');
    expect((await says(url, '刘志强', '1核查通过')).replies[0]?.text).toContain('销号');
    expect((await says(url, '周敏', '城管局整改率')).replies[0]?.text).toContain('100.0%(1/1)');
    await says(url, '刘志强', '文昌公园座椅破损，请园林中心11月25日前修好', { images });
    expect(await moveClock(url, '2026-11-18T18:10:00+08:00')).toBe(200);
    const bulletin = (await heard(url)).at(-1);
    expect(bulletin).toMatchObject({
      from: 'bot',
      text: expect.stringContaining('【创城日通报】11月18日（截至18:10）'),
    });
    expect(bulletin?.mentions).toHaveLength(1);
    expect(bulletin?.mentions).not.toContain('王磊');
    expect(await moveClock(url, '2026-11-18T18:00:00+08:00')).toBe(409);
  });
});

describe('the process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s', async (signal) => {
    const { child } = await start();
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('killed without warning keeps what it acknowledged, and numbers go on', async () => {
    const first = await start();
    await says(first.url, '刘志强', PROBLEM, { images: [samplePicture(1)] });
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const { url } = await start();
    expect((await heard(url)).map(({ from }) => from)).toEqual(['刘志强', 'bot']);
    const next = await says(url, '刘志强', '建设路56号门口垃圾桶满溢，请环卫中心今天下午6点前清运', {
      images: [samplePicture(2)],
    });
    expect(next.replies[0]?.text).toContain('#2');
  });

  it('names all faults of its environment at once and does not start', async () => {
    const child = launch({ WECOM_TOKEN: 'x', WECOM_ENCODING_AES_KEY: 'short', WECOM_TOKENN: 'y' });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(said).toContain('WECOM_ENCODING_AES_KEY');
    expect(said).toContain('WECOM_TOKENN');
    expect(said).not.toContain('at ');
  });
});
