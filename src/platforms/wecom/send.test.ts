import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mention, Outgoing, Platform, ReplyRoute } from '../../chat.ts';
import { anOutgoing } from '../../testing/fake-wecom/door.ts';
import { createHandClock } from '../../testing/hand-clock.ts';
import type { HandClock } from '../../testing/hand-clock.ts';
import { startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { APP_MODE, aWecom, URL_MODE } from '../../testing/fake-wecom/wecom-platform.ts';
import type { Line } from '../../testing/fake-wecom/wecom-platform.ts';

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(100, 1)]);
const FILES = new Map([
  ['jpeg', JPEG],
  ['paper', Buffer.from('%PDF-1.7 paper')],
  ['big', Buffer.concat([JPEG, Buffer.alloc(2 * 1024 * 1024)])],
]);
const lina: Mention = { personId: 'lina', name: '李娜' };

let clock: HandClock;
let fake: FakeWecom;
let platform: Platform;
let lines: Line[];

beforeEach(async () => {
  clock = createHandClock();
  fake = await startFakeWecom({ now: clock.now });
  fake.city.group('g1', ['lina', 'wangkai']);
  fake.city.group('bare').webhookKey = null;
  lines = [];
  platform = aWecom(
    fake,
    clock,
    {
      ...URL_MODE,
      addressOf: (groupId) => (groupId === 'city' ? { webhook: fake.webhookOf('g1'), chatId: 'g1' } : undefined),
      fileOf: (hash) => Promise.resolve(FILES.get(hash) ?? Buffer.alloc(0)),
    },
    lines,
  );
});

afterEach(() => fake.stop());

const toCity = (given: Partial<Outgoing> = {}): Outgoing =>
  anOutgoing({ to: { kind: 'group', groupId: 'city', chatId: null }, ...given });
const replyBy = (url: string, forMs = 60_000): ReplyRoute => ({
  route: JSON.stringify({ via: 'url', url }),
  expiresAt: new Date(clock.now().getTime() + forMs),
});
const viaOf = (chat: string): string[] => fake.sentTo(chat).map(({ via }) => via);

describe('which way a message takes in URL mode', () => {
  it('an answer goes through its response_url, once', async () => {
    const reply = replyBy(fake.callback.newResponseUrl('g1'));
    await platform.send(toCity({ reply, text: '一' }));
    await platform.send(toCity({ id: 'out-2', reply, text: '二' }));
    expect(fake.sentTo('g1')).toMatchObject([
      { via: 'response_url', text: '一' },
      { via: 'webhook', text: '二' },
    ]);
  });

  it('an expired way back, or one the vendor refuses, gives way to the webhook', async () => {
    await platform.send(toCity({ reply: replyBy(fake.callback.newResponseUrl('g1'), 0) }));
    await platform.send(toCity({ id: 'out-2', reply: replyBy(`${fake.url}/cgi-bin/aibot/response?response_code=no`) }));
    expect(viaOf('g1')).toEqual(['webhook', 'webhook']);
  });

  it('people who are to be notified are notified by the webhook, though there is a way back', async () => {
    const reply = replyBy(fake.callback.newResponseUrl('g1'));
    await platform.send(toCity({ reply, text: '@李娜 请处理', mentions: [lina] }));
    expect(fake.sentTo('g1')).toMatchObject([{ via: 'webhook', tagged: ['lina'] }]);
  });

  it('what is too long for a response_url goes in parts by the webhook', async () => {
    const reply = replyBy(fake.callback.newResponseUrl('g1'));
    await platform.send(toCity({ reply, text: '字'.repeat(6827) }));
    expect(new Set(viaOf('g1'))).toEqual(new Set(['webhook']));
    const to = { kind: 'group', groupId: null, chatId: 'bare' } as const;
    await platform.send(
      anOutgoing({ to, text: '字'.repeat(6827), reply: replyBy(fake.callback.newResponseUrl('bare')) }),
    );
    expect(viaOf('bare')).toEqual(['response_url']);
  });

  it('without a webhook the names are shown in the answer', async () => {
    const reply = replyBy(fake.callback.newResponseUrl('bare'));
    const to = { kind: 'group', groupId: null, chatId: 'bare' } as const;
    await platform.send(anOutgoing({ to, reply, text: '@李娜 请处理', mentions: [lina] }));
    expect(fake.sentTo('bare')).toMatchObject([{ via: 'response_url', text: '@李娜 请处理', tagged: [] }]);
  });

  it('where nothing leads, the administrator is told what to do', async () => {
    const to = { kind: 'group', groupId: null, chatId: 'bare' } as const;
    await expect(platform.send(anOutgoing({ to }))).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('请为该群添加消息推送'),
    });
    await expect(platform.send(anOutgoing({ to: { kind: 'single', personId: 'lina' } }))).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('WECOM_APP_'),
    });
  });

  it.each([
    [{ kind: 'group', groupId: 'city', chatId: null }, true, true],
    [{ kind: 'group', groupId: 'other', chatId: 'bare' }, false, false],
    [{ kind: 'single', personId: 'lina' }, false, false],
  ] as const)('%j, to be notified %s: reachable %s', (to, needsMention, expected) => {
    expect(platform.canReach(to, needsMention)).toBe(expected);
  });

  it('with the application persons are reachable', () => {
    const withApp = aWecom(fake, clock, APP_MODE);
    expect(withApp.canReach({ kind: 'single', personId: 'lina' }, true)).toBe(true);
  });
});

