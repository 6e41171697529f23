/** What /healthz tells: whether the database can be written, and per platform when the last good and the last refused callback came. */
import type { Platform, PlatformName } from './chat.ts';

export interface Health {
  good(platform: PlatformName): void;
  refused(platform: PlatformName, reason: string): void;
  report(): Promise<{ isWritable: boolean; body: object }>;
}

interface Seen {
  lastGoodAt?: string;
  lastRefusedAt?: string;
  lastRefusal?: string;
}

export function createHealth(options: {
  readonly platforms: readonly Platform[];
  readonly checkWritable: () => Promise<void>;
  readonly now: () => Date;
}): Health {
  const seen = new Map<PlatformName, Seen>(options.platforms.map(({ name }) => [name, {}]));
  const note = (platform: PlatformName, what: Seen): void =>
    void seen.set(platform, { ...seen.get(platform), ...what });

  return {
    good: (platform) => note(platform, { lastGoodAt: options.now().toISOString() }),
    refused: (platform, reason) => note(platform, { lastRefusedAt: options.now().toISOString(), lastRefusal: reason }),
    async report() {
      const isWritable = await options.checkWritable().then(
        () => true,
        () => false,
      );
      const platforms = Object.fromEntries(
        options.platforms.map((platform) => {
          const connection = platform.health?.();
          const { lastGoodAt = null, lastRefusedAt = null, lastRefusal = null } = seen.get(platform.name) ?? {};
          return [
            platform.name,
            { lastGoodAt, lastRefusedAt, lastRefusal, ...(connection === undefined ? {} : { connection }) },
          ];
        }),
      );
      return {
        isWritable,
        body: { status: isWritable ? 'ok' : 'error', database: isWritable ? 'ok' : 'not writable', platforms },
      };
    },
  };
}
