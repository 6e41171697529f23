/** A DingTalk platform on a fake DingTalk, with a clock that a test moves: what the tests of the platform stand on. */
import { DeliveryError } from '../../chat.ts';
import type { Outgoing, Platform } from '../../chat.ts';
import { createDingtalk } from '../../platforms/dingtalk/index.ts';
import type { DingtalkOptions, GroupAddress, SentCard } from '../../platforms/dingtalk/index.ts';
import { createHandClock } from '../hand-clock.ts';
import type { HandClock } from '../hand-clock.ts';
import { BOT_NAME, CREDENTIALS, startFakeDingtalk } from './index.ts';
import type { FakeDingtalk } from './index.ts';

export interface Stage {
  readonly fake: FakeDingtalk;
  readonly clock: HandClock;
  readonly platform: Platform;
  /** Lines of the log, each with its fields as JSON. */
  readonly logs: string[];
  /** Addresses of directory groups, by their id. */
  readonly addresses: Map<string, GroupAddress>;
  /** Attachments by hash. */
  readonly files: Map<string, Buffer>;
  /** Messages whose cards can be pressed, by their id. */
  readonly sentCards: Map<string, SentCard>;
  /** Sums by period. */
  readonly counted: Map<string, number>;
  stop(): Promise<void>;
}

export async function openStage(given: Partial<DingtalkOptions> = {}): Promise<Stage> {
  const clock = createHandClock('2026-11-22T02:00:00Z');
  const fake = await startFakeDingtalk({ now: clock.now });
  const logs: string[] = [];
  const addresses = new Map<string, GroupAddress>();
  const files = new Map<string, Buffer>();
  const sentCards = new Map<string, SentCard>();
  const counted = new Map<string, number>();
  const platform = createDingtalk({
    ...CREDENTIALS,
    botNames: [BOT_NAME],
    mode: 'stream',
    apiBase: fake.url,
    oapiBase: fake.url,
    addressOf: (groupId) => addresses.get(groupId),
    async fileOf(hash) {
      const bytes = files.get(hash);
      if (bytes === undefined) throw new Error('no such file');
      return bytes;
    },
    quota: {
      async add(period, n) {
        const sum = (counted.get(period) ?? 0) + n;
        counted.set(period, sum);
        return sum;
      },
    },
    now: clock.now,
    fetch,
    timers: clock.timers,
    random: () => 0,
    log: (line, fields) => void logs.push(`${line} ${JSON.stringify(fields ?? {})}`),
    ...given,
    ...(given.cards && { cards: { ...given.cards, sent: (id) => Promise.resolve(sentCards.get(id)) } }),
  });
  return {
    fake,
    clock,
    platform,
    logs,
    addresses,
    files,
    sentCards,
    counted,
    async stop() {
      await platform.stop?.();
      await fake.stop();
    },
  };
}

let count = 0;

/** A message of the bot; what matters is named, the rest is ordinary. */
export function anOutgoing(given: Partial<Outgoing> = {}): Outgoing {
  return {
    id: `out-${(count += 1)}`,
    platform: 'dingtalk',
    to: { kind: 'group', groupId: 'work', chatId: 'cidA==' },
    text: '已登记 #327',
    mentions: [],
    buttons: [],
    attachments: [],
    reply: null,
    answers: null,
    ...given,
  };
}

/** How a delivery failed; throws where it did not. */
export async function failureOf(delivery: Promise<unknown>): Promise<DeliveryError> {
  try {
    await delivery;
  } catch (error) {
    if (error instanceof DeliveryError) return error;
    throw error;
  }
  throw new Error('the delivery succeeded');
}
