import { decrypt } from '@wecom/crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing, Platform } from '../../chat.ts';
import { openDoor } from '../../testing/fake-wecom/door.ts';
import type { Door } from '../../testing/fake-wecom/door.ts';
import { createHandClock } from '../../testing/hand-clock.ts';
import { SECRETS, startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { aWecom, URL_MODE } from '../../testing/fake-wecom/wecom-platform.ts';

const clock = createHandClock();
let fake: FakeWecom;
let platform: Platform;
let door: Door;
let url: string;

beforeEach(async () => {
  fake = await startFakeWecom({ now: clock.now });
  fake.city.group('g1', ['lina', 'wangkai']);
  platform = aWecom(fake, clock, {
    ...URL_MODE,
    addressOf: () => ({ webhook: fake.webhookOf('g1'), chatId: 'g1' }),
  });
  door = await openDoor(platform);
  url = `${door.url}/webhook/wecom`;
});

afterEach(async () => {
  await door.stop();
  await fake.stop();
});

const say = (text: string, more: object = {}): ReturnType<FakeWecom['message']> =>
  fake.message({ from: 'lina', chatId: 'g1', text, ...more });

describe('address verification', () => {
  it('answers the decrypted text byte for byte', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      expect(await fake.callback.verify(url)).toEqual({ status: 200, isRight: true });
    }
  });

  it('takes the reference vector with a bare plus as well', async () => {
    const echostr = '4OBty8cLu+N7Yg8cgLtDiXEqekHDcEAC1EJTeem+0/byEQ/aaNu8j1Y7hbJAr+fufhQYQjVeAtIXg50JriFOag==';
    const query = `msg_signature=34576c70903b8f49325b371556dbd47f34731998&timestamp=1767225600&nonce=n0nce7788&echostr=${echostr}`;
    const response = await fetch(`${url}?${query}`);
    expect(await response.text()).toBe('8412093377156620');
  });

  it('refuses a wrong signature', async () => {
    const response = await fetch(`${url}?msg_signature=0&timestamp=1&nonce=2&echostr=abcd`);
    expect([response.status, door.refusals]).toEqual([401, ['签名不对']]);
  });
});

