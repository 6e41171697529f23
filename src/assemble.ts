/** Puts the parts together; no rule lives here. `main` and the tests start the same house. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { commands } from '../commands/index.ts';
import { loadConfig } from '../config/files.ts';
import type { Config } from '../config/files.ts';
import { watchConfig } from '../config/watch.ts';
import { openStorage } from '../storage/database.ts';
import { createFileStore, filesDir } from '../storage/files.ts';
import type { Storage } from '../storage/store.ts';
import { createApp } from './app.ts';
import { createBot } from './bot/bot.ts';
import type { Bot, City } from './bot/bot.ts';
import type { Deliver } from './chat.ts';
import { createMovableClock } from './clock.ts';
import type { MovableClock } from './clock.ts';
import { connectPlatforms } from './connect.ts';
import { createDirectory } from './domain/city.ts';
import { createHealth } from './health.ts';
import type { House, HouseOptions } from './house.ts';
import { jobs } from './jobs/index.ts';
import { createScheduler } from './jobs/job.ts';
import { createLinks } from './links.ts';
import { createLoopWatch } from './loop-watch.ts';
import { createMetrics } from './metrics.ts';
import { outgoing } from './outbox.ts';
import { createPassage } from './passage.ts';
import { createPostbox } from './postbox.ts';
import { createIssuePage } from './pages/issue.ts';
import { createReader } from './reading/reader.ts';
import { closeServer, listen } from './serve.ts';
import { createTimekeeper } from './timekeeper.ts';
import { createWorkers } from './workers.ts';

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
  const workers = createWorkers({
    storage,
    platforms,
    city: () => city,
    postbox,
    files,
    now,
    owner,
    log,
    random: Math.random,
    onOutcome: metrics.sent,
  });
  const scheduler = createScheduler({
    jobs,
    storage,
    city: () => city,
    postbox,
    now,
    concerns: () => [...platforms.values()].flatMap((platform) => platform.concerns?.() ?? []),
    log,
  });
  const timekeeper = createTimekeeper({ clock, scheduler, workers });
  const { runDue, advance } = timekeeper;
  const health = createHealth({
    platforms: [...platforms.values()],
    checkWritable: () => storage.checkWritable(),
    now,
  });

  const handle: Bot['handle'] = async (incoming, passage) => {
    const handled = await bot.handle(incoming, passage);
    metrics.handled(incoming.platform, handled.seen);
    workers.wakeFor(incoming);
    return handled;
  };
  const deliver: Deliver = async (incoming) => {
    const { answer } = await handle(incoming);
    health.good(incoming.platform);
    workers.outbox.poke();
    return { answer: answer && outgoing(answer) };
  };

  const elapsedMs = (): number => performance.now();
  const loopWatch = createLoopWatch(elapsedMs);
  const issuePage =
    links &&
    createIssuePage({
      isGood: links.isGood,
      store: storage.store,
      city: () => city,
      file: (hash) => files.get(hash),
      now,
    });
  const app = createApp({
    doors: connections.doors,
    bot: { handle },
    isSeen: async (platform, id) => (await storage.store.inbox.textOf(platform, id)) !== undefined,
    health,
    metrics,
    outgoing,
    ...createPassage({ outbox: storage.store.outbox, owner, now, poke: workers.outbox.poke, log }),
    log,
    leaving: workers.leaving,
    elapsedMs,
    quietSince: loopWatch.quietSince,
    pages: [
      ...connections.pages({ deliver, settle: workers.settle, clock: { now, advance } }),
      ...(issuePage ? [issuePage] : []),
    ],
  });

  let server: Server | undefined;
  let stopWatching: (() => Promise<void>) | undefined;

  return {
    storage,
    bot,
    deliver,
    connections,
    now,
    advance,
    runDue,
    settle: workers.settle,
    async start() {
      const listening = await listen(app, env);
      server = listening.server;
      stopWatching = watchConfig(place, {
        onChange(changed) {
          city = cityOf(changed);
          log('settings taken over');
        },
        onRefused: (faults) => log('settings refused, the last good ones stay', { faults }),
      });
      for (const platform of platforms.values()) await platform.start?.(deliver);
      timekeeper.start();
      await runDue();
      return listening.url;
    },
    async stop() {
      await timekeeper.stop();
      await stopWatching?.();
      await closeServer(server);
      loopWatch.stop();
      await workers.left();
      for (const platform of platforms.values()) await platform.stop?.();
      await workers.stop();
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