describe('pictures and papers through the webhook', () => {
  it('a picture goes as one, a large one and a paper as files', async () => {
    const attachments = [
      { kind: 'picture', name: 'a.jpg', hash: 'jpeg' },
      { kind: 'picture', name: 'b.jpg', hash: 'big' },
      { kind: 'file', name: '日报.pdf', hash: 'paper' },
    ] as const;
    await platform.send(toCity({ attachments }));
    expect(fake.sentTo('g1').map(({ msgtype }) => msgtype)).toEqual(['text', 'image', 'file', 'file']);
  });

  it('an empty paper is refused in words', async () => {
    await expect(
      platform.send(toCity({ attachments: [{ kind: 'file', name: 'x', hash: 'none' }] })),
    ).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('消息只送达了一部分'),
    });
  });
});

describe('twenty a minute', () => {
  it('are kept before the vendor says so, and sending goes on after the minute', async () => {
    for (let sent = 0; sent < 20; sent += 1) await platform.send(toCity({ id: `out-${sent}` }));
    await expect(platform.send(toCity({ id: 'late' }))).rejects.toMatchObject({
      outcome: 'later',
      retryAfterMs: 60_000,
    });
    expect(fake.http.calls.get('/cgi-bin/webhook/send')).toBe(20);
    clock.pass(60_000);
    await platform.send(toCity({ id: 'late' }));
    expect(fake.sentTo('g1')).toHaveLength(21);
  });

  it('the vendor’s own refusal pauses that group for a minute', async () => {
    fake.faults.add('webhook', { kind: 'code', errcode: 45009 });
    await expect(platform.send(toCity())).rejects.toMatchObject({ outcome: 'later', retryAfterMs: 60_000 });
    clock.pass(59_000);
    await expect(platform.send(toCity())).rejects.toMatchObject({ outcome: 'later', retryAfterMs: 1_000 });
    expect(fake.http.calls.get('/cgi-bin/webhook/send')).toBe(1);
    clock.pass(1_000);
    await platform.send(toCity());
    expect(fake.sentTo('g1')).toHaveLength(1);
  });
});

describe('what the vendor answers and what becomes of it', () => {
  it.each([
    [{ kind: 'code', errcode: -1 }, 'later', '系统繁忙', 0],
    [{ kind: 'code', errcode: 93000 }, 'refused', '群机器人地址无效', 0],
    [{ kind: 'code', errcode: 93004 }, 'refused', '群机器人已被停用', 0],
    [{ kind: 'code', errcode: 93008 }, 'refused', '机器人不在这个群里', 0],
    [{ kind: 'code', errcode: 40058 }, 'refused', '错误码 40058', 0],
    [{ kind: 'code', errcode: 987654 }, 'refused', '错误码 987654', 0],
    [{ kind: 'status', status: 502 }, 'unknown', '502', 0],
    [{ kind: 'status', status: 503 }, 'unknown', '是否送达不明', 0],
    [{ kind: 'status', status: 429 }, 'later', '频率', 0],
    [{ kind: 'status', status: 403 }, 'refused', '403', 0],
    [{ kind: 'cut' }, 'unknown', '是否送达不明', 0],
    [{ kind: 'lost' }, 'unknown', '是否送达不明', 1],
    [{ kind: 'garbage' }, 'unknown', '是否送达不明', 1],
    [{ kind: 'wrong' }, 'unknown', '是否送达不明', 1],
    [{ kind: 'severed' }, 'unknown', '是否送达不明', 1],
  ] as const)('%j: %s', async (fault, outcome, words, arrived) => {
    fake.faults.add('webhook', fault);
    await expect(platform.send(toCity())).rejects.toMatchObject({ outcome, message: expect.stringContaining(words) });
    expect(fake.sentTo('g1')).toHaveLength(arrived);
  });

  it('an answer that comes too late leaves the outcome open', async () => {
    const hasty = aWecom(fake, clock, { addressOf: () => ({ webhook: fake.webhookOf('g1') }), timeoutMs: 50 });
    fake.faults.add('webhook', { kind: 'late' });
    await expect(hasty.send(toCity())).rejects.toMatchObject({ outcome: 'unknown' });
    expect(fake.sentTo('g1')).toHaveLength(1);
  });

  it('a vendor that cannot be reached was never reached: later', async () => {
    await fake.stop();
    await expect(platform.send(toCity())).rejects.toMatchObject({
      outcome: 'later',
      message: expect.stringContaining('连不上企业微信'),
    });
    fake = await startFakeWecom({ now: clock.now });
  });

  it('a response_url that took nothing is still there for the next attempt', async () => {
    const reply = replyBy(fake.callback.newResponseUrl('g1'));
    fake.faults.add('response', { kind: 'status', status: 429 });
    await expect(platform.send(toCity({ reply }))).rejects.toMatchObject({ outcome: 'later' });
    await platform.send(toCity({ reply }));
    expect(viaOf('g1')).toEqual(['response_url']);
  });

  it('nothing that is logged or thrown holds an address', async () => {
    fake.faults.add('webhook', { kind: 'code', errcode: 93000, errmsg: 'invalid webhook url key-g1' });
    fake.faults.add('response', { kind: 'code', errcode: 40003 });
    const reply = replyBy(fake.callback.newResponseUrl('g1'));
    const error: unknown = await platform.send(toCity({ reply })).catch((thrown: unknown) => thrown);
    const said = JSON.stringify(lines) + String(error);
    expect(lines.length).toBeGreaterThan(0);
    expect(said).not.toMatch(/key-g1|response_code|RC-/u);
  });
});
