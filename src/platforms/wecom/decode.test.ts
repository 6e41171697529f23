import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';
import type { Decoded } from './decode.ts';
import recorded from './fixtures/callbacks.json' with { type: 'json' };
import { parseJson } from '../parse-json.ts';

const NOW = new Date('2026-11-22T10:00:00Z');

function decoded(value: unknown): Decoded {
  return decode(value, {
    botNames: ['督办小助手'],
    now: NOW,
    replyTo: ({ responseUrl }) => (responseUrl === null ? null : { route: responseUrl, expiresAt: NOW }),
  });
}

const group = {
  platform: 'wecom',
  kind: 'message',
  chatKind: 'group',
  chatId: 'wrDEMOgroup01',
  senderId: 'lina',
  mentionsBot: true,
  mentionedIds: [],
  pictures: [],
  quote: null,
  sentAt: NOW,
};
const single = { ...group, chatKind: 'single', chatId: 'lina', mentionsBot: false, reply: null };

describe('messages', () => {
  it('a group text without its mention, with the way back', () => {
    expect(decoded(recorded.groupText)).toEqual({
      kind: 'incoming',
      taskId: null,
      incoming: {
        ...group,
        id: 'M-1',
        text: 'D-17 已整改',
        reply: { route: recorded.groupText.response_url, expiresAt: NOW },
      },
    });
  });

  it.each([
    [
      'picture',
      recorded.groupQuotedPicture,
      'D-17 已整改',
      null,
      ['{"url":"https://ww-aibot-img-000.cos.ap-guangzhou.myqcloud.com/x?sign=a%2Fb"}'],
    ],
    [
      'mixed',
      recorded.groupQuotedMixed,
      '完成327',
      '人民路口',
      ['{"url":"https://example.org/1","aeskey":"43charsKey"}'],
    ],
    ['text', recorded.groupQuotedText, '认领', '#327 人民路占道经营', []],
  ])('a quoted %s', (_name, payload, text, quoted, pictures) => {
    expect(decoded(payload)).toMatchObject({
      kind: 'incoming',
      incoming: {
        text,
        pictures: [],
        quote: { text: quoted, messageId: null, pictures: pictures.map((ref) => ({ ref })) },
      },
    });
  });

  it.each([
    [{ msgtype: 'markdown', markdown: { content: '#327 人民路' } }, '#327 人民路'],
    [{ msgtype: 'stream', stream: { id: 's', content: '#327 人民路' } }, '#327 人民路'],
    [{ msgtype: 'template_card', template_card: { main_title: { title: '#327', desc: '请认领' } } }, '#327\n请认领'],
    [{ msgtype: 'hologram', hologram: { content: '#327' } }, null],
  ])('an answer of ours that is quoted: %j', (quote, text) => {
    expect(decoded({ ...recorded.groupText, quote })).toMatchObject({ incoming: { quote: { text, pictures: [] } } });
  });

  it('text and pictures in one message, in order', () => {
    expect(decoded(recorded.groupMixed)).toMatchObject({
      kind: 'incoming',
      incoming: {
        text: '占道经营\n请城管局处理',
        pictures: [{ ref: '{"url":"https://example.org/a"}' }, { ref: '{"url":"https://example.org/b"}' }],
      },
    });
  });

  it.each([
    [
      'a picture',
      recorded.singleImage,
      { id: 'M-2', text: '', pictures: [{ ref: '{"url":"https://example.org/p","aeskey":"k"}' }] },
    ],
    ['a voice as its words', recorded.singleVoice, { id: 'M-3', text: '查一下三二七' }],
    ['a file, which cannot be read', recorded.singleFile, { id: 'M-4', text: '', isUnreadable: true }],
    ['a video, which cannot be read', recorded.singleVideo, { id: 'M-5', text: '', isUnreadable: true }],
    ['a kind of the future', recorded.unknownType, { id: 'M-7', text: '', isUnreadable: true }],
  ])('one-to-one: %s', (_name, payload, expected) => {
    expect(decoded(payload)).toMatchObject({ kind: 'incoming', incoming: { ...single, ...expected } });
  });

  it.each([
    [
      'pictures beside words as JSON text',
      recorded.mixedAsText,
      '占道经营',
      [{ ref: '{"url":"https://example.org/a"}' }],
    ],
    ['a file beside words', recorded.mixedWithFile, '见附件', []],
    ['a sender in the older spelling', recorded.senderSpelledOld, '查327', []],
    ['characters that no database takes', parseJson(JSON.stringify(recorded.controlCharacters)), '查327', []],
  ])('%s', (_name, payload, text, pictures) => {
    expect(decoded(payload)).toMatchObject({ kind: 'incoming', incoming: { text, pictures, senderId: 'lina' } });
  });

  it.each([
    ['speech', recorded.groupQuotedVoice, '收到', '三二七号已经改好'],
    ['a text beside members of every kind', recorded.groupQuotedWhole, '认领', '#327 人民路'],
  ])('quoted: %s', (_name, payload, text, quoted) => {
    expect(decoded(payload)).toMatchObject({ incoming: { text, quote: { text: quoted, pictures: [] } } });
  });

  it('a picture without its link cannot be read', () => {
    expect(decoded(recorded.imageWithoutLink)).toMatchObject({ incoming: { pictures: [], isUnreadable: true } });
  });

  it('the time of the payload, in seconds or milliseconds', () => {
    const at = new Date(1_767_226_000_000);
    expect(decoded(recorded.groupQuotedText)).toMatchObject({ incoming: { sentAt: at } });
    expect(decoded({ ...recorded.groupText, create_time: 1_767_226_000_000 })).toMatchObject({
      incoming: { sentAt: at },
    });
  });

  it('an odd optional member does not cost the message; nobody named is nobody', () => {
    expect(decoded(recorded.oddQuote)).toMatchObject({ kind: 'incoming', incoming: { text: '查', quote: null } });
    expect(decoded(recorded.noSender)).toMatchObject({ kind: 'incoming', incoming: { senderId: '' } });
  });
});

