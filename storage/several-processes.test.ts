/** Several processes on one database, all started at once: what must happen once happens once, and nothing that was committed is lost. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOW, aDelivery, aMessage, aStep, anIssue, minutesLater } from '../src/testing/storage-samples.ts';
import { emptied, findServer } from '../src/testing/storage-suite.ts';
import type { Work, WorkerOptions, WorkerSays } from '../src/testing/storage-worker.ts';
import { openStorage } from './database.ts';
import type { Storage } from './store.ts';

const PROCESSES = 3;
const worker = fileURLToPath(new URL('../src/testing/storage-worker.ts', import.meta.url));
const server = findServer();

describe.each(server ? ['SQLite', 'PostgreSQL'] : ['SQLite'])('several processes on %s', (kind) => {
  let dataDir: string;
  let databaseUrl: string | null = null;
  let stopServer = (): Promise<void> => Promise.resolve();
  let children: ChildProcess[];
  let storage: Storage;

  beforeAll(async () => {
    if (kind === 'PostgreSQL' && server) ({ url: databaseUrl, stop: stopServer } = await server());
  });
  afterAll(() => stopServer());
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'duban-several-'));
    if (databaseUrl !== null) await emptied(databaseUrl);
    // Nobody has made the tables yet: all of them migrate at once.
    children = await Promise.all(Array.from({ length: PROCESSES }, (_, index) => started(`p${index}`)));
    storage = await openStorage({ dataDir, databaseUrl, now: () => NOW });
  });
  afterEach(async () => {
    await Promise.all(children.map(ended));
    await storage.close();
    await rm(dataDir, { recursive: true });
  });

  async function started(owner: string): Promise<ChildProcess> {
    const options: WorkerOptions = { dataDir, databaseUrl, owner };
    const child = fork(worker, [JSON.stringify(options)], { execArgv: [] });
    expect(await heard(child)).toEqual({ ready: true });
    return child;
  }

  const all = async (work: Work): Promise<unknown[]> => {
    const answers = await Promise.all(children.map((child) => told(child, work)));
    return answers.flatMap((answer) => ('done' in answer ? answer.done : [answer]));
  };

  test('the same deliveries: each has one effect and one answer, and numbers are unique', async () => {
    const numbers = await all('deliveries');
    expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(await storage.store.outbox.due(NOW, 100)).toHaveLength(20);
  });

  test('each message is claimed by one of them', async () => {
    for (let count = 0; count < 20; count += 1) await storage.store.outbox.add(aMessage({ conversation: `c${count}` }));
    const claimed = await all('claims');
    expect(new Set(claimed).size).toBe(20);
    expect(claimed).toHaveLength(20);
  });

  test('each moment of a job is begun by one of them, each tag is taken once', async () => {
    expect((await all('jobs')).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, i) => i),
    );
    expect(await all('mentions')).toHaveLength(20);
  });

  test('no change of an issue is lost', async () => {
    await storage.store.issues.create(anIssue(), aStep());
    expect(await all('returns')).toEqual([]);
    expect((await storage.store.issues.find(1))?.returnCount).toBe(20 * PROCESSES);
    expect(await storage.store.records.ofIssue(1)).toHaveLength(20 * PROCESSES + 1);
  });

  test('killed before the commit: as if the message had never come, and nobody is held up', async () => {
    const [child] = children;
    expect(child && (await told(child, 'halfway'))).toEqual({ halfway: true });
    child?.kill('SIGKILL');
    if (child) await once(child, 'exit');
    expect(await storage.store.inbox.accept(aDelivery('halfway'))).toBe(true);
    expect(await storage.store.outbox.due(NOW, 10)).toEqual([]);
  });

  test('killed after the commit: the mark and the answer are there, the answer waits to be sent once', async () => {
    const [child] = children;
    child?.send('killed' satisfies Work);
    if (child) await once(child, 'exit');
    expect(await storage.store.inbox.accept(aDelivery('killed'))).toBe(false);
    expect(await storage.store.outbox.due(minutesLater(1), 10)).toMatchObject([{ attempts: 0, interrupted: false }]);
  });
});

async function heard(child: ChildProcess): Promise<WorkerSays> {
  // The worker says nothing else.
  const [said] = (await once(child, 'message')) as [WorkerSays];
  return said;
}

function told(child: ChildProcess, work: Work): Promise<WorkerSays> {
  const answer = heard(child);
  child.send(work);
  return answer;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.disconnect();
  await exit;
}
