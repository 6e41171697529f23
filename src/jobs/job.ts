/**
 * What the clock does (style §3.6). A daily job runs once for its moment whatever restarts: the row (job, moment) and what the job wrote
 * are one transaction. A moment missed is made up for within the catch-up window and left out after it. A job that runs by steps
 * of some minutes is asked every minute, as of the beginning of its step, and keeps its own marks of what it has done: what has been
 * written meanwhile does not wait for the next step.
 */
import { withDeputies } from '../domain/absence.ts';
import type { Directory } from '../domain/city.ts';
import { settingsAt } from '../domain/inspection-period.ts';
import type { Settings } from '../domain/settings.ts';
import { isOver } from '../domain/manners.ts';
import { MINUTE_MS, addDays, atTime, dayOf, startOfDay } from '../domain/shanghai.ts';
import type { Postbox } from '../postbox.ts';
import type { Storage, Store } from '../../storage/store.ts';

export interface JobContext {
  /** The moment that was due: what is due, and every figure, is computed as of it. */
  readonly moment: Date;
  /** When it is done, never before the moment: what a job writes and sends bears this time, and the quiet hours are judged by it. */
  readonly at: Date;
  readonly store: Store;
  readonly directory: Directory;
  readonly settings: Settings;
  readonly postbox: Postbox;
  /** What the platforms want the office to know, a line each. */
  readonly concerns: readonly string[];
}

export interface Job {
  readonly name: string;
  /** Runs also when the campaign is over (§13.7); the others have stopped then. */
  readonly afterEnd?: boolean;
  /** `18:10` in Asia/Shanghai, or by steps of so many minutes; null: switched off. */
  schedule(settings: Settings): { readonly dailyAt: string } | { readonly everyMinutes: number } | null;
  /** Looked at before a transaction is opened, which holds up others; absent: there may always be something. */
  hasWork?(store: Store, moment: Date): Promise<boolean>;
  run(context: JobContext): Promise<void>;
}

export interface Scheduler {
  /** Runs what is due at `at` and has not run. A job that fails is logged and tried again at the next call within its window. */
  runDue(at: Date): Promise<void>;
  /** Moments of all jobs in (from, to], in order, each once: for the simulator's clock. */
  momentsBetween(from: Date, to: Date): Date[];
}

export interface SchedulerOptions {
  readonly jobs: readonly Job[];
  readonly storage: Storage;
  readonly city: () => { readonly directory: Directory; readonly settings: Settings };
  readonly postbox: Postbox;
  /** The time that goes on while one job after the other is run; absent: it stands still. */
  readonly now?: () => Date;
  readonly concerns?: () => readonly string[];
  readonly log: (line: string, fields: Readonly<Record<string, unknown>>) => void;
}

export function createScheduler(options: SchedulerOptions): Scheduler {
  const { storage, postbox, log } = options;

  async function runJob(job: Job, at: Date): Promise<void> {
    const { directory, settings } = options.city();
    const schedule = job.schedule(settings);
    if (!schedule) return;
    const isDaily = 'dailyAt' in schedule;
    const moment = isDaily ? latestDaily(schedule.dailyAt, at) : latestStep(schedule.everyMinutes, at);
    if (isOver(moment, settings) && job.afterEnd !== true) return;
    const lateMs = at.getTime() - moment.getTime();
    if (isDaily && lateMs > settings.jobs.catchUpMinutes * MINUTE_MS) return;
    if (isDaily && (await hasRunOn(job.name, moment, storage.store))) return;
    if (job.hasWork && !(await job.hasWork(storage.store, moment))) return;
    await storage.transaction(async (store) => {
      if (isDaily && !(await store.jobRuns.begin(job.name, moment, at))) return;
      const absences = await store.absences.on(dayOf(moment));
      const concerns = options.concerns?.() ?? [];
      const today = await settingsAt(settings, moment, store.inspectionSwitches);
      const now = options.now?.() ?? at;
      await job.run({
        moment,
        at: now > at ? now : at,
        store,
        directory: withDeputies(directory, absences),
        settings: today,
        postbox,
        concerns,
      });
    });
  }

  return {
    async runDue(at) {
      for (const job of options.jobs) {
        await runJob(job, at).catch((error: unknown) => log('job failed', { job: job.name, error }));
      }
    },
    momentsBetween(from, to) {
      const { settings } = options.city();
      const moments = options.jobs.flatMap((job) => momentsOf(job.schedule(settings), from, to));
      return [...new Set(moments)].toSorted((a, b) => a - b).map((ms) => new Date(ms));
    },
  };
}

/** A changed hour must not give a second bulletin on the same day. */
async function hasRunOn(job: string, moment: Date, store: Store): Promise<boolean> {
  const last = await store.jobRuns.lastMoment(job, startOfDay(addDays(dayOf(moment), 1)));
  return last !== undefined && dayOf(last) === dayOf(moment);
}

function latestDaily(time: string, at: Date): Date {
  const today = atTime(dayOf(at), time);
  return today <= at ? today : atTime(addDays(dayOf(at), -1), time);
}

function latestStep(minutes: number, at: Date): Date {
  const step = minutes * MINUTE_MS;
  return new Date(Math.floor(at.getTime() / step) * step);
}

function momentsOf(schedule: ReturnType<Job['schedule']>, from: Date, to: Date): number[] {
  if (!schedule) return [];
  const moments: number[] = [];
  if ('everyMinutes' in schedule) {
    const step = schedule.everyMinutes * MINUTE_MS;
    for (let ms = latestStep(schedule.everyMinutes, from).getTime() + step; ms <= to.getTime(); ms += step)
      moments.push(ms);
    return moments;
  }
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    const ms = atTime(day, schedule.dailyAt).getTime();
    if (ms > from.getTime() && ms <= to.getTime()) moments.push(ms);
  }
  return moments;
}
