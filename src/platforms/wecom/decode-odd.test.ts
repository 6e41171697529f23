/** Payloads as clients, plugins and traces have them, beyond the plain ones: each spelling and oddity that the reference names (wecom §3, §4). */
import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../chat.ts';
import { decode } from './decode.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const SENT = new Date(1_767_226_000_000);

const base = {
  msgid: 'M-1',
  aibotid: 'aibDEMO',
  chatid: 'wrDEMOgroup01',
  chattype: 'group',
  from: { userid: 'lina' },
  msgtype: 'text',
  text: { content: '@督办小助手 查327' },
};

function decoded(value: object): ReturnType<typeof decode> {
  return decode(value, { botNames: ['督办', '督办小助手', 'City Bot 2'], now: NOW, replyTo: () => null });
}

function incoming(value: object): Incoming {
  const read = decoded(value);
  if (read.kind !== 'incoming') throw new Error(JSON.stringify(read));
  return read.incoming;
}

const textOf = (content: string): string => incoming({ ...base, text: { content } }).text;

describe('the mention', () => {
  it.each([
    ['at the head', '@督办小助手 认领327'],
    ['with a narrow blank after it', '@督办小助手\u2005认领327'],
    ['with an unbreakable blank', '@督办小助手\u00a0认领327'],
    ['with a wide blank', '@督办小助手\u3000认领327'],
    ['with characters without width', '@督办小助手\u200b\u2060认领327\ufeff'],
    ['with a wide sign', '＠督办小助手 认领327'],
    ['at the end', '认领327 @督办小助手'],
    ['at the end with what cannot be seen', '认领327 @督办小助手\u2005\u200b'],
    ['in the middle', '认领@督办小助手 327'],
    ['twice', '@督办小助手 认领327 @督办小助手 '],
    ['by another of its names', '@督办 认领327'],
    ['by a name with blanks, in another case', '@city bot 2 认领327'],
    ['as a command is addressed elsewhere', '认领@City Bot 2 327'],
    ['not at all', '认领327'],
  ])('%s', (_name, content) => {
    expect(textOf(content)).toBe('认领327');
  });

  it.each([
    ['others stay', '@督办小助手 @王磊\u2005请处理327', '@王磊\u2005请处理327'],
    ['nothing but the mention', '@督办小助手\u2005', ''],
    ['an address is none', 'a@b.cn 认领327', 'a@b.cn 认领327'],
  ])('%s', (_name, content, text) => {
    expect(textOf(content)).toBe(text);
  });

  it('every group message counts as one, whatever its text', () => {
    expect(incoming({ ...base, text: { content: '认领327' } }).mentionsBot).toBe(true);
    expect(incoming({ ...base, is_at: false, mentioned_list: [] }).mentionsBot).toBe(true);
  });
});

describe('who and where', () => {
  it.each([
    ['an encrypted id', { userid: 'woAAAbbb' }, 'woAAAbbb'],
    ['another case', { userid: 'LiNa' }, 'LiNa'],
    ['digits', { userid: 10086 }, '10086'],
    ['a corp beside it', { userid: 'lina', corpid: 'ww1' }, 'lina'],
    ['nobody', {}, ''],
    ['null', null, ''],
  ])('%s', (_name, from, senderId) => {
    expect(incoming({ ...base, from }).senderId).toBe(senderId);
  });

  it.each(['fromuserid', 'from_userid', 'fromUserId'])('the older spelling %s', (member) => {
    expect(incoming({ ...base, from: undefined, [member]: 'lina' }).senderId).toBe('lina');
  });

  it.each([
    [{ chattype: undefined }, 'group'],
    [{ chattype: 'team' }, 'group'],
    [{ chattype: undefined, chatid: undefined }, 'single'],
    [{ chattype: 'single' }, 'single'],
    [{ chattype: 'single', chatid: '' }, 'single'],
  ] as const)('%j', (given, chatKind) => {
    const chatId = chatKind === 'group' ? 'wrDEMOgroup01' : 'lina';
    expect(incoming({ ...base, ...given })).toMatchObject({ chatKind, chatId, mentionsBot: chatKind === 'group' });
  });

  it('ids that became numbers are text again', () => {
    expect(incoming({ ...base, msgid: 7001, chatid: 42 })).toMatchObject({ id: '7001', chatId: '42' });
  });

  it.each([
    ['the kind in other letters', { msgtype: 'Text' }, '查327'],
    ['the kind left out', { msgtype: undefined }, '查327'],
    ['words that became a number', { text: { content: 327 } }, '327'],
  ])('%s', (_name, given, text) => {
    const said = incoming({ ...base, ...given });
    expect([said.text, said.isUnreadable]).toEqual([text, undefined]);
  });

  it('what is more than is known does not disturb', () => {
    expect(
      incoming({ ...base, scene: 3, text: { content: '查327', at: [] }, from: { userid: 'lina', name: '李娜' } }).text,
    ).toBe('查327');
  });
});

