/**
 * 工作间: documents, sheets and pictures are made in threads of their own, in the order they were asked for, so that no message waits.
 * A thread is started with the first job; one that hangs or dies takes its job with it and is replaced.
 */
import { Worker } from 'node:worker_threads';
import type { JobInput, JobName, JobOutput } from './workshop-jobs.ts';
import type { JobAnswer, JobOrder } from './workshop-worker.ts';

export interface Workshop {
  /** Throws what the job threw, that it took too long, or that the workshop was closed. */
  run<Name extends JobName>(name: Name, input: JobInput<Name>): Promise<JobOutput<Name>>;
  /** Whoever still waits gets an error. The next job would start it anew. */
  close(): Promise<void>;
}

export interface WorkshopOptions {
  readonly threads?: number;
  /** Longest time of one job. A ledger of 1,200 problems with photos takes seconds. */
  readonly limitMs?: number;
}

interface Job {
  readonly order: JobOrder;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

interface Bench {
  readonly worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

export function createWorkshop({ threads = 1, limitMs = 5 * 60_000 }: WorkshopOptions = {}): Workshop {
  const queue: Job[] = [];
  let benches: Bench[] = [];
  let last = 0;

  function hire(): Bench {
    const bench: Bench = {
      worker: new Worker(new URL('workshop-worker.ts', import.meta.url), { execArgv: [] }),
      job: undefined,
      timer: undefined,
    };
    bench.worker.on('message', (answer: JobAnswer) => {
      const job = free(bench);
      if ('output' in answer) job?.resolve(answer.output as never); // The output of the job that was asked for by this order.
      else job?.reject(Object.assign(new Error(answer.error.message), { name: answer.error.name }));
      next();
    });
    bench.worker.on('error', (error) => dismiss(bench, error instanceof Error ? error : new Error(String(error))));
    bench.worker.on('exit', () => dismiss(bench, new Error('the thread ended')));
    benches.push(bench);
    return bench;
  }

  /** The bench is free again; an idle thread does not keep the program running. */
  function free(bench: Bench): Job | undefined {
    const { job } = bench;
    clearTimeout(bench.timer);
    bench.job = undefined;
    bench.worker.unref();
    return job;
  }

  function dismiss(bench: Bench, reason: Error): void {
    if (!benches.includes(bench)) return;
    benches = benches.filter((one) => one !== bench);
    free(bench)?.reject(reason);
    void bench.worker.terminate();
    next();
  }

  function next(): void {
    if (queue.length === 0) return;
    const bench = benches.find(({ job }) => job === undefined) ?? (benches.length < threads ? hire() : undefined);
    const job = bench && queue.shift();
    if (!bench || !job) return;
    bench.job = job;
    bench.worker.ref();
    bench.timer = setTimeout(() => dismiss(bench, new Error(`${job.order.name} took too long`)), limitMs);
    try {
      bench.worker.postMessage(job.order, []);
    } catch (error) {
      // Something that cannot be handed over, a function say: a fault of the caller, not of the thread.
      free(bench)?.reject(error instanceof Error ? error : new Error(String(error)));
    }
    next();
  }

  return {
    run(name, input) {
      return new Promise((resolve, reject) => {
        queue.push({ order: { id: (last += 1), name, input }, resolve, reject });
        next();
      });
    },
    async close() {
      const reason = new Error('the workshop was closed');
      for (const job of queue.splice(0)) job.reject(reason);
      const dismissed = benches;
      benches = [];
      for (const bench of dismissed) free(bench)?.reject(reason);
      await Promise.all(dismissed.map(({ worker }) => worker.terminate()));
    },
  };
}
