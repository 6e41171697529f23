/** What main.ts gives to the WeCom platform. Every part is optional but the ones that all modes share; absent parts are switched off. */
import { MAX_PICTURE_BYTES, PICTURE_HOSTS } from './pictures.ts';
import type { WebhookFormat } from './render.ts';

/** 智能机器人, URL mode. */
export interface UrlModeOptions {
  readonly token: string;
  readonly aesKey: string;
  /** Empty for an in-house bot (wecom §2.2). */
  readonly receiveId: string;
}

/** 智能机器人, long connection. */
export interface LongConnectionOptions {
  readonly botId: string;
  readonly secret: string;
  readonly wsUrl: string;
}

/** 自建应用. Token and key belong to its own callback and may be empty where it only sends. */
export interface AppOptions {
  readonly corpId: string;
  readonly agentId: number;
  readonly secret: string;
  readonly token: string;
  readonly aesKey: string;
}

/** The right to hold the bot's only connection, kept in a database that all instances share (wecom §4.4). */
export interface Lease {
  /** Takes it where it is free or run out; true when it is ours now. */
  take(): Promise<boolean>;
  /** Prolongs it; false when another instance has it. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

export interface Timers {
  readonly set: (act: () => void, ms: number) => unknown;
  readonly clear: (timer: unknown) => void;
}

/** The addresses of a paired group. `webhook` is the whole address of its 群机器人, or only its key. */
export interface GroupAddress {
  readonly webhook?: string | undefined;
  readonly chatId?: string | undefined;
}

export type Log = (line: string, fields?: Readonly<Record<string, unknown>>) => void;

export interface WecomOptions extends Assumed {
  /** Display names of the bot; a function where they may change while running. */
  readonly botNames: readonly string[] | (() => readonly string[]);
  readonly urlMode?: UrlModeOptions | undefined;
  readonly longConnection?: LongConnectionOptions | undefined;
  readonly app?: AppOptions | undefined;
  /** `https://qyapi.weixin.qq.com`, or the address of a private deployment. */
  readonly apiBase: string;
  /** The addresses of a directory group; undefined where it has none. */
  readonly addressOf: (groupId: string) => GroupAddress | undefined;
  /** Bytes of an attachment by content hash. */
  readonly fileOf: (hash: string) => Promise<Buffer>;
  /**
   * One-to-one messages of the last hour, asked for once at the start: what an earlier run sent counts against a member's quota, too,
   * beyond which the vendor drops in silence (wecom §6.3).
   */
  readonly sentBefore?: (() => Promise<readonly { readonly personId: string; readonly at: Date }[]>) | undefined;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
  readonly log: Log;
  /** Only one instance may hold the long connection; without a lease this instance always does. */
  readonly lease?: Lease | undefined;
  readonly timers?: Timers | undefined;
  /** 0 ≤ value < 1, for the jitter of reconnecting. */
  readonly random?: (() => number) | undefined;
  /** Limit of one HTTP request in ms. */
  readonly timeoutMs?: number | undefined;
}

/** Facts that the vendor does not state or on which its sources differ, each with the clause of the reference. Times in ms. */
export interface Assumptions {
  /** Text with `mentioned_list`, or markdown with `<@userid>` (wecom §6.1): text notifies surely and never lays out what people typed. */
  readonly webhookFormat: WebhookFormat;
  /** Hosts (and their subdomains) from which pictures are fetched, besides the host of `apiBase` (wecom §3.6). */
  readonly pictureHosts: readonly string[];
  readonly maxPictureBytes: number;
  /**
   * Age limit of a callback's timestamp; null: none, because the vendor is not known to check it (wecom §8), a repeated delivery must be
   * answered 200 even days later (contract §3), and a replay is stopped by the message id in the inbox.
   */
  readonly staleAfterMs: number | null;
  /** Rest after 45009: about the limit's own period, not stated for webhooks (wecom §6.1, §11.11). */
  readonly throttledMs: number;
  /** After being kicked: whoever did it keeps the bot for so long, so that two never take turns (wecom §4.4: minutes). */
  readonly kickedMs: number;
  /** Whether a card that is changed upon a press counts against the conversation's 30 a minute (wecom §4.8, §11.10). */
  readonly countsCardUpdates: boolean;
  /** Pictures over the long connection: 10 MB, an older page says 2 (wecom §4.7, §11.7). What is larger goes as a file. */
  readonly socketPictureBytes: number;
}

export type Assumed = { readonly [Key in keyof Assumptions]?: Assumptions[Key] | undefined };

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  webhookFormat: 'text',
  pictureHosts: PICTURE_HOSTS,
  maxPictureBytes: MAX_PICTURE_BYTES,
  staleAfterMs: null,
  throttledMs: 60_000,
  kickedMs: 120_000,
  countsCardUpdates: true,
  socketPictureBytes: 10 * 1024 * 1024,
};

/** What is given, over the defaults. */
export function assume(given: Assumed): Assumptions {
  const named = Object.entries(given).filter(([key, value]) => value !== undefined && key in DEFAULT_ASSUMPTIONS);
  return { ...DEFAULT_ASSUMPTIONS, ...Object.fromEntries(named) };
}