describe('a message in URL mode', () => {
  it('is heard without its mention and answered in the 200', async () => {
    door.answer = () => ({ text: 'D-17 已登记，**待复核**。' });
    const outcome = await fake.callback.deliver(url, say('@督办小助手 D-17 已整改'));
    expect(outcome).toMatchObject({ status: 200, attempts: 1 });
    expect(outcome.passive).toEqual({
      msgtype: 'stream',
      stream: { id: 'answer-out-1', finish: true, content: 'D-17 已登记，＊＊待复核＊＊。' },
    });
    expect(door.heard).toMatchObject([{ text: 'D-17 已整改', senderId: 'lina', chatId: 'g1', mentionsBot: true }]);
    expect(door.waiting).toEqual([]);
    expect(fake.sentTo('g1')).toMatchObject([{ via: 'passive', text: 'D-17 已登记，＊＊待复核＊＊。' }]);
  });

  it('again and twenty at once: heard once, answered once, 200 each time', async () => {
    const payload = say('@督办小助手 查 327');
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => fake.callback.deliver(url, payload)));
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 200));
    expect(outcomes.filter(({ passive }) => passive !== null)).toHaveLength(1);
    expect(door.heard).toHaveLength(1);
    clock.pass(3 * 24 * 3_600_000);
    expect(await fake.callback.deliver(url, payload)).toMatchObject({ status: 200, body: '' });
  });

  it('with a picture and a quoted picture: both are fetched as they were, for five minutes', async () => {
    const first = Buffer.from('first picture');
    const quoted = Buffer.alloc(64, 3);
    await fake.callback.deliver(url, say('@督办小助手 整改完成', { pictures: [first], quote: { pictures: [quoted] } }));
    const [incoming] = door.heard;
    const refs = [...(incoming?.pictures ?? []), ...(incoming?.quote?.pictures ?? [])].map(({ ref }) => ref);
    expect(await Promise.all(refs.map((ref) => platform.fetchPicture(ref)))).toEqual([first, quoted]);
    clock.pass(5 * 60_000);
    await expect(platform.fetchPicture(refs[0] ?? '')).rejects.toMatchObject({
      outcome: 'refused',
      message: '图片链接已失效（有效期 5 分钟），请重新发送图片。',
    });
  });

  it('an answer that is too long takes another way', async () => {
    door.answer = () => ({ text: '字'.repeat(6827) });
    expect((await fake.callback.deliver(url, say('@督办小助手 台账'))).passive).toBeNull();
    expect(door.waiting).toHaveLength(1);
    door.answer = () => ({ text: '字'.repeat(6826) });
    expect((await fake.callback.deliver(url, say('@督办小助手 台账'))).passive).not.toBeNull();
  });

  it('an answer that has to notify people takes the webhook', async () => {
    door.answer = () => ({ text: '已交办，@王凯 请认领', mentions: [{ personId: 'wangkai', name: '王凯' }] });
    expect((await fake.callback.deliver(url, say('@督办小助手 登记'))).passive).toBeNull();
    for (const waiting of door.waiting) await platform.send(waiting);
    expect(fake.sentTo('g1')).toMatchObject([{ via: 'webhook', text: '已交办，@王凯 请认领', tagged: ['wangkai'] }]);
  });

  it('an answer with buttons brings a card along', async () => {
    door.answer = () => ({ id: '7:1', text: '#327 人民路占道\n请认领', buttons: [{ label: '认领', says: '认领327' }] });
    expect((await fake.callback.deliver(url, say('@督办小助手 登记'))).passive).toMatchObject({
      msgtype: 'stream_with_template_card',
      stream: { finish: true },
      template_card: {
        card_type: 'button_interaction',
        main_title: { title: '#327 人民路占道', desc: '请认领' },
        button_list: [{ text: '认领', style: 1, key: '认领327' }],
        task_id: 'out@7_1',
      },
    });
  });
});

describe('events in URL mode', () => {
  it('a click is a message, spends the presser’s card, and is answered through the response_url', async () => {
    door.answer = () => ({ text: '已认领 #327。' });
    const press = fake.click({ from: 'wangkai', chatId: 'g1', key: '认领327', taskId: 'out@7' });
    expect((await fake.callback.deliver(url, press)).passive).toMatchObject({
      response_type: 'update_template_card',
      userids: ['wangkai'],
      template_card: { task_id: 'out@7', button_list: [{ text: '已收到', key: '-' }] },
    });
    expect(door.heard).toMatchObject([{ kind: 'click', text: '认领327', senderId: 'wangkai' }]);
    for (const waiting of door.waiting) await platform.send(waiting);
    expect(fake.sentTo('g1').map(({ via }) => via)).toEqual(['update', 'response_url']);
  });

  it('the opened chat is welcomed', async () => {
    door.answer = () => ({ text: '您好。' });
    expect((await fake.callback.deliver(url, fake.enter('lina'))).passive).toEqual({
      msgtype: 'text',
      text: { content: '您好。' },
    });
    expect(door.heard).toMatchObject([{ kind: 'entered', chatKind: 'single', chatId: 'lina' }]);
  });

  it('a refresh poll gets a finished stream and is not heard', async () => {
    const poll = { msgid: 'M', chattype: 'group', from: { userid: 'lina' }, msgtype: 'stream', stream: { id: 'st-1' } };
    expect((await fake.callback.deliver(url, poll)).passive).toMatchObject({ stream: { id: 'st-1', finish: true } });
    expect(door.heard).toEqual([]);
  });

  it('what is of no concern is taken with an empty packet', async () => {
    const event = { msgid: 'E', from: { userid: 'lina' }, msgtype: 'event', event: { eventtype: 'auth_change_event' } };
    expect(await fake.callback.deliver(url, event)).toMatchObject({ status: 200, body: '', attempts: 1 });
    expect(await fake.callback.deliver(url, { msgid: 'M', msgtype: 'hologram' })).toMatchObject({
      status: 200,
      body: '',
    });
    expect(door.heard).toEqual([]);
  });
});

