/** How often the vendor takes messages. */
import { createPace } from '../pace.ts';
import type { Pace, Window } from '../pace.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** 群机器人: 20 a minute per webhook (wecom §6.1). */
export const WEBHOOK_WINDOWS: readonly Window[] = [{ most: 20, periodMs: MINUTE_MS }];

/** Long connection: answers and pushes together, per conversation (wecom §4.8). 自建应用 per member has the same figures (wecom §6.3). */
export const CONVERSATION_WINDOWS: readonly Window[] = [
  { most: 30, periodMs: MINUTE_MS },
  { most: 1000, periodMs: HOUR_MS },
];

export const paceOf = (windows: readonly Window[], now: () => Date): Pace =>
  createPace({ windows, vendor: '企业微信', now });
