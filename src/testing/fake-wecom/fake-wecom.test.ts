import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createHandClock, until } from '../hand-clock.ts';
import { SECRETS, startFakeWecom } from './index.ts';
import type { FakeWecom } from './index.ts';
import { textAt } from '../read.ts';

const clock = createHandClock();
let fake: FakeWecom;

beforeEach(async () => {
  fake = await startFakeWecom({ now: clock.now });
  fake.city.group('g1', ['lina', 'wangkai']);
  fake.city.person('wangkai', '13800000002');
});

afterEach(() => fake.stop());

async function post(path: string, body: object): Promise<unknown> {
  return (await fetch(fake.url + path, { method: 'POST', body: JSON.stringify(body) })).json();
}

const webhook = (body: object, key = 'key-g1'): Promise<unknown> => post(`/cgi-bin/webhook/send?key=${key}`, body);
const text = (content: string, more: object = {}): object => ({ msgtype: 'text', text: { content, ...more } });

describe('the fake webhook', () => {
  it('keeps byte limits, types and keys', async () => {
    expect(await webhook(text('x'.repeat(2048)))).toMatchObject({ errcode: 0 });
    expect(await webhook(text('x'.repeat(2049)))).toMatchObject({ errcode: 40058 });
    expect(await webhook({ msgtype: 'markdown', markdown: { content: 'x'.repeat(4097) } })).toMatchObject({
      errcode: 40058,
    });
    expect(await webhook(text(''))).toMatchObject({ errcode: 44004 });
    const card = {
      card_type: 'button_interaction',
      main_title: { title: 'x' },
      card_action: { type: 1, url: 'https://a' },
    };
    expect(await webhook({ msgtype: 'template_card', template_card: card })).toMatchObject({ errcode: 40058 });
    expect(await webhook({ msgtype: 'button' })).toMatchObject({ errcode: 40008 });
    expect(await webhook(text('x'), 'no-such-key')).toMatchObject({ errcode: 93000 });
    expect(await webhook({ msgtype: 'image', image: { base64: 'AAAA', md5: 'wrong' } })).toMatchObject({
      errcode: 301019,
    });
    expect(await webhook({ msgtype: 'file', file: { media_id: 'none' } })).toMatchObject({ errcode: 40007 });
  });

  it('tags by lists in text, inline in text and markdown, members only, and nobody in markdown_v2', async () => {
    await webhook(text('a', { mentioned_list: ['LINA', 'stranger'], mentioned_mobile_list: ['13800000002'] }));
    await webhook(text('<@lina>'));
    await webhook({ msgtype: 'markdown', markdown: { content: '<@wangkai>', mentioned_list: ['lina'] } });
    await webhook({ msgtype: 'markdown_v2', markdown_v2: { content: '<@lina>' } });
    await webhook(text('b', { mentioned_list: ['@all'] }));
    const tagged = fake.sentTo('g1').map((sent) => sent.tagged);
    expect(tagged).toEqual([['lina', 'wangkai'], ['lina'], ['wangkai'], [], ['@all']]);
  });

  it('takes twenty a minute', async () => {
    for (let sent = 0; sent < 20; sent += 1) expect(await webhook(text('x'))).toMatchObject({ errcode: 0 });
    expect(await webhook(text('x'))).toMatchObject({ errcode: 45009 });
    clock.pass(60_000);
    expect(await webhook(text('x'))).toMatchObject({ errcode: 0 });
  });
});

