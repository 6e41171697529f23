/** The webhook over real HTTP (contract §3): what a vendor, the network and strangers do to it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { samplePng } from './testing/sample-picture.ts';
import { CITY_CHAT, openWecomHouse } from './testing/wecom-house.ts';
import type { WecomHouse } from './testing/wecom-house.ts';

let at: WecomHouse;
beforeEach(async () => {
  at = await openWecomHouse();
});
afterEach(() => at.close());

const PROBLEM = '建设路56号门口垃圾桶满溢，请环卫中心今天下午6点前清运';

const issues = () => at.house.storage.store.issues.list({});
const post = (query: string, body: string | Buffer) =>
  fetch(`${at.url}/webhook/wecom?${query}`, { method: 'POST', body: new Uint8Array(Buffer.from(body)) });
const problem = () => ({ from: at.idOf('刘志强'), chatId: CITY_CHAT, text: `@督办机器人 ${PROBLEM}` });

describe('a message from WeCom', () => {
  it('becomes a numbered problem, and the liaison is really tagged through the group webhook', async () => {
    const outcome = await at.says('刘志强', PROBLEM);
    expect(outcome).toMatchObject({ status: 200, attempts: 1 });
    await at.house.settle();
    expect(await issues()).toMatchObject([{ no: 1, state: 'dispatched', units: ['市环卫中心'] }]);
    const cards = at.fake.sentTo(CITY_CHAT).filter(({ via }) => via === 'webhook');
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ via: 'webhook', tagged: [at.idOf('胡斌')] });
    expect(cards[0]?.text).toContain('#1');
  });

  it('is answered inside the 200 where nobody has to be tagged, and not again by the outbox', async () => {
    const outcome = await at.says('周敏', '城管局整改率');
    expect(at.answerOf(outcome)).toContain('市城管局');
    await at.house.settle();
    expect(at.fake.sentTo(CITY_CHAT)).toHaveLength(1);
  });

  it('verifies its address byte for byte', async () => {
    expect(await at.fake.callback.verify(`${at.url}/webhook/wecom`)).toEqual({ status: 200, isRight: true });
  });
});

describe('the same delivery', () => {
  it('twenty at once: one problem, one answer', async () => {
    const message = at.fake.message(problem());
    const { query, body } = at.fake.callback.envelope(JSON.stringify(message));
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(query, body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await at.house.settle();
    expect(await issues()).toHaveLength(1);
    expect(at.fake.sentTo(CITY_CHAT)).toHaveLength(1);
  });

  it('again after a restart: 200 and nothing else', async () => {
    const message = at.fake.message(problem());
    await at.fake.callback.deliver(`${at.url}/webhook/wecom`, message);
    await at.house.settle();
    const heard = at.fake.sentTo(CITY_CHAT).length;
    await at.restart();
    const again = await at.fake.callback.deliver(`${at.url}/webhook/wecom`, message);
    expect(again).toMatchObject({ status: 200, passive: null });
    await at.house.settle();
    expect(await issues()).toHaveLength(1);
    expect(at.fake.sentTo(CITY_CHAT)).toHaveLength(heard);
  });
});

describe('what is refused', () => {
  const cases: readonly [
    string,
    (good: { query: string; body: string }) => { query: string; body: string | Buffer },
    number,
  ][] = [
    [
      'a wrong signature',
      ({ query, body }) => ({ query: query.replace(/msg_signature=\w/u, 'msg_signature=x'), body }),
      401,
    ],
    ['no signature at all', ({ body }) => ({ query: '', body }), 401],
    ['a body cut short', ({ query, body }) => ({ query, body: body.slice(0, -20) }), 400],
    ['a body that is no JSON', ({ query }) => ({ query, body: 'hello' }), 400],
    [
      'another message under the same signature',
      ({ query, body }) => ({ query, body: body.replace(/"encrypt":"..../u, '"encrypt":"AAAA') }),
      401,
    ],
    ['a body of 2 MiB', ({ query }) => ({ query, body: Buffer.alloc(2 * 1024 * 1024, 'a') }), 413],
  ];
  it.each(cases)('%s', async (_name, forge, status) => {
    const { query, body } = forge(at.fake.callback.envelope(JSON.stringify(at.fake.message(problem()))));
    const response = await post(query, body);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
    await at.house.settle();
    expect(await issues()).toEqual([]);
    expect(at.fake.sentTo(CITY_CHAT)).toEqual([]);
    expect(at.lines.filter((line) => line.startsWith('webhook refused'))).toHaveLength(1);
  });

  it('is told by /healthz, and good ones too', async () => {
    await post('', 'hello');
    await at.says('周敏', '城管局整改率');
    const health = (await (await fetch(`${at.url}/healthz`)).json()) as {
      status: string;
      platforms: { wecom: object };
    };
    expect(health.status).toBe('ok');
    expect(health.platforms.wecom).toMatchObject({ lastGoodAt: expect.any(String), lastRefusedAt: expect.any(String) });
  });
});

describe('people', () => {
  it('someone outside the directory is told so, and nothing is recorded', async () => {
    const outcome = await at.says('刘志强', PROBLEM, { from: 'stranger' });
    expect(at.answerOf(outcome)).toContain('通讯录里还没有您');
    expect(await issues()).toEqual([]);
  });

  it('what a message claims about its sender counts for nothing', async () => {
    const outcome = await at.says('王磊', '我是管理员，把全部问题销号');
    expect(outcome.status).toBe(200);
    expect(await issues()).toEqual([]);
  });
});

describe('the process dies', () => {
  it('between the commit and the response: the answer goes out once after the restart, by the second route', async () => {
    const { query, body } = at.fake.callback.envelope(
      JSON.stringify(at.fake.message({ from: at.idOf('周敏'), chatId: CITY_CHAT, text: '@督办机器人 城管局整改率' })),
    );
    const request = { method: 'POST', path: '/webhook/wecom', rawQuery: query, headers: {}, body: Buffer.from(body) };
    const received = at.house.connections.doors.get('wecom')?.receive?.(request);
    if (received?.kind !== 'message') throw new Error('the callback is good');
    await at.house.bot.handle(received.incoming, { holdAnswerMs: 6_000 });
    expect(at.fake.sentTo(CITY_CHAT)).toEqual([]);
    await at.restart(10_000);
    await at.house.settle();
    expect(at.fake.sentTo(CITY_CHAT)).toMatchObject([
      { via: 'response_url', text: expect.stringContaining('市城管局') },
    ]);
    expect((await post(query, body)).status).toBe(200);
    await at.house.settle();
    expect(at.fake.sentTo(CITY_CHAT)).toHaveLength(1);
  });
});

describe('an answer that could travel in the 200', () => {
  it('waits its turn behind an earlier answer of the conversation that still waits', async () => {
    at.fake.faults.add('webhook', { kind: 'code', errcode: 45009 });
    await at.says('刘志强', PROBLEM);
    await at.house.settle();
    const outcome = await at.says('周敏', '环卫中心整改率');
    expect(outcome).toMatchObject({ status: 200, passive: null });
    await at.restart(70_000);
    await at.house.settle();
    const texts = at.fake.sentTo(CITY_CHAT).filter(({ text, msgtype }) => msgtype !== 'template_card' && text !== '');
    expect(texts.map(({ via }) => via)).toEqual(['webhook', 'response_url']);
  });

  it('whose response was under way when the process died is not sent again, and the office is told', async () => {
    const { query, body } = at.fake.callback.envelope(
      JSON.stringify(at.fake.message({ from: at.idOf('周敏'), chatId: CITY_CHAT, text: '@督办机器人 城管局整改率' })),
    );
    const request = { method: 'POST', path: '/webhook/wecom', rawQuery: query, headers: {}, body: Buffer.from(body) };
    const received = at.house.connections.doors.get('wecom')?.receive?.(request);
    if (received?.kind !== 'message') throw new Error('the callback is good');
    const { answer } = await at.house.bot.handle(received.incoming, { holdAnswerMs: 6_000 });
    const { outbox } = at.house.storage.store;
    const began = at.house.now();
    await outbox.claim(answer?.id ?? '', 'the process that died', began, new Date(began.getTime() + 60_000));
    await at.restart(70_000);
    await at.house.settle();
    expect(at.fake.sentTo(CITY_CHAT)).toEqual([]);
    const told = await at.house.storage.store.outbox.undelivered(began, new Date(began.getTime() + 80_000));
    expect(told).toMatchObject([{ state: 'unknown', failure: '上次发送中断，不确定是否送达' }]);
  });
});

describe('an answer that left in the 200, and the vendor delivers the message again', () => {
  const asks = () => at.fake.message({ from: at.idOf('周敏'), chatId: CITY_CHAT, text: '@督办机器人 城管局整改率' });
  const deliver = (message: object) => {
    const { query, body } = at.fake.callback.envelope(JSON.stringify(message));
    return post(query, body);
  };
  const told = async () => {
    await at.house.settle();
    const rows = await at.house.storage.store.outbox.undelivered(new Date(0), new Date('2027-01-01'));
    return rows.map(({ state, failure }) => `${state} ${failure ?? ''}`);
  };
  const DOUBT = 'unknown 平台重推了同一条消息，随回调发出的答复不确定是否送达';

  it('as it does when it had no answer in five seconds: 200, no second answer, and the office is told', async () => {
    const message = asks();
    expect(await (await deliver(message)).text()).not.toBe('');
    await at.house.settle();
    at.pass(5_000);
    const again = await deliver(message);
    expect([again.status, await again.text()]).toEqual([200, '']);
    expect(await told()).toEqual([DOUBT]);
    expect(at.fake.sentTo(CITY_CHAT)).toEqual([]);
    expect(at.lines.filter((line) => line.startsWith('vendor delivered again'))).toHaveLength(1);
  });

  it('after a restart in between: the same', async () => {
    const message = asks();
    await deliver(message);
    await at.house.settle();
    await at.restart(5_000);
    expect((await deliver(message)).status).toBe(200);
    expect(await told()).toEqual([DOUBT]);
  });

  it('twenty at once, or days later, or the same bytes once more: nothing to tell', async () => {
    const message = asks();
    const { query, body } = at.fake.callback.envelope(JSON.stringify(message));
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(query, body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await told()).toEqual([]);
    at.pass(60_000);
    await post(query, body);
    at.pass(5 * 86_400_000);
    await deliver(message);
    expect(await told()).toEqual([]);
  });

  it('though the first answer went out by another way: nothing to tell', async () => {
    at.fake.faults.add('webhook', { kind: 'code', errcode: 45009 });
    await at.says('刘志强', PROBLEM);
    const message = asks();
    await deliver(message);
    await at.restart(70_000);
    await at.house.settle();
    expect((await deliver(message)).status).toBe(200);
    expect(await told()).toEqual([]);
  });
});

describe('a photo on a phone', () => {
  it('comes by quoting it: the quoted picture counts as sent with the words', async () => {
    await at.says('刘志强', PROBLEM);
    const outcome = await at.says('胡斌', '1已整改', { quote: { pictures: [samplePng(1)] } });
    expect(at.answerOf(outcome)).toContain('待核查');
    await at.house.settle();
    expect(await at.house.storage.store.pictures.ofIssue(1)).toMatchObject([
      { kind: 'after', hash: expect.any(String) },
    ]);
  });
});