describe('what strangers send', () => {
  const post = async (query: string, body: string): Promise<number> =>
    (await fetch(`${url}?${query}`, { method: 'POST', body })).status;

  it('is refused, and nothing is heard', async () => {
    const good = fake.callback.envelope(JSON.stringify(say('@督办小助手 查')));
    const broken = fake.callback.envelope('{"msgtype":');
    const shapeless = fake.callback.envelope('[]');
    const cut = good.body.slice(0, -20);
    const forged = good.query.replace(/msg_signature=[0-9a-f]{4}/u, 'msg_signature=0000');
    expect(await post(forged, good.body)).toBe(401);
    expect(await post('', good.body)).toBe(401);
    expect(await post(good.query, cut)).toBe(400);
    expect(await post(good.query, 'null')).toBe(400);
    expect(await post(good.query, '{"encrypt":7}')).toBe(400);
    expect(await post(good.query, JSON.stringify({ encrypt: 'AAAA' }))).toBe(401);
    expect(await post(broken.query, broken.body)).toBe(400);
    expect(await post(shapeless.query, shapeless.body)).toBe(400);
    expect(door.heard).toEqual([]);
    expect(door.refusals).toHaveLength(8);
  });

  it('a wrong receive id is refused with both ids in the reason', async () => {
    const other = aWecom(fake, clock, { urlMode: { ...SECRETS.bot, receiveId: 'ww-ours' } });
    const { query, body } = fake.callback.envelope('{}');
    const path = '/webhook/wecom';
    const received = other.receive?.({ method: 'POST', path, rawQuery: query, headers: {}, body: Buffer.from(body) });
    expect(received).toMatchObject({
      kind: 'refused',
      status: 400,
      reason: expect.stringContaining('应为"ww-ours"，收到""'),
    });
  });

  it('raw control characters and zero-width ones do not stop a message', async () => {
    const text = JSON.stringify(say('@督办小助手 查\u200b327')).replace('查', '查\u0001');
    const { query, body } = fake.callback.envelope(text);
    expect(await post(query, body)).toBe(200);
    expect(door.heard).toMatchObject([{ text: '查 \u200b327' }]);
  });

  it('a stale timestamp is refused where a limit is set', () => {
    const strict = aWecom(fake, clock, { ...URL_MODE, staleAfterMs: 60_000 });
    const { query, body } = fake.callback.envelope(JSON.stringify(say('查')));
    const request = { method: 'POST', path: '/webhook/wecom', rawQuery: query, headers: {}, body: Buffer.from(body) };
    clock.pass(60_000);
    expect(strict.receive?.(request).kind).toBe('message');
    clock.pass(1_000);
    expect(strict.receive?.(request)).toMatchObject({ kind: 'refused', status: 401, reason: '回调时间过旧' });
  });
});

describe('the envelope of an answer', () => {
  it('opens with the official library', () => {
    const { query, body } = fake.callback.envelope(JSON.stringify(say('查')));
    const request = { method: 'POST', path: '/webhook/wecom', rawQuery: query, headers: {}, body: Buffer.from(body) };
    const received = platform.receive?.(request);
    const answer: Outgoing = {
      id: '1',
      platform: 'wecom',
      to: { kind: 'group', groupId: null, chatId: 'g1' },
      text: '好',
      mentions: [],
      buttons: [],
      attachments: [],
      reply: null,
      answers: null,
    };
    const sealed: unknown = JSON.parse(received?.kind === 'message' ? received.acknowledge(answer).body : '{}');
    expect(sealed).toMatchObject({ timestamp: Math.floor(clock.now().getTime() / 1000), nonce: expect.any(String) });
    const encrypted = (sealed as { encrypt: string }).encrypt; // shape just checked
    expect(decrypt(SECRETS.bot.aesKey, encrypted)).toMatchObject({
      id: '',
      message: '{"msgtype":"stream","stream":{"id":"answer-1","finish":true,"content":"好"}}',
    });
  });
});
