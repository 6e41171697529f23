import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform, Received } from '../../chat.ts';
import { anOutgoing } from '../../testing/fake-wecom/door.ts';
import { createHandClock } from '../../testing/hand-clock.ts';
import { SECRETS, startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { APP_MODE, aWecom, URL_MODE } from '../../testing/fake-wecom/wecom-platform.ts';
import { readXml } from './app-payload.ts';

const { token, aesKey, corpId } = SECRETS.app;
const clock = createHandClock();
let fake: FakeWecom;
let platform: Platform;

beforeEach(async () => {
  fake = await startFakeWecom({ now: clock.now });
  fake.city.person('lina');
  platform = aWecom(fake, clock, { ...URL_MODE, ...APP_MODE });
});

afterEach(() => fake.stop());

function post(xml: string, given: { body?: string; id?: string; path?: string } = {}): Received | undefined {
  const encrypted = encrypt(aesKey, xml, given.id ?? corpId);
  const signature = getSignature(token, '1767226900', 'n1', encrypted);
  const body =
    given.body ??
    `<xml><ToUserName>${corpId}</ToUserName><AgentID>1000002</AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
  return platform.receive?.({
    method: 'POST',
    path: given.path ?? '/webhook/wecom-app',
    rawQuery: `msg_signature=${signature}&timestamp=1767226900&nonce=n1`,
    headers: {},
    body: Buffer.from(body),
  });
}

const message = (inner: string): string =>
  `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><FromUserName><![CDATA[lina]]></FromUserName><CreateTime>1767226900</CreateTime>${inner}<AgentID>1000002</AgentID></xml>`;

describe('messages to the application', () => {
  it('text, with a message id that no number can hold', () => {
    expect(
      post(
        message('<MsgType>text</MsgType><Content><![CDATA[ 台账 <b>&]]></Content><MsgId>7001234567890123457</MsgId>'),
      ),
    ).toMatchObject({
      kind: 'message',
      incoming: {
        platform: 'wecom',
        id: 'app:1000002:7001234567890123457',
        kind: 'message',
        chatKind: 'single',
        chatId: 'lina',
        senderId: 'lina',
        text: '台账 <b>&',
        sentAt: new Date(1_767_226_900_000),
      },
    });
  });

  it.each([
    ['named references', 'A&amp;B &lt;路口&gt;', 'A&B <路口>'],
    ['numbered references', '&#x6C34;&#28378;\u0000', '水滚'],
    ['a number that keeps its zeros', '<![CDATA[007]]>', '007'],
    ['references inside CDATA are none', '<![CDATA[&amp;&#28378;]]>', '&amp;&#28378;'],
  ])('%s', (_name, content, text) => {
    expect(post(message(`<MsgType>text</MsgType><Content>${content}</Content><MsgId>5</MsgId>`))).toMatchObject({
      incoming: { text },
    });
  });

  it('a picture, fetched with a token', async () => {
    const bytes = Buffer.from('picture');
    const mediaId = fake.app.putMedia(bytes);
    const received = post(message(`<MsgType>image</MsgType><MediaId>${mediaId}</MediaId><MsgId>2</MsgId>`));
    const ref = received?.kind === 'message' ? (received.incoming.pictures[0]?.ref ?? '') : '';
    expect(await platform.fetchPicture(ref)).toEqual(bytes);
    await expect(platform.fetchPicture('{"mediaId":"gone"}')).rejects.toMatchObject({ outcome: 'refused' });
  });

  it('are answered in the response, sealed as the vendor does', () => {
    const received = post(message('<MsgType>text</MsgType><Content>台账</Content><MsgId>3</MsgId>'));
    if (received?.kind !== 'message') throw new Error('not heard');
    expect(received.deliveredAt).toEqual(new Date(1_767_226_900_000));
    const sealed = received.acknowledge(anOutgoing({ text: '共3件 <b>]]>' }));
    expect(sealed).toMatchObject({ carriesAnswer: true, contentType: expect.stringContaining('xml') });
    const outer = readXml(sealed.body);
    expect([...(outer?.keys() ?? [])]).toEqual(['Encrypt', 'MsgSignature', 'TimeStamp', 'Nonce']);
    const { message: inner, id } = decrypt(aesKey, outer?.get('Encrypt') ?? '');
    expect(id).toBe(corpId);
    expect(inner).toBe(
      `<xml><ToUserName><![CDATA[lina]]></ToUserName><FromUserName><![CDATA[${corpId}]]></FromUserName>` +
        `<CreateTime>${outer?.get('TimeStamp') ?? ''}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[共3件 ＜b>]]＞]]></Content></xml>`,
    );
  });

  it.each([
    ['too long for one text', { text: '字'.repeat(683) }],
    ['with buttons', { buttons: [{ label: '认领', says: '认领327' }] }],
    ['with a paper', { attachments: [{ kind: 'file', name: 'a.pdf', hash: 'h' }] }],
    ['a card with a link', { text: '提醒\n327即将到期\nhttps://example.org/i/327' }],
  ] as const)('an answer %s goes out by the interface', (_name, given) => {
    const received = post(message('<MsgType>text</MsgType><Content>台账</Content><MsgId>3</MsgId>'));
    if (received?.kind !== 'message') throw new Error('not heard');
    expect(received.acknowledge(anOutgoing(given))).toMatchObject({ body: '', carriesAnswer: false });
    expect(received.acknowledge(anOutgoing({ text: '字'.repeat(682) })).carriesAnswer).toBe(true);
  });

  it.each([
    ['voice', '<MediaId>m</MediaId><Format>amr</Format>'],
    ['video', '<MediaId>m</MediaId><ThumbMediaId>t</ThumbMediaId>'],
    ['file', '<MediaId>m</MediaId>'],
    ['location', '<Location_X>23</Location_X><Label>人民路</Label>'],
    ['link', '<Title>t</Title>'],
    ['image', '<PicUrl>https://a/p</PicUrl>'],
    ['hologram', ''],
  ])('%s cannot be read', (type, inner) => {
    expect(post(message(`<MsgType>${type}</MsgType>${inner}<MsgId>9</MsgId>`))).toMatchObject({
      kind: 'message',
      incoming: { kind: 'message', text: '', pictures: [], isUnreadable: true },
    });
  });

  it('opening the application counts once a day', () => {
    const opened = (time: number): string => {
      const xml = message('<MsgType>event</MsgType><Event>enter_agent</Event>').replace('1767226900', String(time));
      const received = post(xml);
      return received?.kind === 'message' ? received.incoming.id : '';
    };
    // 2026-01-01 00:21 and 23:59 in Beijing, and the next minute.
    const [morning, night, next] = [1_767_198_060, 1_767_283_140, 1_767_283_200].map(opened);
    expect(morning).toBe(night);
    expect(next).not.toBe(night);
  });

  it('are answered through the application where the response did not take the answer', async () => {
    const received = post(message('<MsgType>text</MsgType><Content>台账</Content><MsgId>3</MsgId>'));
    if (received?.kind !== 'message') throw new Error('not heard');
    await platform.send(
      anOutgoing({ to: { kind: 'single', personId: 'lina' }, reply: received.incoming.reply, answers: '3' }),
    );
    expect(fake.sentTo('lina')).toMatchObject([{ via: 'app', text: '已登记。' }]);
  });

  it('a press on a card is a message and spends the button', () => {
    const received = post(
      message(
        '<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>认领327</EventKey><TaskId>out@7</TaskId><ResponseCode>rc</ResponseCode>',
      ),
    );
    if (received?.kind !== 'message') throw new Error('not heard');
    expect(received.incoming).toMatchObject({
      kind: 'click',
      text: '认领327',
      id: 'app:1000002:lina:1767226900:template_card_event:认领327:out@7',
    });
    const { body } = received.acknowledge(anOutgoing());
    const outer = readXml(body);
    const encrypted = outer?.get('Encrypt') ?? '';
    expect(outer?.get('MsgSignature')).toBe(getSignature(token, outer?.get('TimeStamp') ?? '', 'n1', encrypted));
    const { message: inner, id } = decrypt(aesKey, encrypted);
    expect(id).toBe(corpId);
    expect(inner).toContain('<MsgType><![CDATA[update_button]]></MsgType>');
    expect(inner).toContain('<Button><ReplaceName><![CDATA[已收到]]></ReplaceName></Button>');
    expect(received.acknowledge(null).body).toBe('');
  });

  it('the opened application is a greeting; other events are of no concern', () => {
    expect(post(message('<MsgType>event</MsgType><Event>enter_agent</Event>'))).toMatchObject({
      kind: 'message',
      incoming: { kind: 'entered' },
    });
    expect(post(message('<MsgType>event</MsgType><Event>LOCATION</Event>'))).toMatchObject({ kind: 'ignored' });
  });
});

describe('what is refused', () => {
  it.each([
    ['no XML outside', { body: '{"encrypt":"x"}' }, 400],
    ['no Encrypt', { body: '<xml><A>1</A></xml>' }, 400],
    ['broken XML outside', { body: '<xml><Encrypt>x</xml>' }, 400],
    ['a text that was not signed', { body: '<xml><Encrypt>AAAA</Encrypt></xml>' }, 401],
    ['another corp', { id: 'ww-other' }, 400],
    ['the other callback’s path', { path: '/webhook/wecom' }, 400],
    ['a path of nobody', { path: '/webhook/else' }, 400],
  ])('%s', (_name, given, status) => {
    expect(post(message('<MsgType>text</MsgType><Content>查</Content>'), given)).toMatchObject({
      kind: 'refused',
      status,
    });
  });

  it.each(['not xml', '<xml>', '<xml><MsgType>text</MsgType></xml>', '<xml><__proto__>x</__proto__></xml>'])(
    'a text inside like %j',
    (xml) => {
      expect(post(xml)).toMatchObject({ kind: 'refused', status: 400 });
    },
  );
});