describe('when', () => {
  it.each([
    ['seconds', { create_time: 1_767_226_000 }, SENT],
    ['as text', { create_time: '1767226000' }, SENT],
    ['milliseconds', { create_time: 1_767_226_000_000 }, SENT],
    ['none', {}, NOW],
    ['zero', { create_time: 0 }, NOW],
    ['no number', { create_time: 'soon' }, NOW],
    ['beyond all time', { create_time: 1e20 }, NOW],
  ])('%s', (_name, given, sentAt) => {
    expect(incoming({ ...base, ...given }).sentAt).toEqual(sentAt);
  });

  it('of an event, outside or inside it', () => {
    const event = { eventtype: 'template_card_event', template_card_event: { event_key: '认领327', task_id: 't@1' } };
    expect(incoming({ ...base, msgtype: 'event', create_time: 1_767_226_000, event }).sentAt).toEqual(SENT);
    expect(incoming({ ...base, msgtype: 'event', event: { ...event, create_time: 1_767_226_000 } }).sentAt).toEqual(
      SENT,
    );
  });
});

const picture = (url: string, aeskey?: string): object => ({
  msgtype: 'image',
  image: { url, ...(aeskey && { aeskey }) },
});
const ref = (url: string, aeskey?: string): object => ({ ref: JSON.stringify({ url, ...(aeskey && { aeskey }) }) });

describe('what is quoted', () => {
  it.each([
    ['a text', { msgtype: 'text', text: { content: '#327' } }, { text: '#327', pictures: [] }],
    ['a picture', picture('https://a/1', 'K'), { text: null, pictures: [ref('https://a/1', 'K')] }],
    ['a voice', { msgtype: 'voice', voice: { content: '三二七号' } }, { text: '三二七号', pictures: [] }],
    ['a file', { msgtype: 'file', file: { url: 'https://a/f', aeskey: 'K' } }, { text: null, pictures: [] }],
    ['a video', { msgtype: 'video', video: { url: 'https://a/v' } }, { text: null, pictures: [] }],
    [
      'text and pictures, in order',
      {
        msgtype: 'mixed',
        mixed: {
          msg_item: [
            picture('https://a/1'),
            { msgtype: 'text', text: { content: '人民路口' } },
            picture('https://a/2'),
          ],
        },
      },
      { text: '人民路口', pictures: [ref('https://a/1'), ref('https://a/2')] },
    ],
    [
      'pictures with an odd entry among them',
      {
        msgtype: 'mixed',
        mixed: { msg_item: [null, 7, { msgtype: 'image' }, { image: { url: 'https://a/1' } }, { msgtype: 'x' }] },
      },
      { text: null, pictures: [ref('https://a/1')] },
    ],
    ['without its kind', { text: { content: '#327' } }, { text: '#327', pictures: [] }],
    ['a kind of the future', { msgtype: 'location', location: {} }, { text: null, pictures: [] }],
  ])('%s', (_name, quote, expected) => {
    expect(incoming({ ...base, quote }).quote).toEqual({ ...expected, messageId: null });
  });

  it.each([null, 'x', [], 7])('%j is no quote', (quote) => {
    expect(incoming({ ...base, quote })).toMatchObject({ text: '查327', quote: null });
  });
});

