/** What goes on after the commit, each in a loop of its own: pictures are fetched, heavy work is made, messages are sent. */
import type { FileStore } from '../storage/files.ts';
import type { Storage } from '../storage/store.ts';
import type { Log } from './log.ts';
import type { City } from './bot/bot.ts';
import type { Incoming, Platform, PlatformName } from './chat.ts';
import { createPictureFetcher } from './jobs/fetch-pictures.ts';
import { createOutbox } from './outbox.ts';
import type { OutboxLoop, OutboxOptions } from './outbox.ts';
import { createWorkshop } from './papers/workshop.ts';
import type { Postbox } from './postbox.ts';
import { createWorkroom } from './workroom.ts';
import { works } from './works/index.ts';

export interface WorkerOptions {
  readonly storage: Storage;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly city: () => City;
  readonly postbox: Postbox;
  readonly files: FileStore;
  readonly now: () => Date;
  /** Name of this process in the rows it takes. */
  readonly owner: string;
  readonly log: Log;
  readonly random: OutboxOptions['random'];
  readonly onOutcome: NonNullable<OutboxOptions['onOutcome']>;
}

export interface Workers {
  readonly outbox: OutboxLoop;
  /** A message has been handled: the photos that came with it are looked at when they are there. */
  wakeFor(incoming: Incoming): void;
  /** All of them look whether something is due. */
  wake(): void;
  /** Goes on after a response: an orderly end waits for it. */
  readonly leaving: (work: Promise<void>) => void;
  /** Resolves when all that goes on after responses is done. */
  left(): Promise<void>;
  /** Resolves when nothing is due any more: pictures fetched, papers made, messages sent. */
  readonly settle: () => Promise<void>;
  stop(): Promise<void>;
}

export function createWorkers(options: WorkerOptions): Workers {
  const { storage, platforms, city, postbox, files, now, owner, log, random, onOutcome } = options;
  const { outbox: rows, pictures: shown } = storage.store;
  const outbox = createOutbox({ outbox: rows, platforms, now, owner, log, random, onOutcome });
  const pictures = createPictureFetcher({
    pictures: shown,
    platforms,
    keep: (bytes) => files.putPicture(bytes),
    now,
    log,
  });
  const workshop = createWorkshop();
  const workroom = createWorkroom({
    kinds: works,
    storage,
    city,
    workshop,
    postbox,
    files,
    now,
    owner,
    log,
    onPosted: () => outbox.poke(),
  });
  const underWay = new Set<Promise<void>>();
  const left = async (): Promise<void> => void (await Promise.all(underWay));

  return {
    outbox,
    wakeFor({ pictures: own, quote }) {
      pictures.poke();
      if (own.length === 0 && (quote?.pictures.length ?? 0) === 0) workroom.poke();
      else void pictures.settle().then(() => workroom.poke());
    },
    wake() {
      outbox.poke();
      pictures.poke();
      workroom.poke();
    },
    leaving(work) {
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
    left,
    async settle() {
      await left();
      await pictures.settle();
      await workroom.settle();
      await outbox.settle();
    },
    async stop() {
      await left();
      await pictures.stop();
      const resting = workroom.stop();
      await workshop.close();
      await resting;
      await outbox.stop();
    },
  };
}
