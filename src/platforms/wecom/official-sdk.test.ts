/** The vendor's own client is the oracle: what satisfies it in our fake server is what our client has to be satisfied by (wecom §4.11). */
import { decryptFile, WSClient } from '@wecom/aibot-node-sdk';
import type { BaseMessage, EventMessage, WsFrame } from '@wecom/aibot-node-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandClock, until } from '../../testing/hand-clock.ts';
import { SECRETS, startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { textAt } from '../../testing/read.ts';
import { decryptBytes, encryptBytes, readKey } from './cipher.ts';

type AnyFrame = WsFrame<BaseMessage> | WsFrame<EventMessage>;

const clock = createHandClock();
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
let fake: FakeWecom;
let client: WSClient;
let frames: AnyFrame[];
let events: string[];

function connect(given: { secret?: string; maxAuthFailureAttempts?: number } = {}): WSClient {
  // What an earlier test's client still has to say is not for the next one.
  const told = events;
  const made = new WSClient({
    ...SECRETS.socket,
    ...given,
    wsUrl: fake.wsUrl,
    logger: quiet,
    reconnectInterval: 1,
  });
  made.on('message', (frame) => frames.push(frame));
  made.on('event', (frame) => frames.push(frame));
  made.on('authenticated', () => told.push('authenticated'));
  made.on('disconnected', (reason: string) => told.push(reason));
  made.on('error', (error: Error) => told.push(error.message));
  made.connect();
  return made;
}

beforeEach(async () => {
  fake = await startFakeWecom({ now: clock.now });
  fake.city.group('g1', ['lina']);
  frames = [];
  events = [];
  client = connect();
  await until(() => events.includes('authenticated'));
});

afterEach(async () => {
  client.disconnect();
  await fake.stop();
});

async function hear(act: () => unknown): Promise<AnyFrame> {
  const before = frames.length;
  act();
  await until(() => frames.length > before);
  const heard = frames.at(-1);
  if (heard === undefined) throw new Error('nothing was heard');
  return heard;
}

describe('the official client on our fake server', () => {
  it('hears, answers in a stream, answers twice, pushes', async () => {
    const frame = await hear(() => fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手 查 327' }));
    await client.replyStream(frame, 'st-1', '正在查询…', false);
    await client.replyStream(frame, 'st-1', '#327 整改中', true);
    await client.replyStream(frame, 'st-2', '补充一句', true);
    await client.sendMessage('g1', { msgtype: 'markdown', markdown: { content: '日报' } });
    expect(fake.sentTo('g1').map(({ via, text }) => [via, text])).toEqual([
      ['respond', '#327 整改中'],
      ['respond', '补充一句'],
      ['push', '日报'],
    ]);
  });

  it('welcomes and updates cards within five seconds, and is refused after', async () => {
    const entered = await hear(() => fake.enterOnSocket('lina'));
    await client.replyWelcome(entered, { msgtype: 'text', text: { content: '您好' } });
    const pressed = await hear(() => fake.clickOnSocket({ from: 'lina', chatId: 'g1', key: '认领327', taskId: 't@1' }));
    const card = { card_type: 'text_notice', main_title: { title: '已认领' }, task_id: 't@1' } as const;
    await client.updateTemplateCard(pressed, card);
    clock.pass(5_001);
    await expect(client.updateTemplateCard(pressed, card)).rejects.toMatchObject({ errcode: 846605 });
    expect(fake.city.sent.map(({ via }) => via)).toEqual(['welcome', 'update']);
  });

  it('uploads in pieces and sends what it uploaded', async () => {
    await hear(() => fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手 日报' }));
    const { media_id } = await client.uploadMedia(Buffer.alloc(1_300_000, 5), { type: 'file', filename: '日报.docx' });
    await client.sendMediaMessage('g1', 'file', media_id);
    expect(fake.sentTo('g1')).toMatchObject([{ via: 'push', msgtype: 'file' }]);
  });

  it('fetches and decrypts a picture by the key beside its link', async () => {
    const picture = Buffer.alloc(64, 9);
    const frame = await hear(() => fake.sayOnSocket({ from: 'lina', chatId: null, pictures: [picture] }));
    const url = textAt(frame.body, 'image', 'url');
    const aeskey = textAt(frame.body, 'image', 'aeskey');
    expect(aeskey).toHaveLength(43);
    expect((await client.downloadFile(url, aeskey)).buffer).toEqual(picture);
  });

  it('is refused for what the vendor refuses', async () => {
    const push = (chat: string, content = '日报'): Promise<unknown> =>
      client.sendMessage(chat, { msgtype: 'markdown', markdown: { content } });
    await expect(push('never-heard-of')).rejects.toMatchObject({ errcode: 93006 });
    await expect(push('g1')).rejects.toMatchObject({ errcode: 93006 });
    await hear(() => fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手' }));
    await expect(push('g1', '字'.repeat(6827))).rejects.toMatchObject({ errcode: 40058 });
    for (let sent = 0; sent < 30; sent += 1) await push('g1');
    await expect(push('g1')).rejects.toMatchObject({ errcode: 45009 });
    fake.city.group('g1').hasBot = false;
    await expect(push('g1')).rejects.toMatchObject({ errcode: 93008 });
  });

  it('stops when another one logs in', async () => {
    fake.socket.kick();
    await until(() => events.length > 1);
    expect(events).toContain('New connection established, server disconnected this connection');
  });

  it('gives up on a wrong secret', async () => {
    const wrong = connect({ secret: 'wrong', maxAuthFailureAttempts: 1 });
    await until(() => events.some((event) => event.includes('853000') || /auth/iu.test(event)));
    wrong.disconnect();
    expect(fake.socket.logins()).toBe(1);
  });
});

describe('its file cipher and ours', () => {
  it('open each other’s files, whatever the padding', () => {
    const text = 'Qfbu9dj9g8lmTA7MVRO1d2vzJ7jOEeOaorblL8RBn5o';
    for (let length = 1; length <= 64; length += 1) {
      const bytes = Buffer.alloc(length, length);
      const encrypted = encryptBytes(readKey(text), bytes);
      expect(decryptFile(encrypted, text)).toEqual(bytes);
      expect(decryptBytes(readKey(text), encrypted)).toEqual(bytes);
    }
  });
});
