import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing, Platform } from '../../chat.ts';
import { anOutgoing, openDoor } from '../../testing/fake-wecom/door.ts';
import { createHandClock } from '../../testing/hand-clock.ts';
import type { HandClock } from '../../testing/hand-clock.ts';
import { startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { APP_MODE, aWecom, URL_MODE } from '../../testing/fake-wecom/wecom-platform.ts';
import { createApi } from './api.ts';
import { createApp } from './corp-app.ts';
import { CONVERSATION_WINDOWS, paceOf } from './limits.ts';

const TOKEN_PATH = '/cgi-bin/gettoken';

let clock: HandClock;
let fake: FakeWecom;
let platform: Platform;

beforeEach(async () => {
  clock = createHandClock();
  fake = await startFakeWecom({ now: clock.now });
  fake.city.person('lina', '13800000001');
  platform = aWecom(fake, clock, { ...URL_MODE, ...APP_MODE });
});

afterEach(() => fake.stop());

const notice = (given: Partial<Outgoing> = {}): Outgoing =>
  anOutgoing({ to: { kind: 'single', personId: 'lina' }, text: '#327 明天到期。', ...given });

describe('one-to-one notices', () => {
  it('go as text, with one token for all of them', async () => {
    await Promise.all(
      Array.from({ length: 5 }, (_none, at) => platform.send(notice({ id: `out-${at}`, text: `第${at}条` }))),
    );
    expect(fake.sentTo('lina')).toHaveLength(5);
    expect(fake.sentTo('lina')[0]).toMatchObject({
      via: 'app',
      msgtype: 'text',
      body: { touser: 'lina', agentid: 1000002 },
    });
    expect(fake.http.calls.get(TOKEN_PATH)).toBe(1);
  });

  it('that end in a link go as a card that opens it', async () => {
    await platform.send(notice({ text: '#327 即将到期\n人民路占道<b>\n剩余 1 天\n详情：https://example.org/i/327' }));
    expect(fake.sentTo('lina')).toMatchObject([
      {
        msgtype: 'textcard',
        body: {
          textcard: {
            title: '#327 即将到期',
            description: '<div class="normal">人民路占道＜b＞</div><div class="normal">剩余 1 天</div>',
            url: 'https://example.org/i/327',
            btntxt: '查看',
          },
        },
      },
    ]);
  });

  it.each([
    [2048, 1],
    [2049, 2],
  ])('of %d bytes go in %d part(s)', async (bytes, parts) => {
    await platform.send(notice({ text: 'x'.repeat(bytes) }));
    expect(fake.sentTo('lina')).toHaveLength(parts);
  });

  it('find the member by the mobile number', async () => {
    await platform.send(notice({ to: { kind: 'single', personId: 'mobile:13800000001' } }));
    expect(fake.sentTo('lina')).toHaveLength(1);
    await expect(
      platform.send(notice({ to: { kind: 'single', personId: 'mobile:13999999999' } })),
    ).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('没有这个成员'),
    });
  });

  it('ask for a number once, and for one of nobody not again for hours', async () => {
    const asked = (): number => fake.http.calls.get('/cgi-bin/user/getuserid') ?? 0;
    const known = { kind: 'single', personId: 'mobile:13800000001' } as const;
    const nobody = { kind: 'single', personId: 'mobile:13999999999' } as const;
    for (const id of ['a', 'b']) await platform.send(notice({ id, text: id, to: known }));
    expect(asked()).toBe(1);
    for (const expected of [2, 2]) {
      await expect(platform.send(notice({ to: nobody }))).rejects.toMatchObject({ outcome: 'refused' });
      expect(asked()).toBe(expected);
    }
    clock.pass(6 * 3_600_000);
    // What is refused for other reasons is no word about the number.
    fake.faults.add('ids', { kind: 'code', errcode: 60020 });
    await expect(platform.send(notice({ to: nobody }))).rejects.toMatchObject({ errcode: 60020 });
    await expect(platform.send(notice({ to: nobody }))).rejects.toMatchObject({ outcome: 'refused' });
    expect(asked()).toBe(4);
  });

  it('to someone the application cannot see are refused', async () => {
    fake.city.person('lina').isVisible = false;
    await expect(platform.send(notice())).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('可见范围'),
    });
  });

  it('keep to thirty a minute per member, beyond which the vendor drops in silence', async () => {
    fake.city.person('wangkai');
    for (let sent = 0; sent < 30; sent += 1) await platform.send(notice({ id: `out-${sent}`, text: `第${sent}条` }));
    await expect(platform.send(notice({ id: 'late' }))).rejects.toMatchObject({
      outcome: 'later',
      retryAfterMs: 60_000,
    });
    await platform.send(notice({ id: 'other', to: { kind: 'single', personId: 'wangkai' } }));
    expect([fake.sentTo('lina').length, fake.sentTo('wangkai').length]).toEqual([30, 1]);
  });

  it('are sent again where the answer was lost, and seen once all the same', async () => {
    fake.faults.add('message', { kind: 'lost' });
    await expect(platform.send(notice())).rejects.toMatchObject({ outcome: 'later' });
    await platform.send(notice());
    expect(fake.sentTo('lina')).toHaveLength(1);
  });

  it('with a paper upload it first', async () => {
    const withFiles = aWecom(fake, clock, { ...APP_MODE, fileOf: () => Promise.resolve(Buffer.from('%PDF-1.7')) });
    await withFiles.send(notice({ attachments: [{ kind: 'file', name: '日报.pdf', hash: 'h' }] }));
    expect(fake.sentTo('lina').map(({ msgtype }) => msgtype)).toEqual(['text', 'file']);
  });
});

