/** A press on a card, over real HTTP and WebSocket: what it becomes, and what the card shows then. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Incoming, Outgoing, Received, WebhookRequest } from '../../chat.ts';
import { until } from '../../testing/hand-clock.ts';
import { ADDRESS, dispatched, openCardStage, send as sendOn, VERIFY } from '../../testing/fake-dingtalk/card-stage.ts';
import { anOutgoing } from '../../testing/fake-dingtalk/stage.ts';
import type { Stage } from '../../testing/fake-dingtalk/stage.ts';
import { at } from '../../testing/read.ts';

let stage: Stage;
afterEach(() => stage.stop());

async function open(...given: Parameters<typeof openCardStage>): Promise<void> {
  stage = await openCardStage(...given);
}

const send = (message: Outgoing): Promise<void> => sendOn(stage, message);
const via = (): string[] => stage.fake.sentTo('cidA==').map((sent) => `${sent.via} ${sent.tagged.join()}`.trim());

describe('a press over the stream', () => {
  let heard: Incoming[] = [];

  async function listening(answer: Outgoing | null = anOutgoing()): Promise<void> {
    heard = [];
    await open('stream');
    await stage.platform.start?.(async (incoming) => {
      heard.push(incoming);
      return { answer };
    });
    await until(() => (stage.platform.health?.() ?? '').includes('已连接'));
    await send(dispatched({ buttons: VERIFY }));
  }

  async function press(payload: object): Promise<unknown> {
    const before = stage.fake.stream.acks.length;
    stage.fake.stream.deliver({ ...payload });
    await until(() => stage.fake.stream.acks.length === before + 1);
    return stage.fake.stream.acks.at(-1)?.data;
  }

  it('says what the button says, as who pressed it', async () => {
    await listening();
    const state = '已收到“327退回”，结果见机器人的回复';
    expect(await press(stage.fake.cards.press('duban-0a1b', 'cc0731', 'button2'))).toEqual({
      response: { userPrivateData: { cardParamMap: { state } } },
    });
    expect(heard).toEqual([
      {
        platform: 'dingtalk',
        id: 'card|duban-0a1b|cc0731|button2',
        sharesId: true,
        kind: 'click',
        chatKind: 'group',
        chatId: 'cidA==',
        senderId: 'cc0731',
        text: '327退回',
        mentionsBot: true,
        mentionedIds: [],
        pictures: [],
        quote: null,
        sentAt: stage.clock.now(),
        reply: null,
      },
    ]);
    expect(stage.fake.cards.cards[0]?.privately).toEqual(new Map([['cc0731', { state }]]));
  });

  it('that was seen before leaves the card as it is', async () => {
    await listening(null);
    expect(await press(stage.fake.cards.press('duban-0a1b', 'cc0731', 'button1'))).toEqual({ response: {} });
  });

  it.each([
    ['by its words', { actionIds: ['退回'] }],
    ['by what it says', { actionIds: ['327退回'] }],
    ['by a parameter', { actionIds: [], params: { n: 1, id: 'button2' } }],
    ['as JSON text within', JSON.stringify({ actionIds: ['button2'] })],
  ])('knows the button %s', async (_name, cardPrivateData) => {
    await listening();
    const payload = stage.fake.cards.press('duban-0a1b', 'cc0731', '');
    await press({ ...payload, content: JSON.stringify({ cardPrivateData }) });
    expect(heard).toMatchObject([{ text: '327退回' }]);
  });

  it('under the other name that samples have', async () => {
    await listening();
    const { content, ...payload } = stage.fake.cards.press('duban-0a1b', 'cc0731', 'button2');
    await press({ ...payload, value: content, spaceType: 'im' });
    expect(heard).toMatchObject([{ text: '327退回' }]);
  });

  it('with content that is no JSON text, and the whole space in the place of its id', async () => {
    await listening();
    stage.sentCards.set('0a1b', { buttons: VERIFY, to: { kind: 'group', groupId: null, chatId: null } });
    const content = { cardPrivateData: { actionIds: ['button1'] } };
    const spaceId = 'dtv1.card//IM_GROUP.cidB==';
    await press({ ...stage.fake.cards.press('duban-0a1b', 'cc0731', ''), content, spaceId });
    expect(heard).toMatchObject([{ text: '327核查通过', chatId: 'cidB==' }]);
  });

  it('by somebody without a user id has no sender', async () => {
    await listening();
    const payload = stage.fake.cards.press('duban-0a1b', 'opaque', 'button1');
    await press({ ...payload, userIdType: 2 });
    await press({ ...payload, userId: undefined });
    expect(heard.map(({ senderId }) => senderId)).toEqual(['', '']);
  });

  it.each([
    ['a button nobody knows', 'duban-0a1b', 'button9'],
    ['a card nobody remembers', 'duban-gone', 'button1'],
    ['a card of another robot', 'bulletin-1', 'button1'],
  ])('on %s is spoken to nobody', async (_name, outTrackId, action) => {
    await listening(null);
    expect(await press(stage.fake.cards.press(outTrackId, 'cc0731', action))).toEqual({ response: {} });
    expect(heard).toMatchObject([{ text: '', mentionsBot: false }]);
  });

  it.each([
    ['of another kind', { type: 'somethingElse' }],
    ['without a button', { content: '{}' }],
    ['without content', { content: undefined }],
  ])('%s is acknowledged and comes to nothing', async (_name, given) => {
    await listening();
    await press({ ...stage.fake.cards.press('duban-0a1b', 'cc0731', 'button1'), ...given });
    expect(heard).toEqual([]);
  });

  it('that could not be looked up is not acknowledged and comes again', async () => {
    await listening();
    const sent = stage.sentCards.get.bind(stage.sentCards);
    let isBroken = true;
    stage.sentCards.get = (id) => {
      if (isBroken) throw new Error('disk full');
      return sent(id);
    };
    stage.fake.stream.deliver(stage.fake.cards.press('duban-0a1b', 'cc0731', 'button1'));
    await until(() => stage.logs.some((line) => line.includes('没有处理完')));
    isBroken = false;
    expect(stage.fake.stream.redeliver()).toBe(1);
    await until(() => heard.length === 1);
  });
});

describe('a press over HTTP', () => {
  function receive(given: Partial<WebhookRequest> = {}): Received | undefined {
    const payload = stage.fake.cards.press('duban-0a1b', 'cc0731', 'button1');
    const headers = given.headers ?? stage.fake.cards.callback().headers;
    const body = Buffer.from(JSON.stringify(payload));
    return stage.platform.receive?.({ method: 'POST', path: '', rawQuery: '', body, ...given, headers });
  }

  async function opened(): Promise<void> {
    await open('http');
    await send(dispatched());
  }

  it('comes to the address that was registered before the first card, once', async () => {
    await opened();
    await send(dispatched({ id: '0a1c' }));
    expect(stage.fake.cards.callback().url).toBe(ADDRESS.url);
    expect(stage.fake.http.calls.get('/v1.0/card/callbacks/register')).toBe(1);
    expect(stage.fake.sentTo('cidA==').at(-1)?.body).toMatchObject({
      callbackType: 'HTTP',
      callbackRouteKey: 'chuangcheng-duban',
    });
  });

  it('gets its words and is answered with what the presser sees', async () => {
    await opened();
    const received = receive();
    if (received?.kind !== 'message') throw new Error(received?.kind);
    expect(await stage.platform.complete?.(received.incoming)).toMatchObject({
      kind: 'click',
      text: '认领327',
      senderId: 'cc0731',
      chatId: 'cidA==',
      mentionsBot: true,
    });
    expect(at(JSON.parse(received.acknowledge(anOutgoing()).body), 'response', 'userPrivateData')).toEqual({
      cardParamMap: { state: '已收到，结果见机器人的回复' },
    });
    expect(received.acknowledge(null).body).toBe('{"response":{}}');
  });

  it('that could not be looked up is not taken for one that says nothing: the vendor is told so', async () => {
    await opened();
    stage.sentCards.get = () => {
      throw new Error('disk full');
    };
    const received = receive();
    if (received?.kind !== 'message') throw new Error(received?.kind);
    await expect(stage.platform.complete?.(received.incoming)).rejects.toThrow('disk full');
  });

  it.each([
    ['with another secret', (headers: object) => ({ ...headers, 'x-ddpaas-signature': 'AAAA' })],
    ['without a timestamp', (headers: object) => ({ ...headers, 'x-ddpaas-signature-timestamp': undefined })],
  ])('%s is refused', async (_name, change) => {
    await opened();
    const { headers } = stage.fake.cards.callback();
    expect(receive({ headers: change(headers) })).toMatchObject({ kind: 'refused', status: 401 });
  });

  it('an hour old is good, older is refused', async () => {
    await opened();
    const { headers } = stage.fake.cards.callback();
    stage.clock.pass(3_600_000);
    expect(receive({ headers })?.kind).toBe('message');
    stage.clock.pass(1);
    expect(receive({ headers })).toMatchObject({ kind: 'refused', status: 401 });
  });

  it('without an address there are no cards, and presses are refused', async () => {
    await open('http', null);
    await send(dispatched());
    expect(via()).toEqual(['webhook cc0112']);
    const headers = { 'x-ddpaas-signature': 'x', 'x-ddpaas-signature-timestamp': '1' };
    expect(receive({ headers })).toMatchObject({ kind: 'refused', reason: '没有配置卡片回调地址' });
  });

  it('an address that could not be registered is registered before the next card', async () => {
    await open('http');
    stage.fake.faults.add('card-address', { kind: 'code', code: 'something.new', status: 400 });
    await send(dispatched());
    expect(via()).toEqual(['webhook cc0112']);
    await send(dispatched({ id: '0a1c' }));
    expect(via()).toEqual(['webhook cc0112', 'webhook cc0112', 'card']);
  });
});
