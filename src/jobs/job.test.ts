/** The clock moved by hand: due, late, missed, twice, two processes, a changed hour. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../config/settings.ts';
import type { Storage } from '../../storage/store.ts';
import { aCity, on } from '../domain/testing/sample.ts';
import { openScratchStorage } from '../testing/storage.ts';
import { createScheduler } from './job.ts';
import type { Job, Scheduler } from './job.ts';

let storage: Storage;
let ran: string[];
let faults: number;
let hour: string;

beforeEach(async () => {
  storage = await openScratchStorage();
  ran = [];
  faults = 0;
  hour = '18:10';
});
afterEach(() => storage.close());

const daily = (run: Job['run'] = async ({ moment }) => void ran.push(moment.toISOString())): Job => ({
  name: 'daily',
  schedule: () => ({ dailyAt: hour }),
  run,
});

function scheduler(...jobs: Job[]): Scheduler {
  const settings = { ...defaultSettings(), jobs: { ...defaultSettings().jobs, catchUpMinutes: 120 } };
  const city = { directory: aCity(), settings };
  const postbox = new Proxy({} as never, {});
  return createScheduler({ jobs, storage, city: () => city, postbox, log: () => (faults += 1) });
}

/** 18:10 in Shanghai. */
const DUE = '2026-11-18T10:10:00.000Z';

describe('a daily job', () => {
  it.each([
    ['before its moment', '11-18 18:09', []],
    ['at its moment', '11-18 18:10', [DUE]],
    ['a little late, as of its moment', '11-18 18:31', [DUE]],
    ['at the end of its window', '11-18 20:10', [DUE]],
    ['after its window it is left out', '11-18 20:11', []],
    ['the next morning it is left out', '11-19 08:00', []],
  ])('%s', async (_name, at, expected) => {
    await scheduler(daily()).runDue(on(at));
    expect(ran).toEqual(expected);
  });

  it('runs once, whoever asks how often, also after a restart', async () => {
    const [one, other] = [scheduler(daily()), scheduler(daily())];
    await Promise.all([one.runDue(on('11-18 18:10')), other.runDue(on('11-18 18:10'))]);
    await one.runDue(on('11-18 18:11'));
    await scheduler(daily()).runDue(on('11-18 18:12'));
    expect(ran).toEqual([DUE]);
  });

  it('that failed wrote nothing and is tried again within its window', async () => {
    let fails = true;
    const job = daily(async ({ moment, store }) => {
      await store.counters.next('half');
      if (fails) throw new Error('the paper jammed');
      ran.push(moment.toISOString());
    });
    await scheduler(job).runDue(on('11-18 18:10'));
    expect([ran, faults]).toEqual([[], 1]);
    fails = false;
    await scheduler(job).runDue(on('11-18 18:11'));
    expect(ran).toEqual([DUE]);
    expect(await storage.store.counters.next('half')).toBe(2);
  });

  it('is not held up by what a clock that ran ahead has left behind', async () => {
    await storage.store.jobRuns.begin('daily', on('12-18 18:10'), on('12-18 18:10'));
    await scheduler(daily()).runDue(on('11-18 18:10'));
    await scheduler(daily()).runDue(on('11-18 18:11'));
    expect(ran).toEqual([DUE]);
  });

  it('whose hour is changed after it has run does not run again that day', async () => {
    await scheduler(daily()).runDue(on('11-18 18:10'));
    hour = '18:40';
    await scheduler(daily()).runDue(on('11-18 18:40'));
    await scheduler(daily()).runDue(on('11-19 18:40'));
    expect(ran).toEqual([DUE, '2026-11-19T10:40:00.000Z']);
  });
});

describe('a job of every ten minutes', () => {
  it('is asked every minute, as of the beginning of its step', async () => {
    const run: Job['run'] = async ({ moment, at }) => void ran.push(`${moment.toISOString()} ${at.toISOString()}`);
    const clock = scheduler({ name: 'often', schedule: () => ({ everyMinutes: 10 }), run });
    for (const minute of ['10:01', '10:09', '10:10']) await clock.runDue(on(`11-18 ${minute}`));
    expect(ran).toEqual([
      '2026-11-18T02:00:00.000Z 2026-11-18T02:01:00.000Z',
      '2026-11-18T02:00:00.000Z 2026-11-18T02:09:00.000Z',
      '2026-11-18T02:10:00.000Z 2026-11-18T02:10:00.000Z',
    ]);
  });
});

describe('several jobs', () => {
  it('one that fails does not stop the others', async () => {
    const broken = { ...daily(() => Promise.reject(new Error('no'))), name: 'broken' };
    await scheduler(broken, daily()).runDue(on('11-18 18:10'));
    expect(ran).toEqual([DUE]);
  });

  it('their moments on the way from one time to another, in order, each once', () => {
    const often: Job = { name: 'often', schedule: () => ({ everyMinutes: 30 }), run: async () => undefined };
    const moments = scheduler(often, daily()).momentsBetween(on('11-18 17:30'), on('11-18 18:30'));
    expect(moments).toEqual([on('11-18 18:00'), on('11-18 18:10'), on('11-18 18:30')]);
  });

  it('over midnight and the end of a month', () => {
    const moments = scheduler(daily()).momentsBetween(on('11-30 18:10'), on('12-02 00:00'));
    expect(moments).toEqual([on('12-01 18:10')]);
  });

  it('a job that is switched off has no moments', async () => {
    const off: Job = { ...daily(), schedule: () => null };
    expect(scheduler(off).momentsBetween(on('11-18 00:00'), on('11-20 00:00'))).toEqual([]);
    await scheduler(off).runDue(on('11-18 18:10'));
    expect(ran).toEqual([]);
  });
});