describe('events', () => {
  it.each([
    ['nested', recorded.cardNested, 'E-1'],
    ['flat, without id', recorded.cardFlat, 'event:template_card_event:lina:1767226000:认领327:D-17@1'],
  ])('a click, %s, says what the button says', (_name, payload, id) => {
    expect(decoded(payload)).toMatchObject({
      kind: 'incoming',
      taskId: 'D-17@1',
      incoming: { id, kind: 'click', text: '认领327', chatId: 'wrDEMOgroup01', senderId: 'lina', mentionsBot: true },
    });
  });

  it('the chat is opened', () => {
    expect(decoded(recorded.enterChat)).toMatchObject({
      kind: 'incoming',
      incoming: { kind: 'entered', chatKind: 'single', chatId: 'lina', id: 'event:enter_chat:lina:1767226000:' },
    });
  });

  it.each([
    ['feedback', recorded.feedback, { kind: 'ignored', reason: '不处理的事件 feedback_event' }],
    ['a spent button', recorded.cardSpent, { kind: 'ignored', reason: '卡片按钮没有内容或已处理' }],
    ['one without a type', { msgtype: 'event', event: {} }, { kind: 'ignored', reason: '不处理的事件' }],
    ['a refresh', recorded.streamRefresh, { kind: 'refresh', streamId: 'st-1' }],
    ['another connection', recorded.disconnected, { kind: 'disconnected' }],
    ['another connection, as one word', recorded.disconnectedWord, { kind: 'disconnected' }],
    ['feedback without its kind', recorded.feedbackBare, { kind: 'ignored', reason: '不处理的事件 feedback_event' }],
    ['other rights', recorded.authChange, { kind: 'ignored', reason: '不处理的事件 auth_change_event' }],
  ])('%s', (_name, payload, expected) => {
    expect(decoded(payload)).toEqual(expected);
  });
});

it('the chat is opened, and nothing says that it is one', () => {
  expect(decoded(recorded.enterChatBare)).toMatchObject({
    incoming: { kind: 'entered', chatKind: 'single', chatId: 'lina', id: 'E-11' },
  });
});

describe('what is none', () => {
  it.each([
    null,
    'text',
    [],
    {},
    { msgtype: 'text', text: { content: '查' } },
    { ...recorded.groupText, chatid: undefined },
    { ...recorded.groupText, msgid: '' },
  ])('%j is malformed', (payload) => {
    expect(decoded(payload).kind).toBe('malformed');
  });
});

describe('JSON', () => {
  it('comes without what no database takes, at any depth', () => {
    expect(parseJson('{"a":["x\\u0000y",{"b":"\\ud83dz"}]}')).toEqual({ a: ['xy', { b: '\ufffdz' }] });
  });

  it('with raw control characters is read as blanks', () => {
    expect(parseJson('{"a":"x\u0001y\nz"}')).toEqual({ a: 'x y z' });
  });

  it.each(['{"a":', '['.repeat(1_000_000)])('that is broken or without end throws', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
    expect(() => parseJson(text + ']'.repeat(1_000_000))).toThrow(SyntaxError);
  });
});
