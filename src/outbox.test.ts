/** The outbox on a real database, with a platform that does as it is told: order, retry, the unknown, interrupted sendings. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxRow, OutboxStore, Storage } from '../storage/store.ts';
import { DeliveryError } from './chat.ts';
import type { Outgoing, Platform, PartsOut } from './chat.ts';
import { on } from './domain/testing/sample.ts';
import { createOutbox } from './outbox.ts';
import type { OutboxLoop } from './outbox.ts';
import { openScratchStorage } from './testing/storage.ts';

let storage: Storage;
let at: Date;
let sent: string[];
/** What the platform does with a text: throws, waits, or nothing special. */
let fate: Map<string, () => Promise<void>>;
let random: number;

beforeEach(async () => {
  at = on('11-18 10:00');
  storage = await openScratchStorage(() => at);
  sent = [];
  fate = new Map();
  random = 0.5;
});
afterEach(() => storage.close());

const platform = (sendsOnce = false): Platform => ({
  name: 'wecom',
  sendsOnce,
  async send({ text }: Outgoing) {
    await fate.get(text)?.();
    sent.push(text);
  },
  fetchPicture: () => Promise.reject(new Error('none')),
  canReach: () => true,
});

function outbox(door = platform(), rows: OutboxStore = storage.store.outbox): OutboxLoop {
  const log = () => undefined;
  return createOutbox({
    outbox: rows,
    platforms: new Map([['wecom', door]]),
    now: () => at,
    owner: 'test',
    log,
    random: () => random,
  });
}

const add = (text: string, conversation = 'a'): Promise<OutboxRow> =>
  storage.store.outbox.add({
    conversation,
    kind: 'answer',
    platform: 'wecom',
    to: { kind: 'group', groupId: conversation, chatId: null },
    text,
    mentions: [],
    buttons: [],
    attachments: [],
    reply: null,
    answers: null,
    dueAt: at,
    createdAt: at,
  });

const pass = (ms: number): void => void (at = new Date(at.getTime() + ms));
const fails = (text: string, ...errors: (Error | null)[]): void => {
  fate.set(text, () => {
    const error = errors.shift();
    return error ? Promise.reject(error) : Promise.resolve();
  });
};

describe('sending', () => {
  it('keeps the order within a conversation', async () => {
    for (const text of ['1', '2', '3']) await add(text);
    await outbox().settle();
    expect(sent).toEqual(['1', '2', '3']);
  });

  it('a conversation whose platform fails holds up itself alone, and its order holds', async () => {
    fails('a1', new DeliveryError('later', '限频', 60_000));
    await add('a1', 'a');
    await add('a2', 'a');
    await add('b1', 'b');
    const loop = outbox();
    await loop.settle();
    expect(sent).toEqual(['b1']);
    pass(59_000);
    await loop.settle();
    expect(sent).toEqual(['b1']);
    pass(2_000);
    await loop.settle();
    expect(sent).toEqual(['b1', 'a1', 'a2']);
  });

  it('a refused one is given up with its reason, and the next one goes', async () => {
    fails('1', new DeliveryError('refused', '群机器人已被移除'));
    await add('1');
    await add('2');
    await outbox().settle();
    expect(sent).toEqual(['2']);
    expect(await storage.store.outbox.undelivered(on('11-18 00:00'), on('11-19 00:00'))).toMatchObject([
      { text: '1', state: 'refused', failure: '群机器人已被移除' },
    ]);
  });

  it.each([
    ['an answer that got lost', new DeliveryError('unknown', '回执丢失')],
    ['a fault of ours', new TypeError('x is not a function')],
  ])('%s: marked unknown, shown, not sent again', async (_name, error) => {
    fails('1', error);
    await add('1');
    const loop = outbox();
    await loop.settle();
    pass(3_600_000);
    await loop.settle();
    expect(sent).toEqual([]);
    expect(await storage.store.outbox.undelivered(on('11-18 00:00'), on('11-19 00:00'))).toMatchObject([
      { state: 'unknown' },
    ]);
  });

  /** Sends the text until nothing waits any more, the clock moved to each next attempt; gives the seconds between the attempts. */
  const pausesOf = async (text: string, ...errors: (Error | null)[]): Promise<number[]> => {
    const tries: number[] = [];
    fate.set(text, () => {
      tries.push(at.getTime());
      const error = errors.length > 1 ? errors.shift() : errors[0];
      return error ? Promise.reject(error) : Promise.resolve();
    });
    await add(text);
    const loop = outbox();
    for (;;) {
      await loop.settle();
      const next = await storage.store.outbox.nextDueAt();
      if (next === undefined) break;
      at = next;
    }
    return tries.slice(1).map((time, nth) => (time - (tries[nth] ?? 0)) / 1_000);
  };

  it('a fault is tried again with pauses that grow to five minutes, and given up after a day', async () => {
    const pauses = await pausesOf('1', new DeliveryError('later', '网络不通', 5_000));
    expect(pauses.slice(0, 10)).toEqual([5, 5, 6, 12, 24, 48, 96, 192, 225, 225]);
    expect(new Set(pauses.slice(8))).toEqual(new Set([225]));
    expect(await storage.store.outbox.undelivered(on('11-18 00:00'), on('11-20 00:00'))).toMatchObject([
      { state: 'refused', failure: '网络不通' },
    ]);
  });

  it.each([
    [0, [1, 2, 4, 8]],
    [0.75, [1.75, 3.5, 7, 14]],
  ])('pauses are spread, so that many messages do not come back at once: %s', async (drawn, pauses) => {
    random = drawn;
    const error = new DeliveryError('later', '系统繁忙');
    expect(await pausesOf('1', error, error, error, error, null)).toEqual(pauses);
  });

  it('the wait that the platform itself names counts as it is, and makes no later pause longer', async () => {
    const full = new DeliveryError('later', '限频', { exactMs: 40_000 });
    const error = new DeliveryError('later', '网络不通', 1_000);
    const errors = [error, full, full, full, full, full, error, full, error, null];
    expect(await pausesOf('1', ...errors)).toEqual([1.5, 40, 40, 40, 40, 40, 3, 40, 6]);
    expect(sent).toEqual(['1']);
  });
});

