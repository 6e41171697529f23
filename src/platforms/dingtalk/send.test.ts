/** Outgoing → what people see in DingTalk, over real HTTP: routes, tags, limits, faults. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing, ReplyRoute } from '../../chat.ts';
import { until } from '../../testing/fake-wecom/hand-clock.ts';
import { anOutgoing, failureOf, openStage } from '../../testing/fake-dingtalk/stage.ts';
import type { Stage } from '../../testing/fake-dingtalk/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
  stage.fake.office.group('cidA==', ['cc0112', 'cc0731']);
  stage.fake.office.person('cc0112', '王磊');
  stage.fake.office.person('cc0731', '周巡查');
  stage.addresses.set('work', { ...stage.fake.webhookOf('cidA=='), conversationId: 'cidA==' });
});

afterEach(() => stage.stop());

const wang = { personId: 'cc0112', name: '王磊' };
const tagging = (given: Partial<Outgoing> = {}): Outgoing =>
  anOutgoing({ text: '请@王磊处理 #327', mentions: [wang], ...given });

function replyTo(to: string): ReplyRoute {
  const { path, until: end } = stage.fake.webhooks.newSession(to);
  return { route: stage.fake.url + path, expiresAt: new Date(end) };
}

const seen = (to = 'cidA=='): string[] => stage.fake.sentTo(to).map(({ via, text }) => `${via}: ${text}`);

describe('the route', () => {
  it('an answer goes by the session webhook and tags', async () => {
    await stage.platform.send(tagging({ reply: replyTo('cidA==') }));
    expect(stage.fake.sentTo('cidA==')).toMatchObject([
      { via: 'session', text: '请@王磊 处理 #327', tagged: ['cc0112'] },
    ]);
  });

  it.each([
    ['no way back', null],
    ['a way back that is not the vendor’s', 'https://oapi.example.org/robot/sendBySession?session=1'],
  ])('with %s, who must be notified is tagged by the group webhook, once signed', async (_name, route) => {
    const reply = route === null ? null : { route, expiresAt: new Date('2030-01-01') };
    await stage.platform.send(tagging({ reply }));
    expect(stage.fake.sentTo('cidA==')).toMatchObject([
      { via: 'webhook', text: '请@王磊 处理 #327', tagged: ['cc0112'] },
    ]);
  });

  it('the way back is left alone five minutes before its end, and used until then', async () => {
    const reply = replyTo('cidA==');
    stage.clock.pass(85 * 60_000);
    await stage.platform.send(anOutgoing({ reply, text: '一' }));
    stage.clock.pass(346);
    await stage.platform.send(anOutgoing({ reply, text: '二' }));
    expect(seen()).toEqual(['session: 一', 'group: 二']);
  });

  it('a session that the vendor has forgotten is followed by the next way, in the same attempt', async () => {
    const reply = replyTo('cidA==');
    stage.fake.webhooks.forgetSessions();
    await stage.platform.send(anOutgoing({ reply, text: '答复' }));
    await stage.platform.send(tagging({ reply }));
    expect(seen()).toEqual(['group: 答复', 'webhook: 请@王磊 处理 #327']);
  });

  it('nobody to notify: the app’s own interface', async () => {
    await stage.platform.send(anOutgoing({ text: '通报' }));
    expect(seen()).toEqual(['group: 通报']);
  });

  it('a group without webhook gets the names as text, and tags nobody', async () => {
    stage.addresses.clear();
    await stage.platform.send(tagging());
    expect(stage.fake.sentTo('cidA==')).toMatchObject([{ via: 'group', text: '请@王磊处理 #327', tagged: [] }]);
  });

  it('a group that was never spoken in gets all by its webhook', async () => {
    stage.addresses.set('work', stage.fake.webhookOf('cidA=='));
    await stage.platform.send(anOutgoing({ to: { kind: 'group', groupId: 'work', chatId: null } }));
    expect(seen()).toEqual(['webhook: 已登记 #327']);
  });

  it('one-to-one: the batch interface', async () => {
    await stage.platform.send(anOutgoing({ to: { kind: 'single', personId: 'cc0112' }, text: '提醒' }));
    expect(seen('cc0112')).toEqual(['batch: 提醒']);
  });

  it('an outsider is answered while the session lives, and not afterwards', async () => {
    const reply = replyTo('');
    const message = anOutgoing({ to: { kind: 'single', personId: '' }, reply, text: '您好' });
    await stage.platform.send(message);
    expect(seen('')).toEqual(['session: 您好']);
    stage.clock.pass(90 * 60_000);
    expect(await failureOf(stage.platform.send(message))).toMatchObject({ outcome: 'refused' });
  });

  it('nowhere to go is refused in words for the administrator', async () => {
    const failure = await failureOf(
      stage.platform.send(anOutgoing({ to: { kind: 'group', groupId: 'none', chatId: null } })),
    );
    expect(failure).toMatchObject({ outcome: 'refused', message: expect.stringContaining('绑定') });
  });

  it('a webhook of another host is never called, and said so', async () => {
    stage.addresses.set('work', { webhook: 'https://example.org/robot/send?access_token=1' });
    await stage.platform.send(tagging());
    expect(seen()).toEqual(['group: 请@王磊处理 #327']);
    expect(stage.logs.join()).toContain('群机器人 webhook 不是钉钉的地址');
    expect(stage.platform.canReach({ kind: 'group', groupId: 'work', chatId: 'cidA==' }, true)).toBe(false);
  });

  it.each([
    ['a group with a webhook', { kind: 'group', groupId: 'work', chatId: null }, true, true],
    ['a group with a conversation only', { kind: 'group', groupId: null, chatId: 'cidA==' }, false, true],
    ['the same, to be tagged', { kind: 'group', groupId: null, chatId: 'cidA==' }, true, false],
    ['a group with nothing', { kind: 'group', groupId: 'none', chatId: null }, false, false],
    ['a person', { kind: 'single', personId: 'cc0112' }, false, true],
    ['a person known by number', { kind: 'single', personId: 'mobile:13900000001' }, false, false],
    ['nobody', { kind: 'single', personId: '' }, false, false],
  ] as const)('canReach: %s', (_name, to, needsMention, expected) => {
    expect(stage.platform.canReach(to, needsMention)).toBe(expected);
  });
});

describe('what people typed', () => {
  it('@所有人, ids and markup are shown and tag nobody', async () => {
    const text = '“@所有人 @cc0731 **急** [点我](http://x)” 请@王磊处理';
    await stage.platform.send(tagging({ text, reply: replyTo('cidA==') }));
    expect(stage.fake.sentTo('cidA==')).toMatchObject([
      { text: '“@所有人 @cc0731 **急** [点我](http://x)” 请@王磊 处理', tagged: ['cc0112'] },
    ]);
  });

  it('a long text comes in numbered parts, each person tagged once', async () => {
    const text = `请@王磊处理\n${'1. 人民路占道。\n'.repeat(900)}`;
    await stage.platform.send(tagging({ text, reply: replyTo('cidA==') }));
    const sent = stage.fake.sentTo('cidA==');
    expect(sent.map(({ text: part }) => part.slice(0, 5))).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    expect(sent.flatMap(({ tagged }) => tagged)).toEqual(['cc0112']);
  });
});

describe('the key of a webhook send', () => {
  it('is another for each part, and the same when a part is repeated', async () => {
    stage.addresses.set('work', stage.fake.webhookOf('cidA=='));
    const to = { kind: 'group', groupId: 'work', chatId: null } as const;
    const message = anOutgoing({ to, text: '1. 人民路占道。\n'.repeat(900) });
    stage.fake.faults.add('webhook', { kind: 'lost' });
    expect(await failureOf(stage.platform.send(message))).toMatchObject({ outcome: 'later' });
    await stage.platform.send(message);
    expect(seen().map((line) => line.slice(9, 14))).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    expect(stage.fake.http.calls.get('/robot/send')).toBe(4);
  });
});

describe('pictures and papers', () => {
  it('are uploaded and sent after the text', async () => {
    stage.files.set('h1', Buffer.from('picture'));
    stage.files.set('h2', Buffer.from('paper'));
    const attachments = [
      { kind: 'picture', name: '整改前.jpg', hash: 'h1' },
      { kind: 'file', name: '通报.docx', hash: 'h2' },
    ] as const;
    await stage.platform.send(anOutgoing({ text: '通报', attachments }));
    const [text, picture, paper] = stage.fake.sentTo('cidA==');
    expect([text?.msgtype, picture?.msgtype, paper?.msgtype]).toEqual(['sampleText', 'sampleImageMsg', 'sampleFile']);
    expect(stage.fake.api.uploads.get(picture?.text ?? '')?.toString()).toBe('picture');
    expect(stage.fake.api.uploads.get(paper?.text ?? '')?.toString()).toBe('paper');
    expect(paper?.body).toMatchObject({
      msgParam: expect.stringContaining('"fileName":"通报.docx","fileType":"docx"'),
    });
  });

  it('what cannot be sent there is named in the text', async () => {
    const attachments = [{ kind: 'file', name: '台账.csv', hash: 'h1' }] as const;
    await stage.platform.send(anOutgoing({ text: '台账', attachments }));
    expect(seen()).toEqual(['group: 台账\n（附件“台账.csv”不能在这里发送，请向创城办索取）']);
  });

  it('a second attempt does not repeat the text', async () => {
    stage.files.set('h1', Buffer.from('picture'));
    stage.fake.faults.add('upload', { kind: 'cut' });
    const message = anOutgoing({ text: '通报', attachments: [{ kind: 'picture', name: 'a.png', hash: 'h1' }] });
    expect(await failureOf(stage.platform.send(message))).toMatchObject({ outcome: 'later' });
    await stage.platform.send(message);
    expect(stage.fake.sentTo('cidA==').map(({ msgtype }) => msgtype)).toEqual(['sampleText', 'sampleImageMsg']);
  });
});

describe('the token', () => {
  it('is fetched once for many at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => stage.platform.send(anOutgoing())));
    expect(stage.fake.api.tokensGiven()).toBe(1);
    expect(seen()).toHaveLength(10);
  });

  it('is renewed once when the vendor refuses it, and before its time is over', async () => {
    await stage.platform.send(anOutgoing());
    stage.fake.api.revokeToken();
    await stage.platform.send(anOutgoing());
    expect(stage.fake.api.tokensGiven()).toBe(2);
    stage.clock.pass(7_200_000 - 300_000);
    await stage.platform.send(anOutgoing());
    expect(stage.fake.api.tokensGiven()).toBe(3);
    expect(seen()).toHaveLength(3);
  });

  it('a media upload with a refused token is repeated too, though the status was 200', async () => {
    stage.files.set('h1', Buffer.from('picture'));
    await stage.platform.send(anOutgoing());
    stage.fake.api.revokeToken();
    await stage.platform.send(anOutgoing({ text: '', attachments: [{ kind: 'picture', name: 'a.png', hash: 'h1' }] }));
    expect(stage.fake.sentTo('cidA==').at(-1)?.msgtype).toBe('sampleImageMsg');
  });

  it('refused for ever, it is asked for twice and no more', async () => {
    stage.fake.faults.add('group', { kind: 'code', code: 'InvalidAuthentication' }, 9);
    expect(await failureOf(stage.platform.send(anOutgoing()))).toMatchObject({ outcome: 'later' });
    expect(stage.fake.http.calls.get('/v1.0/robot/groupMessages/send')).toBe(2);
  });
});

describe('limits', () => {
  it('the twenty-first of a minute waits before the vendor has to say so', async () => {
    for (let no = 0; no < 20; no += 1) await stage.platform.send(tagging());
    const failure = await failureOf(stage.platform.send(tagging()));
    expect(failure).toMatchObject({ outcome: 'later', retryAfterMs: 62_000 });
    expect(stage.fake.http.calls.get('/robot/send')).toBe(20);
    stage.clock.pass(failure.retryAfterMs);
    await stage.platform.send(tagging());
    expect(seen()).toHaveLength(21);
  });

  it('a message of several parts is not begun where they do not all fit', async () => {
    for (let no = 0; no < 19; no += 1) await stage.platform.send(tagging());
    stage.addresses.set('work', stage.fake.webhookOf('cidA=='));
    const long = anOutgoing({ to: { kind: 'group', groupId: 'work', chatId: null }, text: '长'.repeat(5_000) });
    expect(await failureOf(stage.platform.send(long))).toMatchObject({ outcome: 'later' });
    expect(seen()).toHaveLength(19);
  });

  it('a throttled webhook rests ten minutes and is not asked meanwhile', async () => {
    stage.fake.faults.add('webhook', { kind: 'code', code: '130101' });
    expect(await failureOf(stage.platform.send(tagging()))).toMatchObject({ outcome: 'later', retryAfterMs: 600_000 });
    stage.clock.pass(599_999);
    expect(await failureOf(stage.platform.send(tagging()))).toMatchObject({ outcome: 'later', retryAfterMs: 1 });
    expect(stage.fake.http.calls.get('/robot/send')).toBe(1);
    stage.clock.pass(1);
    await stage.platform.send(tagging());
  });

  it('a blocked address stops every call for five minutes', async () => {
    stage.fake.faults.add('group', { kind: 'status', status: 403 });
    expect(await failureOf(stage.platform.send(anOutgoing()))).toMatchObject({
      outcome: 'later',
      retryAfterMs: 300_000,
    });
    expect(await failureOf(stage.platform.send(tagging()))).toMatchObject({ outcome: 'later' });
    expect(stage.fake.http.calls.get('/robot/send')).toBeUndefined();
    stage.clock.pass(300_000);
    await stage.platform.send(tagging());
  });

  it('the month is counted by kind, and 80 % is told once', async () => {
    const small = await openStage({ assumptions: { quotaApi: 5 } });
    small.fake.office.group('cidA==');
    for (let no = 0; no < 4; no += 1) await small.platform.send(anOutgoing());
    expect(small.counted).toEqual(new Map([['dingtalk-api-2026-11', 4]]));
    expect(small.logs).toEqual(['钉钉本月额度将用完 {"kind":"接口","used":4,"limit":5}']);
    expect(small.platform.health?.()).toContain('本月接口 4/5');
    small.clock.pass(9 * 86_400_000);
    await small.platform.send(anOutgoing());
    expect(small.counted.get('dingtalk-api-2026-12')).toBe(1);
    await small.stop();
  });
});

describe('faults', () => {
  const done = ['lost', 'truncated'] as const;

  it.each(done)(
    'an answer that is %s leaves an OpenAPI message unknown, and it is not sent again by itself',
    async (kind) => {
      stage.fake.faults.add('group', { kind });
      expect(await failureOf(stage.platform.send(anOutgoing()))).toMatchObject({ outcome: 'unknown' });
      expect(seen()).toHaveLength(1);
    },
  );

  it.each(done)('an answer that is %s is asked for again where the vendor knows the key: one message', async (kind) => {
    stage.fake.faults.add('webhook', { kind });
    const message = tagging();
    expect(await failureOf(stage.platform.send(message))).toMatchObject({ outcome: 'later', retryAfterMs: 500 });
    await stage.platform.send(message);
    expect(seen()).toEqual(['webhook: 请@王磊 处理 #327']);
  });

  it('uncertain three times is unknown', async () => {
    stage.fake.faults.add('webhook', { kind: 'lost' }, 9);
    const message = tagging();
    const outcomes = [];
    for (let no = 0; no < 3; no += 1) outcomes.push((await failureOf(stage.platform.send(message))).outcome);
    expect(outcomes).toEqual(['later', 'later', 'unknown']);
    expect(seen()).toHaveLength(1);
  });

  it('what may have gone out by the webhook is never sent another way', async () => {
    stage.fake.faults.add('webhook', { kind: 'lost' });
    const message = tagging();
    await failureOf(stage.platform.send(message));
    stage.addresses.clear();
    expect(await failureOf(stage.platform.send(message))).toMatchObject({ outcome: 'unknown' });
    expect(seen()).toHaveLength(1);
  });

  it('an answer that does not come in time is unknown', async () => {
    stage.fake.faults.add('group', { kind: 'late' });
    const failure = failureOf(stage.platform.send(anOutgoing()));
    await until(() => seen().length === 1);
    stage.clock.pass(8_000);
    expect(await failure).toMatchObject({ outcome: 'unknown' });
  });

  it('nobody listening: nothing was sent, so later', async () => {
    const lone = await openStage({ apiBase: 'http://127.0.0.1:1', oapiBase: 'http://127.0.0.1:1' });
    expect(await failureOf(lone.platform.send(anOutgoing()))).toMatchObject({ outcome: 'later' });
    await lone.stop();
  });

  it.each([
    ['group', { kind: 'code', code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi', status: 403 }, 'later', '过快'],
    ['group', { kind: 'code', code: 'Forbidden.AccessDenied.ApiCountLimitForOrg', status: 403 }, 'refused', '额度'],
    [
      'group',
      { kind: 'code', code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', status: 403 },
      'refused',
      '权限',
    ],
    ['group', { kind: 'code', code: 'something.new', status: 400 }, 'refused', 'something.new'],
    ['group', { kind: 'code', code: 'system.error', status: 500 }, 'unknown', '不确定'],
    ['group', { kind: 'status', status: 502 }, 'unknown', '不确定'],
    ['group', { kind: 'status', status: 504 }, 'unknown', '不确定'],
    ['group', { kind: 'status', status: 302 }, 'refused', 'HTTP 302'],
    ['group', { kind: 'status', status: 404 }, 'refused', 'HTTP 404'],
    ['group', { kind: 'cut' }, 'unknown', '不确定'],
    ['token', { kind: 'cut' }, 'later', '连不上'],
    ['token', { kind: 'wrong' }, 'later', '钉钉'],
    ['token', { kind: 'code', code: 'invalidClientIdOrSecret' }, 'refused', 'DINGTALK_CLIENT_SECRET'],
  ] as const)('%s: %o → %s', async (part, fault, outcome, words) => {
    stage.fake.faults.add(part, fault);
    const failure = await failureOf(stage.platform.send(anOutgoing()));
    expect(failure).toMatchObject({ outcome, message: expect.stringContaining(words) });
  });

  it.each([
    ['310000', 'refused', '加签'],
    ['300005', 'refused', 'webhook'],
    ['400013', 'refused', '解散'],
    ['400106', 'refused', '不在这个群'],
    ['430102', 'refused', '拒收'],
    ['90030', 'refused', '额度'],
    ['410100', 'later', '十分钟'],
    ['-1', 'later', '不确定'],
  ])('HTTP 200 with errcode %s is no success: %s', async (code, outcome, words) => {
    stage.fake.faults.add('webhook', { kind: 'code', code });
    expect(await failureOf(stage.platform.send(tagging()))).toMatchObject({
      outcome,
      message: expect.stringContaining(words),
    });
    expect(seen()).toEqual([]);
  });

  it('a wrong 加签 secret is no success', async () => {
    stage.addresses.set('work', { ...stage.fake.webhookOf('cidA=='), secret: 'SECwrong' });
    expect(await failureOf(stage.platform.send(tagging()))).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('310000'),
    });
  });

  it('partial failures inside a 200', async () => {
    const notice = anOutgoing({ to: { kind: 'single', personId: 'gone' } });
    expect(await failureOf(stage.platform.send(notice))).toMatchObject({ outcome: 'refused' });
    stage.fake.office.person('cc0112').isFlowControlled = true;
    const held = anOutgoing({ to: { kind: 'single', personId: 'cc0112' } });
    expect(await failureOf(stage.platform.send(held))).toMatchObject({ outcome: 'later' });
    stage.fake.office.person('cc0112').isFlowControlled = false;
    await stage.platform.send(held);
    expect(seen('cc0112')).toHaveLength(1);
  });

  it('no secret stands in a failure or in the log', async () => {
    const { secret, webhook } = stage.fake.webhookOf('cidA==');
    stage.fake.faults.setChance(() => ({ kind: 'code', code: 'system.error', status: 500 }));
    const messages = [tagging(), anOutgoing(), anOutgoing({ reply: replyTo('cidA==') })];
    const failures = await Promise.all(messages.map((message) => failureOf(stage.platform.send(message))));
    const said = [...stage.logs, ...failures.map((failure) => `${failure.message} ${failure.stack}`)].join('\n');
    const token = new URL(webhook).searchParams.get('access_token') ?? '';
    for (const one of [secret, token, 'demo-app-secret-0006', 'sendBySession']) expect(said).not.toContain(one);
  });
});
