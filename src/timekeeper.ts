/** 时钟: runs what falls due, minute by minute; in demo mode also on the way when the clock is moved. */
import { schedule } from 'node-cron';
import type { MovableClock } from './clock.ts';
import type { Scheduler } from './jobs/job.ts';
import type { Workers } from './workers.ts';

export interface Timekeeper {
  /** Runs the jobs whose moment has come. */
  readonly runDue: () => Promise<void>;
  /** Moves the demo clock, running in order what falls due on the way. Throws RangeError outside demo mode or backward. */
  readonly advance: (to: Date) => Promise<void>;
  /** From now on every minute. */
  start(): void;
  stop(): Promise<void>;
}

export interface TimekeeperOptions {
  readonly clock: { now(): Date } | MovableClock;
  readonly scheduler: Scheduler;
  readonly workers: Pick<Workers, 'wake' | 'settle'>;
}

export function createTimekeeper({ clock, scheduler, workers }: TimekeeperOptions): Timekeeper {
  let minute: ReturnType<typeof schedule> | undefined;

  async function runDue(): Promise<void> {
    await scheduler.runDue(clock.now());
    workers.wake();
  }

  return {
    runDue,
    async advance(to) {
      if (!('set' in clock)) throw new RangeError('the clock of a running city cannot be moved');
      for (const moment of scheduler.momentsBetween(clock.now(), to)) {
        if (moment > clock.now()) clock.set(moment);
        await scheduler.runDue(moment);
        await workers.settle();
      }
      if (to > clock.now()) clock.set(to);
      await workers.settle();
    },
    start() {
      minute = schedule('* * * * *', () => runDue(), { timezone: 'Asia/Shanghai', noOverlap: true });
    },
    async stop() {
      await minute?.destroy();
    },
  };
}
