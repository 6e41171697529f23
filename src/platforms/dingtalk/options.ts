/** What main.ts gives to the DingTalk platform, and the assumptions that stand in for what the vendor does not document. */

import type { CardAddress } from './card-callback.ts';
import type { SentCard } from './card-press.ts';
import type { CardTemplates } from './interactive-card.ts';

export interface Timers {
  readonly set: (act: () => void, ms: number) => unknown;
  readonly clear: (timer: unknown) => void;
}

/** The addresses of a paired group. Webhook and secret are secrets. */
export interface GroupAddress {
  /** The whole address that the group's robot page shows: `…/robot/send?access_token=…`. */
  readonly webhook?: string | undefined;
  /** 加签 secret of that webhook, beginning with `SEC`. */
  readonly secret?: string | undefined;
  readonly conversationId?: string | undefined;
}

/** Counts what the month's quota is charged for, over all processes and restarts. */
export interface QuotaCounter {
  /** Adds `n` to the period (`dingtalk-api-2026-11`) and gives the new sum. */
  add(period: string, n: number): Promise<number>;
}

export type Log = (line: string, fields?: Readonly<Record<string, unknown>>) => void;

export interface DingtalkOptions {
  /** Display names of the robot as people type them after @; a function where they may change while running. */
  readonly botNames: readonly string[] | (() => readonly string[]);
  readonly clientId: string;
  readonly clientSecret: string;
  /** Equal to the client id for a robot of an internal app (dingtalk §0). */
  readonly robotCode: string;
  readonly mode: 'http' | 'stream';
  readonly apiBase: string;
  readonly oapiBase: string;
  /** The addresses of a directory group; undefined where it has none. */
  readonly addressOf: (groupId: string) => GroupAddress | undefined;
  /** Bytes of an attachment by content hash. */
  readonly fileOf: (hash: string) => Promise<Buffer>;
  readonly quota?: QuotaCounter | undefined;
  /** Cards with buttons; absent: text says what to type. */
  readonly cards?: CardOptions | undefined;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
  readonly log: Log;
  readonly timers?: Timers | undefined;
  /** 0 ≤ value < 1, for the jitter of reconnecting. */
  readonly random?: (() => number) | undefined;
  /** What is to differ from `DEFAULT_ASSUMPTIONS`. */
  readonly assumptions?: { readonly [K in keyof Assumptions]?: Assumptions[K] | undefined } | undefined;
}

export interface CardOptions extends CardTemplates {
  /** Where presses go in HTTP mode; null there: no cards. The stream needs none. */
  readonly callback: CardAddress | null;
  /** A message of the bot by its id, for the words of a pressed button. */
  readonly sent: (messageId: string) => Promise<SentCard | undefined>;
}

/** Facts that the vendor does not state or that its sources contradict, each with the clause of the reference. Times in ms. */
export interface Assumptions {
  /** A session webhook is left alone this long before its own expiry (dingtalk §5). */
  readonly sessionMarginMs: number;
  /** Life of a session webhook whose expiry is missing (dingtalk §3.1: 90 minutes in every sample). */
  readonly sessionLifeMs: number;
  /** Characters per message: clients cut at about 3,500 to 3,800 (dingtalk §5). */
  readonly partCharacters: number;
  /** Webhook sends per `webhookPeriodMs`; the vendor says 20 a minute (dingtalk §6.4), the two seconds more are for its clock. */
  readonly webhookMost: number;
  readonly webhookPeriodMs: number;
  /** A throttled webhook rests ten minutes (dingtalk §6.4). */
  readonly webhookRestMs: number;
  /** Calls per second and interface (dingtalk §8.1). */
  readonly apiPerSecond: number;
  /** Rest after the vendor blocked our address (dingtalk §8.1). */
  readonly blockedRestMs: number;
  /** Tries of an uncertain send where the vendor takes an idempotency key (dingtalk §8.3). */
  readonly uncertainTries: number;
  /** Limit of one HTTP request (dingtalk §8.3: the vendor itself gives up after about 3 s). */
  readonly timeoutMs: number;
  /** Limit of one picture (dingtalk §7.4, §7.5). */
  readonly pictureTimeoutMs: number;
  readonly maxPictureBytes: number;
  /** Hosts (and their subdomains) that pictures may come from; null: any public name, for the vendor uses several (dingtalk §0). */
  readonly pictureHosts: readonly string[] | null;
  /** Units a month for the free edition, all apps of the organisation together (dingtalk §8.1). */
  readonly quotaApi: number;
  readonly quotaMessages: number;
  readonly quotaWarnAt: number;
  /** `text`: buttons are left out, the text says what to type. The other two need `dtmd:` links, which the reference does not vouch for. */
  readonly buttons: 'text' | 'links' | 'card';
  /** Keep-alive of the stream (dingtalk §4.6). */
  readonly pingEveryMs: number;
  readonly pongWithinMs: number;
  readonly connectWithinMs: number;
  /** First and longest pause before connecting again, and the pause after refused credentials (dingtalk §4.1, §4.6). */
  readonly backOffFirstMs: number;
  readonly backOffMostMs: number;
  readonly credentialsRetryMs: number;
  /** A connection that lived this long counts as healthy: the pauses start over (dingtalk §4.6). */
  readonly healthyAfterMs: number;
  /** How long a connection that was told to go may still bring messages (dingtalk §4.3). */
  readonly drainMs: number;
}

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  sessionMarginMs: 5 * 60_000,
  sessionLifeMs: 90 * 60_000,
  partCharacters: 3_500,
  webhookMost: 20,
  webhookPeriodMs: 62_000,
  webhookRestMs: 10 * 60_000,
  apiPerSecond: 20,
  blockedRestMs: 5 * 60_000,
  uncertainTries: 3,
  timeoutMs: 8_000,
  pictureTimeoutMs: 60_000,
  maxPictureBytes: 20 * 1024 * 1024,
  pictureHosts: null,
  quotaApi: 5_000,
  quotaMessages: 3_000,
  quotaWarnAt: 0.8,
  buttons: 'text',
  pingEveryMs: 30_000,
  pongWithinMs: 10_000,
  connectWithinMs: 10_000,
  backOffFirstMs: 1_000,
  backOffMostMs: 60_000,
  credentialsRetryMs: 60_000,
  healthyAfterMs: 60_000,
  drainMs: 10_000,
};

/** The assumptions with what differs. */
export function assumptionsOf(given: DingtalkOptions['assumptions'] = {}): Assumptions {
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_ASSUMPTIONS, ...Object.fromEntries(set) };
}

export const REAL_TIMERS: Timers = {
  set: (act, ms) => setTimeout(act, ms).unref(),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout), // every handle comes from `set` above
};
