/** The thread of the workshop: one job after the other. */
import { parentPort } from 'node:worker_threads';
import { JOBS } from './workshop-jobs.ts';
import type { JobName } from './workshop-jobs.ts';

/** What the pool sends and gets back. */
export interface JobOrder {
  readonly id: number;
  readonly name: JobName;
  readonly input: unknown;
}

export type JobAnswer =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };

parentPort?.on('message', (order: JobOrder) => {
  void answer(order).then((message) => parentPort?.postMessage(message, []));
});

async function answer({ id, name, input }: JobOrder): Promise<JobAnswer> {
  try {
    // The pool's types have matched name and input; between threads they are lost.
    const job = JOBS[name] as (input: unknown) => unknown;
    return { id, output: await job(input) };
  } catch (error) {
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
    return { id, error: { name: kind, message } };
  }
}