describe('text and pictures together', () => {
  it('the mention in a later piece, an odd entry among good ones', () => {
    const msg_item = [
      picture('https://a/1'),
      null,
      { msgtype: 'text', text: { content: '占道 @督办小助手' } },
      { msgtype: 'video', video: {} },
    ];
    expect(incoming({ ...base, text: undefined, msgtype: 'mixed', mixed: { msg_item } })).toMatchObject({
      text: '占道',
      pictures: [ref('https://a/1')],
    });
  });

  it('as JSON text', () => {
    const mixed = JSON.stringify({
      msg_item: [{ msgtype: 'text', text: { content: '占道' } }, picture('https://a/1')],
    });
    expect(incoming({ ...base, text: undefined, msgtype: 'mixed', mixed })).toMatchObject({
      text: '占道',
      pictures: [ref('https://a/1')],
    });
  });

  it.each([{}, { msg_item: [{ msgtype: 'file', file: { url: 'https://a/f' } }] }, '{"msg_item":'])(
    'one like %j says nothing that can be read',
    (mixed) => {
      expect(incoming({ ...base, text: undefined, msgtype: 'mixed', mixed })).toMatchObject({
        text: '',
        pictures: [],
        isUnreadable: true,
      });
    },
  );

  it('nothing but the mention can be read: it is a greeting', () => {
    const mixed = { msg_item: [{ msgtype: 'text', text: { content: '@督办小助手' } }] };
    const said = incoming({ ...base, text: undefined, msgtype: 'mixed', mixed });
    expect([said.text, said.isUnreadable]).toEqual(['', undefined]);
  });
});

describe('what cannot be read', () => {
  const alone = { ...base, chatid: undefined, chattype: 'single', text: undefined };
  it.each([
    ['file', { file: { url: 'https://a/f', aeskey: 'K' } }],
    ['video', { video: { url: 'https://a/v' } }],
    ['voice', { voice: { content: ' ' } }],
    ['voice', {}],
    ['location', { location: {} }],
    ['image', { image: {} }],
    ['image', { image: { base64: 'AAAA', md5: 'x' } }],
  ])('%s %j', (msgtype, body) => {
    expect(incoming({ ...alone, msgtype, ...body })).toMatchObject({ text: '', pictures: [], isUnreadable: true });
  });

  it('a voice that was written down can', () => {
    const said = incoming({ ...alone, msgtype: 'voice', voice: { content: '查327' } });
    expect([said.text, said.isUnreadable]).toEqual(['查327', undefined]);
  });

  it('a kind of the future that names nobody and nothing is no message', () => {
    expect(decoded({ msgtype: 'weather' })).toEqual({ kind: 'ignored', reason: '未知的消息类型 weather' });
  });
});

describe('events', () => {
  it.each(['feedback_event', 'auth_change_event', 'enter_check_update', 'weather_event', ''])(
    '%s is of no concern',
    (eventtype) => {
      expect(decoded({ ...base, msgtype: 'event', event: { eventtype, [eventtype]: { auth_list: [] } } }).kind).toBe(
        'ignored',
      );
    },
  );

  it.each([
    ['nested', { template_card_event: { card_type: 'button_interaction', event_key: '认领327', task_id: 't@1' } }],
    ['flat', { event_key: '认领327', task_id: 't@1' }],
    [
      'both, nested first',
      { event_key: '-', task_id: 'x', template_card_event: { event_key: '认领327', task_id: 't@1' } },
    ],
    ['nested without its key', { event_key: '认领327', task_id: 't@1', template_card_event: { card_type: 'x' } }],
    ['as the table spells it', { template_card_event: { cardtype: 'x', eventkey: '认领327', task_id: 't@1' } }],
  ])('a click, %s', (_name, members) => {
    expect(
      decoded({ ...base, msgtype: 'event', event: { eventtype: 'template_card_event', ...members } }),
    ).toMatchObject({
      kind: 'incoming',
      taskId: 't@1',
      incoming: { kind: 'click', text: '认领327' },
    });
  });

  it.each([
    ['the event as one word', { msgid: 'E-9', msgtype: 'event', event: 'disconnected_event' }],
    ['without its kind', { msgid: 'E-9', event: { eventtype: 'disconnected_event' } }],
  ])('another connection, %s', (_name, body) => {
    expect(decoded(body)).toEqual({ kind: 'disconnected' });
  });

  it('a poll for a stream is no message, in a group or alone', () => {
    expect(decoded({ ...base, msgtype: 'stream', stream: { id: 'st-1' } })).toEqual({
      kind: 'refresh',
      streamId: 'st-1',
    });
    expect(decoded({ msgtype: 'stream' })).toEqual({ kind: 'refresh', streamId: '' });
  });
});
