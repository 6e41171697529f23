/** One of several processes on one database, told by its parent what to do. Run as a child with a channel: `storage-worker.ts OPTIONS`. */
import { openStorage } from '../../storage/database.ts';
import type { Storage } from '../../storage/store.ts';
import { NOW, aDelivery, aMessage, aStep, anIssue, minutesLater } from './storage-samples.ts';

/** What a worker can be told. Each gives what this process has won or written. */
const WORKS = {
  /** The same twenty deliveries as everybody else, each with an issue and an answer. */
  async deliveries(storage: Storage) {
    const numbers: number[] = [];
    for (let count = 0; count < 20; count += 1) {
      await storage.transaction(async (store) => {
        if (!(await store.inbox.accept(aDelivery(`m${count}`)))) return;
        numbers.push((await store.issues.create(anIssue(), aStep())).no);
        await store.outbox.add(aMessage({ text: `answer ${count}`, conversation: `c${count}` }));
      });
    }
    return numbers;
  },
  async claims(storage: Storage, owner: string) {
    const claimed: string[] = [];
    for (const row of await storage.store.outbox.due(NOW, 100)) {
      if (await storage.store.outbox.claim(row.id, owner, NOW, minutesLater(1))) claimed.push(row.id);
    }
    return claimed;
  },
  async jobs(storage: Storage) {
    const begun: number[] = [];
    for (let minute = 0; minute < 20; minute += 1) {
      if (await storage.store.jobRuns.begin('daily', minutesLater(minute), NOW)) begun.push(minute);
    }
    return begun;
  },
  /** Reads, changes and saves the same issue twenty times: none of the changes may be lost. */
  async returns(storage: Storage) {
    for (let count = 0; count < 20; count += 1) {
      await storage.transaction(async (store) => {
        const issue = await store.issues.find(1);
        if (!issue) throw new Error('issue 1 is missing');
        await store.issues.save(issue, { ...issue, returnCount: issue.returnCount + 1 }, aStep({ step: 'return' }));
      });
    }
    return [];
  },
  async mentions(storage: Storage) {
    const days = Array.from({ length: 20 }, (_, day) => `2026-11-${day + 10}`);
    const taken: string[] = [];
    for (const day of days) if (await storage.store.mentions.take('王磊', day, 1)) taken.push(day);
    return taken;
  },
  /** Tells its parent when the message is written but not committed, and waits there to be killed. */
  async halfway(storage: Storage) {
    await storage.transaction(async (store) => {
      await store.inbox.accept(aDelivery('halfway'));
      await store.outbox.add(aMessage());
      process.send?.({ halfway: true });
      await new Promise(() => undefined);
    });
    return [];
  },
  /** Commits, then dies without closing anything. */
  async killed(storage: Storage) {
    await storage.transaction(async (store) => {
      await store.inbox.accept(aDelivery('killed'));
      await store.outbox.add(aMessage());
    });
    process.kill(process.pid, 'SIGKILL');
    return [];
  },
} as const;

export type Work = keyof typeof WORKS;
export interface WorkerOptions {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly owner: string;
}
export type WorkerSays = { ready: true } | { halfway: true } | { done: readonly unknown[] } | { failed: string };

const say = (what: WorkerSays): void => void process.send?.(what);

if (process.send) {
  // The parent of this same house wrote it.
  const options = JSON.parse(process.argv[2] ?? '') as WorkerOptions;
  try {
    const storage = await openStorage({ ...options, now: () => NOW });
    process.on('message', (work: Work) => {
      WORKS[work](storage, options.owner).then(
        (done) => say({ done }),
        (error: unknown) => say({ failed: String(error) }),
      );
    });
    process.once('disconnect', () => void storage.close());
    say({ ready: true });
  } catch (error) {
    say({ failed: error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error) });
  }
}