describe('a process that died while sending', () => {
  const interrupt = async (row: OutboxRow): Promise<void> => {
    await storage.store.outbox.claim(row.id, 'dead', at, new Date(at.getTime() + 60_000));
    pass(61_000);
  };

  it('nobody knows whether it arrived: shown, not repeated', async () => {
    await interrupt(await add('1'));
    await outbox().settle();
    expect(sent).toEqual([]);
    expect(await storage.store.outbox.undelivered(on('11-18 00:00'), on('11-19 00:00'))).toMatchObject([
      { state: 'unknown' },
    ]);
  });

  it('is repeated where the platform takes each id once', async () => {
    await interrupt(await add('1'));
    await outbox(platform(true)).settle();
    expect(sent).toEqual(['1']);
  });
});

describe('a database that does not answer when a row is to be taken', () => {
  /** Fails so many times, then works. */
  const failing = (times: number): OutboxStore => {
    const { outbox: rows } = storage.store;
    let left = times;
    return {
      ...rows,
      claim: (...args) => (left-- > 0 ? Promise.reject(new Error('database is locked')) : rows.claim(...args)),
    };
  };

  it('nothing was sent, so nothing is given up: it goes out once the database answers, in order', async () => {
    for (const text of ['1', '2']) await add(text);
    const loop = outbox(platform(), failing(3));
    for (let tries = 0; tries < 3; tries += 1) {
      await loop.settle();
      expect(sent).toEqual([]);
      pass(2_000);
    }
    await loop.settle();
    expect(sent).toEqual(['1', '2']);
    expect(await storage.store.outbox.undelivered(on('11-18 00:00'), on('11-19 00:00'))).toEqual([]);
  });

  it('is asked again after a rest, not at once', async () => {
    await add('1');
    const loop = outbox(platform(), failing(1));
    await loop.settle();
    pass(1_999);
    await loop.settle();
    expect(sent).toEqual([]);
    pass(1);
    await loop.settle();
    expect(sent).toEqual(['1']);
  });
});

describe('a message of three parts', () => {
  /** Sends `1a`, `1b`, `1c`; `fate` decides by part. */
  const inParts: Platform = {
    ...platform(),
    async send({ text }, partsOut?: PartsOut) {
      const done = Number(partsOut?.note ?? 0);
      for (const [no, part] of ['a', 'b', 'c'].entries()) {
        if (no < done) continue;
        if (no > 0) await partsOut?.leaving();
        await fate.get(text + part)?.();
        sent.push(text + part);
        if (no < 2) await partsOut?.out(String(no + 1));
      }
    },
  };
  /** The process dies at this part: its lease runs out without an outcome. */
  const dies = async (part: string, isSent: boolean): Promise<void> => {
    const died = Promise.withResolvers<void>();
    fate.set(part, () => {
      if (isSent) sent.push(part);
      died.resolve();
      return new Promise(() => undefined);
    });
    outbox(inParts).poke();
    await died.promise;
    fate.delete(part);
    pass(61_000);
  };
  const told = async () =>
    (await storage.store.outbox.undelivered(on('11-18 00:00'), on('11-19 00:00'))).map(({ failure }) => failure);

  it('goes on after a fault with the part that had to wait, also in another process', async () => {
    fails('1b', new DeliveryError('later', '限频', 60_000));
    await add('1');
    await outbox(inParts).settle();
    expect(sent).toEqual(['1a']);
    pass(60_000);
    await outbox(inParts).settle();
    expect(sent).toEqual(['1a', '1b', '1c']);
  });

  it('a process that died between two parts: the rest is sent, nothing twice', async () => {
    const { id } = await add('1');
    await storage.store.outbox.claim(id, 'dead', at, new Date(at.getTime() + 60_000));
    await storage.store.outbox.partOut(id, '1');
    pass(61_000);
    await outbox(inParts).settle();
    expect([sent, await told()]).toEqual([['1b', '1c'], []]);
  });

  it.each([true, false])(
    'a process that died within the second, out %s: unknown, told, nothing twice',
    async (isSent) => {
      await add('1');
      await dies('1b', isSent);
      await outbox(inParts).settle();
      expect(sent).toEqual(isSent ? ['1a', '1b'] : ['1a']);
      expect(await told()).toEqual(['消息分几条发送，中途中断：前面的已送达，其余不确定']);
    },
  );
});

describe('two processes', () => {
  it('send each message once', async () => {
    for (let n = 0; n < 20; n += 1) await add(String(n), `c${n % 4}`);
    await Promise.all([outbox().settle(), outbox().settle()]);
    expect(sent.toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => String(n)).toSorted());
  });
});
