/** The fate of an answer in a response, on a real database with a clock that is moved: what is sent, sent again, or told to the office. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxRow, Storage } from '../storage/store.ts';
import { on } from './domain/testing/sample.ts';
import { createPassage } from './passage.ts';
import type { Delivered, Passage } from './passage.ts';
import { aMessage } from './testing/storage-samples.ts';
import { openScratchStorage } from './testing/storage.ts';

let storage: Storage;
let at: Date;
let passage: Passage;
let row: OutboxRow;

beforeEach(async () => {
  at = on('11-18 10:00');
  storage = await openScratchStorage(() => at);
  passage = createPassage({ outbox: storage.store.outbox, owner: 'test', now: () => at, poke() {}, log() {} });
  row = await storage.store.outbox.add(aMessage({ platform: 'wecom', dueAt: later(6_000), createdAt: at }));
});
afterEach(() => storage.close());

const later = (ms: number): Date => new Date(at.getTime() + ms);
const delivery = (ms = 0, id = 'M-1'): Delivered => ({ id, at: new Date(on('11-18 10:00').getTime() + ms) });
const told = async (): Promise<string[]> =>
  (await storage.store.outbox.undelivered(on('11-18 00:00'), on('11-30 00:00'))).map(({ failure }) => failure ?? '');
const isDue = async (): Promise<boolean> => (await storage.store.outbox.due(later(0), 1)).length === 1;

const DOUBT = '平台重推了同一条消息，随回调发出的答复不确定是否送达';

describe('an answer that was carried', () => {
  beforeEach(async () => {
    await passage.carrying(row, delivery(), storage.store.outbox);
    await passage.answered(row, 'carried');
  });

  it.each([
    ['the same delivery at once', 0, []],
    ['twice within three seconds', 3_000, []],
    ['the vendor’s second try', 5_000, [DOUBT]],
    ['its third', 10_000, [DOUBT]],
    ['a try minutes later', 300_000, [DOUBT]],
    ['a replay after an hour', 3_600_000, []],
    ['a replay days later', 5 * 86_400_000, []],
    ['a replay with an earlier moment', -60_000, []],
  ])('%s', async (_name, ms, expected) => {
    await passage.repeated('wecom', delivery(ms));
    expect(await told()).toEqual(expected);
    expect(await isDue()).toBe(false);
  });

  it('another message that is repeated, or another platform’s, says nothing about it', async () => {
    await passage.repeated('wecom', delivery(5_000, 'M-2'));
    await passage.repeated('dingtalk', delivery(5_000));
    expect(await told()).toEqual([]);
  });

  it('is not said again when the doubt comes twice', async () => {
    await passage.repeated('wecom', delivery(5_000));
    await passage.repeated('wecom', delivery(10_000));
    expect(await told()).toEqual([DOUBT]);
    expect(await isDue()).toBe(false);
  });
});

it('where the vendor’s clock is not known, ours stands in', async () => {
  await passage.carrying(row, { id: 'M-1', at: null }, storage.store.outbox);
  await passage.answered(row, 'carried');
  await passage.repeated('wecom', { id: 'M-1', at: null });
  expect(await told()).toEqual([]);
  at = later(5_000);
  await passage.repeated('wecom', { id: 'M-1', at: null });
  expect(await told()).toEqual([DOUBT]);
});

it('doubted before it was marked: stays doubtful', async () => {
  await passage.carrying(row, delivery(), storage.store.outbox);
  await passage.repeated('wecom', delivery(5_000));
  await passage.answered(row, 'carried');
  expect(await told()).toEqual([DOUBT]);
});

it('known to have been cut: due at once by the second way, doubted or not', async () => {
  await passage.carrying(row, delivery(), storage.store.outbox);
  await passage.repeated('wecom', delivery(5_000));
  await passage.answered(row, 'cut');
  expect([await told(), await isDue()]).toEqual([[], true]);
  // It goes out by another way now: a further try of the vendor says nothing about that.
  await storage.store.outbox.sent(row.id, at);
  await passage.repeated('wecom', delivery(10_000));
  expect(await told()).toEqual([]);
});

it('out too late to be sure: told, not said again', async () => {
  await passage.carrying(row, delivery(), storage.store.outbox);
  await passage.answered(row, 'late');
  expect(await told()).toEqual(['答复随回调发出时已接近平台的时限，不确定是否送达']);
  expect(await isDue()).toBe(false);
});

it('the mark of an answer that is out rides along with the next one', async () => {
  await passage.carrying(row, delivery(), storage.store.outbox);
  const marked = passage.answered(row, 'carried');
  const second = await storage.store.outbox.add(aMessage({ platform: 'wecom', dueAt: later(6_000), createdAt: at }));
  expect(await passage.carrying(second, delivery(0, 'M-2'), storage.store.outbox)).toBe(true);
  await marked;
  expect(await storage.store.outbox.find(row.id)).toMatchObject({ state: 'sent' });
});

it('behind an earlier answer that waits: not carried, and due in its turn', async () => {
  const second = await storage.store.outbox.add(aMessage({ platform: 'wecom', dueAt: later(6_000), createdAt: at }));
  expect(await passage.carrying(second, delivery(0, 'M-2'), storage.store.outbox)).toBe(false);
  await passage.released(second);
  await storage.store.outbox.sent(row.id, at);
  expect(await isDue()).toBe(true);
});
