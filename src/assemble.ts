/** Puts the parts together; no rule lives here. `main` and the tests start the same house. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { schedule } from 'node-cron';
import { commands } from '../commands/index.ts';
import type { Env } from '../config/env.ts';
import { loadConfig } from '../config/files.ts';
import type { Config } from '../config/files.ts';
import { watchConfig } from '../config/watch.ts';
import { openStorage } from '../storage/database.ts';
import { createFileStore, filesDir } from '../storage/files.ts';
import type { Storage } from '../storage/store.ts';
import { createApp } from './app.ts';
import { createBot } from './bot/bot.ts';
import type { Bot, City } from './bot/bot.ts';
import type { Deliver, Incoming } from './chat.ts';
import { createMovableClock } from './clock.ts';
import type { MovableClock } from './clock.ts';
import { connectPlatforms } from './connect.ts';
import type { Connections } from './connect.ts';
import { createDirectory } from './domain/city.ts';
import { createHealth } from './health.ts';
import { createPictureFetcher } from './jobs/fetch-pictures.ts';
import { jobs } from './jobs/index.ts';
import { createScheduler } from './jobs/job.ts';
import { createLinks } from './links.ts';
import { createLoopWatch } from './loop-watch.ts';
import { createMetrics } from './metrics.ts';
import { createOutbox, outgoing } from './outbox.ts';
import { createPassage } from './passage.ts';
import { createPostbox } from './postbox.ts';
import { createIssuePage } from './pages/issue.ts';
import { createReader } from './reading/reader.ts';
import { createWorkshop } from './papers/workshop.ts';
import { closeServer, listen } from './serve.ts';
import { createWorkroom } from './workroom.ts';
import { works } from './works/index.ts';

export interface HouseOptions {
  readonly env: Env;
  /** The real time. In demo mode the clock people see starts at SIM_CLOCK and can be moved. */
  readonly realNow: () => Date;
  readonly log: Log;
}

/** One line for the operator with its particulars; secrets never among them. */
export type Log = (line: string, fields?: Readonly<Record<string, unknown>>) => void;

export interface House {
  readonly storage: Storage;
  readonly bot: Bot;
  /** Hands a message to the bot as a platform does, and wakes what has to go on after the commit. */
  readonly deliver: Deliver;
  readonly connections: Connections;
  readonly now: () => Date;
  /** Moves the demo clock, running in order what falls due on the way. Throws RangeError outside demo mode or backward. */
  advance(to: Date): Promise<void>;
  /** Runs the jobs whose moment has come; the clock does it every minute. */
  runDue(): Promise<void>;
  /** Resolves when nothing is due any more: pictures fetched, messages sent. */
  settle(): Promise<void>;
  /** Listens and starts what runs by itself; gives the address. */
  start(): Promise<string>;
  stop(): Promise<void>;
}

