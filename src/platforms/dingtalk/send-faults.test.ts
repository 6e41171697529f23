/** What becomes of a message when the vendor fails or refuses, over real HTTP. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing, ReplyRoute } from '../../chat.ts';
import { until } from '../../testing/hand-clock.ts';
import { anOutgoing, failureOf, openStage } from '../../testing/fake-dingtalk/stage.ts';
import type { Stage } from '../../testing/fake-dingtalk/stage.ts';
import { createPartsOut } from '../../testing/parts-out.ts';

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
    const partsOut = createPartsOut();
    for (let no = 0; no < 3; no += 1) outcomes.push((await failureOf(stage.platform.send(message, partsOut))).outcome);
    expect(outcomes).toEqual(['later', 'later', 'unknown']);
    expect(seen()).toHaveLength(1);
  });

  it('what may have gone out by the webhook is never sent another way', async () => {
    stage.fake.faults.add('webhook', { kind: 'lost' });
    const message = tagging();
    const partsOut = createPartsOut();
    await failureOf(stage.platform.send(message, partsOut));
    stage.addresses.clear();
    expect(await failureOf(stage.platform.send(message, partsOut))).toMatchObject({ outcome: 'unknown' });
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
    ['group', { kind: 'wrong' }, 'unknown', '不确定'],
    ['group', { kind: 'code', code: 'sign.not.match', status: 403 }, 'refused', '加签'],
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

  it('a one-to-one answer that says nothing is unknown', async () => {
    stage.fake.faults.add('batch', { kind: 'wrong' });
    const notice = anOutgoing({ to: { kind: 'single', personId: 'cc0112' } });
    expect(await failureOf(stage.platform.send(notice))).toMatchObject({ outcome: 'unknown' });
  });

  it('a refusal in the old manner inside a 200 of the new host is no success', async () => {
    const lone = await openStage({
      fetch: async (url) =>
        Response.json(
          url instanceof URL && url.pathname.includes('oauth2')
            ? { accessToken: 't', expireIn: 7_200 }
            : { errcode: 404 },
        ),
    });
    expect(await failureOf(lone.platform.send(anOutgoing()))).toMatchObject({ outcome: 'refused' });
    await lone.stop();
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
    stage.fake.office.person('cc0112').isFiltered = true;
    expect(await failureOf(stage.platform.send(held))).toMatchObject({ outcome: 'refused' });
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
