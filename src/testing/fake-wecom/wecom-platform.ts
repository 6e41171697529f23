/** Our WeCom platform, set up against the fake one. */
import type { Platform } from '../../chat.ts';
import { createWecom } from '../../platforms/wecom/index.ts';
import type { WecomOptions } from '../../platforms/wecom/index.ts';
import { SECRETS } from './index.ts';
import type { FakeWecom } from './index.ts';
import type { HandClock } from '../hand-clock.ts';

export type Line = { readonly line: string; readonly fields: unknown };

/** `lines` collects the log. Modes that are not named are off. */
export function aWecom(
  fake: FakeWecom,
  clock: HandClock,
  given: Partial<WecomOptions> = {},
  lines: Line[] = [],
): Platform & { readonly lines: Line[] } {
  const platform = createWecom({
    botNames: ['督办小助手'],
    apiBase: fake.url,
    addressOf: () => undefined,
    fileOf: () => Promise.reject(new Error('no file')),
    now: clock.now,
    fetch,
    timers: clock.timers,
    random: () => 1,
    log: (line, fields) => lines.push({ line, fields }),
    timeoutMs: 2_000,
    ...given,
  });
  return Object.assign(platform, { lines });
}

export const URL_MODE = { urlMode: SECRETS.bot } as const;
export const APP_MODE = { app: SECRETS.app } as const;

export function socketMode(fake: FakeWecom): Pick<WecomOptions, 'longConnection'> {
  return { longConnection: { ...SECRETS.socket, wsUrl: fake.wsUrl } };
}