/** Opens everything but starts nothing. Throws ConfigFaults for bad settings, and what the database throws. */
export async function assemble({ env, realNow, log }: HouseOptions): Promise<House> {
  const clock = env.demo ? createMovableClock(env.simClock ?? realNow(), realNow) : { now: realNow };
  const { now } = clock;
  const place = { dir: env.configDir, demo: env.demo, env: env.variables };
  const config = loadConfig(place);
  let city = cityOf(config);
  const storage = await openStorage({ databaseUrl: env.databaseUrl ?? undefined, dataDir: env.dataDir, now });
  if ('set' in clock) await goOnFrom(storage, clock);
  const files = createFileStore({ dir: filesDir(env.dataDir), maxBytes: () => city.settings.pictures.maxBytes });
  const owner = randomUUID();
  const connections = connectPlatforms({
    env,
    owner,
    storage,
    files,
    city: () => city,
    vendors: config.settings,
    now,
    log,
  });
  const { platforms } = connections;
  const postbox = createPostbox({ platforms, city: () => city });
  const links = env.links && createLinks({ ...env.links, now });
  const link = (no: number): string | null => links?.issue(no) ?? null;
  const bot = createBot({ storage, city: () => city, commands, postbox, now, link, log });
  const metrics = createMetrics();
  const outbox = createOutbox({
    outbox: storage.store.outbox,
    platforms,
    now,
    owner,
    log,
    onOutcome: metrics.sent,
  });
  const pictures = createPictureFetcher({
    pictures: storage.store.pictures,
    platforms,
    keep: (bytes) => files.putPicture(bytes),
    now,
    log,
  });
  const workshop = createWorkshop();
  const workroom = createWorkroom({
    kinds: works,
    storage,
    city: () => city,
    workshop,
    postbox,
    files,
    now,
    owner,
    log,
    onPosted: () => outbox.poke(),
  });
  const scheduler = createScheduler({
    jobs,
    storage,
    city: () => city,
    postbox,
    concerns: () => [...platforms.values()].flatMap((platform) => platform.concerns?.() ?? []),
    log,
  });

  const health = createHealth({
    platforms: [...platforms.values()],
    checkWritable: () => storage.checkWritable(),
    now,
  });
  const deliver: Deliver = async (incoming) => {
    const { answer, seen } = await bot.handle(incoming);
    health.good(incoming.platform);
    metrics.handled(incoming.platform, seen);
    outbox.poke();
    wakeFor(incoming);
    return { answer: answer && outgoing(answer) };
  };

  /** What has to go on after the commit; the photos that came with a message are looked at when they are there. */
  function wakeFor({ pictures: own, quote }: Incoming): void {
    pictures.poke();
    if (own.length === 0 && (quote?.pictures.length ?? 0) === 0) workroom.poke();
    else void pictures.settle().then(() => workroom.poke());
  }

  const leaving = new Set<Promise<void>>();

  async function settle(): Promise<void> {
    await Promise.all(leaving);
    await pictures.settle();
    await workroom.settle();
    await outbox.settle();
  }

  async function runDue(): Promise<void> {
    await scheduler.runDue(now());
    workroom.poke();
    outbox.poke();
  }

  async function advance(to: Date): Promise<void> {
    if (!('set' in clock)) throw new RangeError('the clock of a running city cannot be moved');
    for (const moment of scheduler.momentsBetween(now(), to)) {
      if (moment > now()) clock.set(moment);
      await scheduler.runDue(moment);
      await settle();
    }
    if (to > now()) clock.set(to);
    await settle();
  }

  const elapsedMs = (): number => performance.now();
  const loopWatch = createLoopWatch(elapsedMs);
  const app = createApp({
    doors: connections.doors,
    bot: {
      async handle(incoming, how) {
        const handled = await bot.handle(incoming, how);
        metrics.handled(incoming.platform, handled.seen);
        wakeFor(incoming);
        return handled;
      },
    },
    health,
    metrics,
    outgoing,
    ...createPassage({ outbox: storage.store.outbox, owner, now, poke: outbox.poke, log }),
    log,
    leaving(work) {
      leaving.add(work);
      void work.finally(() => leaving.delete(work));
    },
    elapsedMs,
    quietSince: loopWatch.quietSince,
    pages: [
      ...connections.pages({ deliver, settle, clock: { now, advance } }),
      ...(links
        ? [
            createIssuePage({
              isGood: links.isGood,
              store: storage.store,
              city: () => city,
              file: (hash) => files.get(hash),
              now,
            }),
          ]
        : []),
    ],
  });

  let server: Server | undefined;
  let minute: ReturnType<typeof schedule> | undefined;
  let stopWatching: (() => Promise<void>) | undefined;

  return {
    storage,
    bot,
    deliver,
    connections,
    now,
    advance,
    runDue,
    settle,
    async start() {
      const listening = await listen(app, env);
      server = listening.server;
      stopWatching = watchConfig(place, {
        onChange(config) {
          city = cityOf(config);
          log('settings taken over');
        },
        onRefused: (faults) => log('settings refused, the last good ones stay', { faults }),
      });
      for (const platform of platforms.values()) await platform.start?.(deliver);
      minute = schedule('* * * * *', () => runDue(), { timezone: 'Asia/Shanghai', noOverlap: true });
      await runDue();
      outbox.poke();
      pictures.poke();
      workroom.poke();
      return listening.url;
    },
    async stop() {
      await minute?.destroy();
      await stopWatching?.();
      await closeServer(server);
      loopWatch.stop();
      await Promise.all(leaving);
      for (const platform of platforms.values()) await platform.stop?.();
      await pictures.stop();
      const resting = workroom.stop();
      await workshop.close();
      await resting;
      await outbox.stop();
      await storage.close();
    },
  };
}

/** After a restart the demo's clock goes on from the last thing that was said, where it had been moved beyond its start. */
async function goOnFrom({ store }: Storage, clock: MovableClock): Promise<void> {
  const last = (await store.simulator.fromBotAfter(null)).at(-1)?.at;
  if (last && last > clock.now()) clock.set(last);
}

function cityOf({ directory, settings }: Config): City {
  return { directory: createDirectory(directory), settings, reader: createReader({ directory, settings }) };
}
