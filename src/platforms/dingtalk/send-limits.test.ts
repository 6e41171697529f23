/** The token, the pace and the quota of sending, over real HTTP. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing } from '../../chat.ts';
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

const seen = (to = 'cidA=='): string[] => stage.fake.sentTo(to).map(({ via, text }) => `${via}: ${text}`);

describe('the token', () => {
  it('of a short life is used for half of it', async () => {
    stage.fake.api.setTokenLife(60);
    for (const [waitMs, tokens] of [
      [0, 1],
      [29_000, 1],
      [2_000, 2],
    ] as const) {
      stage.clock.pass(waitMs);
      await stage.platform.send(anOutgoing());
      expect(stage.fake.api.tokensGiven()).toBe(tokens);
    }
  });

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