describe('the fake callback', () => {
  let server: Server;
  let bodies: string[];
  let statuses: (number | 'cut')[];
  let url: string;

  beforeEach(async () => {
    bodies = [];
    statuses = [];
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        bodies.push(Buffer.concat(chunks).toString());
        const status = statuses.shift() ?? 200;
        if (status === 'cut') request.socket.destroy();
        else response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('tries three times in all, each time encrypted anew', async () => {
    statuses = ['cut', 500, 200];
    const outcome = await fake.callback.deliver(url, fake.message({ from: 'lina', chatId: 'g1', text: '查' }));
    expect(outcome).toMatchObject({ status: 200, attempts: 3 });
    expect(new Set(bodies).size).toBe(3);
    statuses = ['cut', 'cut', 'cut', 200];
    const given = await fake.callback.deliver(url, fake.message({ from: 'lina', chatId: 'g1', text: '查' }));
    expect(given).toMatchObject({ status: null, attempts: 3 });
  });

  it('tries a card event once', async () => {
    statuses = ['cut'];
    const press = fake.click({ from: 'lina', chatId: 'g1', key: 'k', taskId: 't' });
    expect(await fake.callback.deliver(url, press)).toMatchObject({ status: null, attempts: 1 });
  });

  const say = (text: string) => fake.message({ from: 'lina', chatId: 'g1', text });
  const deliver = (text: string) => fake.callback.deliver(url, say(text));

  it.each([
    ['cut', { status: 200, attempts: 2 }, 1],
    ['lost', { status: 200, attempts: 2 }, 2],
    ['doubled', { status: 200, attempts: 1 }, 2],
    ['garbage', { status: 200, attempts: 1 }, 1],
  ] as const)('a delivery that goes wrong: %s', async (fault, expected, heard) => {
    fake.deliveries.next(fault);
    expect(await deliver('查')).toMatchObject(expected);
    expect(bodies).toHaveLength(heard);
    const isTorn = (body: string): boolean => !body.endsWith('"}');
    expect(bodies.map(isTorn)).toEqual(bodies.map(() => fault === 'garbage'));
  });

  it('a delivery that is overtaken, and one that is held back', async () => {
    const order: string[] = [];
    fake.deliveries.next('outOfOrder');
    const first = deliver('一').then(() => order.push('一'));
    await deliver('二').then(() => order.push('二'));
    await first;
    fake.deliveries.next('late');
    const late = deliver('三').then(() => order.push('三'));
    await deliver('四').then(() => order.push('四'));
    fake.callback.releaseLate();
    await late;
    expect(order).toEqual(['二', '一', '四', '三']);
  });

  it('serves a response_url once and for an hour', async () => {
    const answer = { msgtype: 'markdown', markdown: { content: '好' } };
    const first = new URL(fake.callback.newResponseUrl('g1'));
    expect(await post(first.pathname + first.search, answer)).toMatchObject({ errcode: 0 });
    expect(await post(first.pathname + first.search, answer)).not.toMatchObject({ errcode: 0 });
    const second = new URL(fake.callback.newResponseUrl('g1'));
    clock.pass(3_600_000);
    expect(await post(second.pathname + second.search, answer)).not.toMatchObject({ errcode: 0 });
  });
});

describe('the fake socket', () => {
  async function dial(): Promise<{ socket: WebSocket; heard: unknown[] }> {
    const socket = new WebSocket(fake.wsUrl);
    const heard: unknown[] = [];
    socket.on('message', (data) => heard.push(JSON.parse(Buffer.from(data as Buffer).toString()) as unknown));
    await new Promise<void>((resolve) => void socket.once('open', resolve));
    return { socket, heard };
  }

  const login = JSON.stringify({
    cmd: 'aibot_subscribe',
    headers: { req_id: 'r1' },
    body: { bot_id: SECRETS.socket.botId, secret: SECRETS.socket.secret },
  });
  const ping = JSON.stringify({ cmd: 'ping', headers: { req_id: 'p1' } });

  it('serves nothing before the login, and acknowledges by req_id without cmd', async () => {
    const { socket, heard } = await dial();
    socket.send(ping);
    await until(() => heard.length === 1);
    socket.send(login);
    await until(() => heard.length === 2);
    expect(heard).toEqual([
      { headers: { req_id: 'p1' }, errcode: 846609, errmsg: 'not subscribed' },
      { headers: { req_id: 'r1' }, errcode: 0, errmsg: 'ok' },
    ]);
  });

  it('a second login kicks the first, which hears it, still has its pings answered, and gets no more messages', async () => {
    const first = await dial();
    first.socket.send(login);
    await until(() => first.heard.length === 1);
    const second = await dial();
    second.socket.send(login);
    await until(() => first.heard.length === 2 && second.heard.length === 1);
    expect(textAt(first.heard[1], 'body', 'event', 'eventtype')).toBe('disconnected_event');
    first.socket.send(ping);
    fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '查' });
    await until(() => first.heard.length === 3 && second.heard.length === 2);
    expect(first.heard[2]).toMatchObject({ headers: { req_id: 'p1' }, errcode: 0 });
    let isClosed = false;
    first.socket.on('close', () => (isClosed = true));
    fake.socket.closeKicked();
    await until(() => isClosed);
  });

  async function online() {
    const dialled = await dial();
    dialled.socket.send(login);
    await until(() => dialled.heard.length === 1);
    return dialled;
  }
  const say = (text: string) => fake.sayOnSocket({ from: 'lina', chatId: 'g1', text });
  const heardTexts = (heard: readonly unknown[]): string[] =>
    heard.slice(1).map((frame) => textAt(frame, 'body', 'text', 'content'));

  it('brings frames twice, in another order, late, or not at all', async () => {
    const { heard } = await online();
    fake.deliveries.next('doubled', 'outOfOrder', 'lost', 'late');
    for (const text of ['一', '二', '三', '四', '五']) say(text);
    fake.socket.releaseLate();
    await until(() => heard.length === 6);
    expect(heardTexts(heard)).toEqual(['一', '一', '二', '五', '四']);
  });

  it('acknowledges late, wrongly, or breaks off before it does', async () => {
    const { socket, heard } = await online();
    for (const kind of ['late', 'wrong', 'severed'] as const) fake.faults.add('socket', { kind });
    socket.send(ping);
    await until(() => fake.socket.pings() === 1);
    expect(heard).toHaveLength(1);
    fake.socket.releaseLate();
    await until(() => heard.length === 2);
    socket.send(ping);
    await until(() => heard.length === 3);
    expect(heard.slice(1)).toEqual([{ headers: { req_id: 'p1' }, errcode: 0, errmsg: 'ok' }, { errcode: 0 }]);
    let isClosed = false;
    socket.on('close', () => (isClosed = true));
    socket.send(ping);
    await until(() => isClosed);
    expect(fake.socket.pings()).toBe(3);
  });

  it('tears a frame, or breaks off before it brings one', async () => {
    const { socket, heard } = await online();
    const texts: string[] = [];
    socket.removeAllListeners('message');
    socket.on('message', (data) => texts.push(Buffer.from(data as Buffer).toString()));
    fake.deliveries.next('garbage');
    say('一');
    await until(() => texts.length === 1);
    expect([texts, heard.length]).toEqual([['{"cmd":"aibot_msg_callback","headers":'], 1]);
    fake.deliveries.next('cut');
    say('二');
    await until(() => !fake.socket.isUp());
    expect(texts).toHaveLength(1);
  });

  it('closes who is silent', async () => {
    const { socket, heard } = await dial();
    socket.send(login);
    await until(() => heard.length === 1);
    clock.pass(76_000);
    fake.socket.closeSilent();
    await until(() => !fake.socket.isUp());
    expect(fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '查' })).toBeUndefined();
  });
});
