/**
 * 图片: fetched after the commit, never inside a message's transaction. The rows are the memory: what was not fetched before a restart
 * is fetched after it, as long as the platform's link lives.
 */
import { DeliveryError } from '../chat.ts';
import type { Platform, PlatformName } from '../chat.ts';
import type { Picture, PictureStore } from '../../storage/store.ts';

export interface PictureFetcher {
  /** Pictures may be waiting: looks at once. */
  poke(): void;
  /** Resolves when none is waiting and due any more. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface PictureFetcherOptions {
  readonly pictures: PictureStore;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  /** Keeps the original by content; throws with a Chinese reason what is no picture or too large. */
  readonly keep: (bytes: Buffer) => Promise<{ hash: string; type: string; bytes: number }>;
  readonly now: () => Date;
  readonly log: (line: string, fields: Readonly<Record<string, unknown>>) => void;
}

const AT_ONCE = 8;
/** Links live minutes: few tries, close together. */
const PAUSES_MS = [2_000, 5_000, 15_000, 60_000];
const LOOK_AGAIN_MS = 5_000;

export function createPictureFetcher(options: PictureFetcherOptions): PictureFetcher {
  const { pictures, now, log } = options;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function fetchOne(picture: Picture): Promise<void> {
    try {
      const platform = options.platforms.get(picture.platform);
      if (!platform) throw new DeliveryError('refused', `平台 ${picture.platform} 没有接通`);
      await pictures.kept(picture.id, await options.keep(await platform.fetchPicture(picture.ref)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : '取图片时出错';
      const pause = PAUSES_MS[picture.attempts];
      const mayRetry = error instanceof DeliveryError && error.outcome !== 'refused' && pause !== undefined;
      log('picture not fetched', { picture: picture.id, platform: picture.platform, reason, mayRetry });
      await pictures.failed(picture.id, reason, mayRetry ? new Date(now().getTime() + pause) : null);
    }
  }

  async function work(): Promise<void> {
    for (;;) {
      const due = stopped ? [] : await pictures.due(now(), AT_ONCE);
      if (due.length === 0) return;
      await Promise.all(due.map(fetchOne));
    }
  }

  function poke(): void {
    if (stopped) return;
    again = running !== undefined;
    if (running) return;
    clearTimeout(timer);
    running = work()
      .catch((error: unknown) => log('pictures could not be read', { error }))
      .finally(() => {
        running = undefined;
        if (again) poke();
        else if (!stopped) timer = setTimeout(poke, LOOK_AGAIN_MS).unref();
      });
  }

  return {
    poke,
    async settle() {
      poke();
      for (let current = running; current; current = running) await current;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