describe('when the vendor objects', () => {
  it('a token that was revoked or ran out is renewed once', async () => {
    await platform.send(notice());
    fake.app.revokeToken();
    await platform.send(notice({ id: 'out-2', text: '#328 明天到期。' }));
    fake.faults.add('message', { kind: 'code', errcode: 42001 });
    await platform.send(notice({ id: 'out-3', text: '#329 明天到期。' }));
    expect(fake.sentTo('lina')).toHaveLength(3);
    fake.faults.add('message', { kind: 'code', errcode: 40014 }, 2);
    await expect(platform.send(notice({ id: 'out-4' }))).rejects.toMatchObject({ outcome: 'later' });
  });

  it.each(['token', 'message'] as const)('an answer that says nothing of what was asked (%s) is none', async (part) => {
    fake.faults.add(part, { kind: 'wrong' });
    await expect(platform.send(notice())).rejects.toMatchObject({ message: expect.stringContaining('无法识别') });
    expect(fake.http.calls.get('/cgi-bin/message/send') ?? 0).toBe(part === 'token' ? 0 : 1);
  });

  it('what an earlier run sent counts against the member’s thirty a minute, beyond which the vendor drops in silence', async () => {
    const sentBefore = Array.from({ length: 30 }, () => ({ personId: 'lina', at: clock.now() }));
    const restarted = aWecom(fake, clock, { ...APP_MODE, sentBefore: () => Promise.resolve(sentBefore) });
    await restarted.start?.(() => Promise.reject(new Error('nothing arrives')));
    await expect(restarted.send(notice())).rejects.toMatchObject({ outcome: 'later', retryAfterMs: 60_000 });
    clock.pass(60_000);
    await restarted.send(notice());
    expect(fake.sentTo('lina')).toHaveLength(1);
  });

  it('an address that is not allowed is named, with the place to enter it', async () => {
    const errmsg = 'not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info at https://x';
    fake.faults.add('message', { kind: 'code', errcode: 60020, errmsg });
    await expect(platform.send(notice())).rejects.toMatchObject({
      outcome: 'refused',
      message:
        '本服务器的出口地址 203.0.113.7 不在应用的企业可信 IP 中，请管理员在企业微信后台"应用管理 → 该应用 → 企业可信IP"中加入（错误码 60020）。',
    });
  });

  it('wrong credentials are named without showing them', async () => {
    const wrong = aWecom(fake, clock, { app: { ...APP_MODE.app, secret: 'not-the-secret' } });
    const error: unknown = await wrong.send(notice()).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('WECOM_APP_SECRET');
    expect(String(error)).not.toContain('not-the-secret');
  });

  it('receivers who were left out are named, though the vendor says ok', async () => {
    const app = createApp({
      api: createApi({ fetch }),
      apiBase: fake.url,
      options: APP_MODE.app,
      now: clock.now,
      pace: paceOf(CONVERSATION_WINDOWS, clock.now),
    });
    const body = { msgtype: 'text', text: { content: '请查收' } };
    await expect(app.send({ userIds: ['lina', 'nobody'], body, dropRepeated: false })).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('收不到单聊消息：nobody'),
    });
    expect(fake.sentTo('lina')).toHaveLength(1);
  });

  it.each(['@all', 'lina|wangkai'])('a receiver like %s is none', async (personId) => {
    await expect(platform.send(notice({ to: { kind: 'single', personId } }))).rejects.toMatchObject({
      outcome: 'refused',
    });
    expect(fake.city.sent).toEqual([]);
  });

  it('a notice whose answer was lost may be sent again, because the vendor drops repetitions; an answer may not', async () => {
    fake.faults.add('message', { kind: 'lost' });
    await expect(platform.send(notice())).rejects.toMatchObject({ outcome: 'later' });
    expect(fake.sentTo('lina')).toMatchObject([{ body: { enable_duplicate_check: 1 } }]);
    fake.faults.add('message', { kind: 'lost' });
    await expect(platform.send(notice({ answers: 'M-1' }))).rejects.toMatchObject({ outcome: 'unknown' });
  });
});

describe('encrypted sender ids', () => {
  it('are converted before the bot hears of them, once per person', async () => {
    fake.hidesIds = true;
    const door = await openDoor(platform);
    const say = (text: string): ReturnType<FakeWecom['message']> => fake.message({ from: 'lina', chatId: null, text });
    await fake.callback.deliver(`${door.url}/webhook/wecom`, say('查 327'));
    await fake.callback.deliver(`${door.url}/webhook/wecom`, say('查 328'));
    expect(door.heard).toMatchObject([
      { senderId: 'lina', chatId: 'lina' },
      { senderId: 'lina', chatId: 'lina' },
    ]);
    expect(fake.http.calls.get('/cgi-bin/batch/openuserid_to_userid')).toBe(1);
    await door.stop();
  });

  it('that the vendor does not know, or cannot convert now, stay as they are', async () => {
    fake.faults.add('ids', { kind: 'status', status: 500 });
    const door = await openDoor(platform);
    for (const from of ['wolf', 'wolf', 'wolf']) {
      await fake.callback.deliver(`${door.url}/webhook/wecom`, fake.message({ from, chatId: null, text: '查' }));
    }
    expect(door.heard.map(({ senderId }) => senderId)).toEqual(['wolf', 'wolf', 'wolf']);
    expect(fake.http.calls.get('/cgi-bin/batch/openuserid_to_userid')).toBe(2);
    await door.stop();
  });
});
