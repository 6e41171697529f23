/** The vendor's own client is the oracle: what satisfies it in our fake server is what our client has to be satisfied by (wecom §4.11). */
import { decryptFile, WSClient } from '@wecom/aibot-node-sdk';
import type { BaseMessage, EventMessage, WsFrame } from '@wecom/aibot-node-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming, Platform } from '../../chat.ts';
import { anOutgoing } from '../../testing/fake-wecom/door.ts';
import { aWecom, socketMode } from '../../testing/fake-wecom/wecom-platform.ts';
import { createHandClock, until } from '../../testing/hand-clock.ts';
import { SECRETS, startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { at, textAt } from '../../testing/read.ts';
import { renderSpentCard } from './cards.ts';
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

describe('our client on the same server', () => {
  const PAPER = Buffer.alloc(1_300_000, 5);
  const to = { kind: 'group', groupId: null, chatId: 'g1' } as const;
  let ours: Platform;
  let heard: Incoming[];

  beforeEach(async () => {
    // One connection per bot: the official one makes room.
    client.disconnect();
    await until(() => !fake.socket.isUp());
    heard = [];
    ours = aWecom(fake, clock, { ...socketMode(fake), fileOf: () => Promise.resolve(PAPER) });
  });
  afterEach(() => ours.stop?.());

  async function online(): Promise<void> {
    await ours.start?.((incoming) => {
      heard.push(incoming);
      const answer = anOutgoing({ id: `a${heard.length}`, reply: incoming.reply, answers: incoming.id, to });
      return Promise.resolve({ answer });
    });
    await until(() => ours.health?.().includes('已连接') === true);
  }

  async function hears(act: () => unknown): Promise<Incoming> {
    const before = heard.length;
    act();
    await until(() => heard.length > before);
    return heard[before] ?? Promise.reject(new Error('nothing was heard'));
  }

  /** Command, members of the body and their types; ids and contents differ. */
  function shapes(frames: readonly unknown[]): string[] {
    return frames.map((frame) => JSON.stringify([at(frame, 'cmd'), shape(at(frame, 'body'))]));
  }
  function shape(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(shape);
    if (typeof value !== 'object' || value === null) return typeof value;
    const keys = Object.keys(value).toSorted();
    return Object.fromEntries(keys.map((key) => [key, shape(at(value, key))]));
  }

  it('says what the official one says, member by member', async () => {
    const official = connect();
    await until(() => fake.socket.isUp());
    const frame = await hear(() => fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手 日报' }));
    await official.replyStream(frame, 'st-1', '已登记。', true);
    const addressed = { chat_type: 2, msgtype: 'markdown', markdown: { content: '日报' } } as const;
    await official.sendMessage('g1', addressed);
    const { media_id } = await official.uploadMedia(PAPER, { type: 'file', filename: '日报.docx' });
    await official.sendMediaMessage('g1', 'file', media_id);
    const pressed = await hear(() => fake.clickOnSocket({ from: 'lina', chatId: 'g1', key: '认领1', taskId: 't@1' }));
    const card = renderSpentCard({ taskId: 't@1', said: '认领1', userId: null }).template_card;
    await official.updateTemplateCard(
      pressed,
      structuredClone(card) as Parameters<typeof official.updateTemplateCard>[1],
      ['lina'],
    );
    const theirs = shapes(fake.socket.received);
    official.disconnect();
    await until(() => !fake.socket.isUp());

    const before = fake.socket.received.length;
    await online();
    const asked = await hears(() => fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手 日报' }));
    await ours.send(anOutgoing({ to, reply: asked.reply, answers: asked.id }));
    await ours.send(
      anOutgoing({ id: 'p', to, text: '日报', attachments: [{ kind: 'file', name: '日报.docx', hash: 'h' }] }),
    );
    await hears(() => fake.clickOnSocket({ from: 'lina', chatId: 'g1', key: '认领1', taskId: 't@1' }));
    await until(() => fake.sentTo('g1').filter(({ via }) => via === 'update').length === 2);
    const own = shapes(fake.socket.received.slice(before));
    // A file pushed by the official client names no chat_type; the reference asks to send it (wecom §4.6).
    const typed = (frames: string[]): string[] =>
      [...new Set(frames.map((one) => one.replace('"chat_type":"number",', '')))].toSorted();
    expect(typed(own)).toEqual(typed(theirs));
  });

  it('is welcome where the official one is, hears the same, and is refused alike', async () => {
    await online();
    const entered = await hears(() => fake.enterOnSocket('lina'));
    await ours.send(anOutgoing({ reply: entered.reply, to: { kind: 'single', personId: 'lina' }, text: '您好' }));
    expect(fake.sentTo('lina')).toMatchObject([{ via: 'welcome', text: '您好' }]);
    const picture = Buffer.alloc(64, 9);
    const shown = await hears(() => fake.sayOnSocket({ from: 'lina', chatId: null, pictures: [picture] }));
    expect(await ours.fetchPicture(shown.pictures[0]?.ref ?? '')).toEqual(picture);
    await expect(ours.send(anOutgoing({ to }))).rejects.toMatchObject({ outcome: 'refused', errcode: 93006 });
    const asked = await hears(() => fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手' }));
    await ours.send(anOutgoing({ to, reply: asked.reply, text: '字'.repeat(6_827) }));
    expect(fake.sentTo('g1')).toHaveLength(2);
    fake.city.group('g1').hasBot = false;
    await expect(ours.send(anOutgoing({ id: 'late', to }))).rejects.toMatchObject({ errcode: 93008 });
  });

  it('steps back when the official one logs in, and does not fight', async () => {
    await online();
    const official = connect();
    await until(() => ours.health?.().includes('挤下线') === true);
    await until(() => events.includes('authenticated'));
    clock.pass(60_000);
    expect(fake.socket.isUp()).toBe(true);
    expect(events).not.toContain('New connection established, server disconnected this connection');
    official.disconnect();
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
