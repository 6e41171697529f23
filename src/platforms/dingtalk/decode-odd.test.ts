/** What old and odd clients send (dingtalk §3): each spelling the reference names comes out as the ordinary one does. */
import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../chat.ts';
import { decode } from './decode.ts';
import { isSessionWebhook } from './session-webhook.ts';

const ROBOT = 'dingdemobot00000001';
const SENT = 1_767_225_600_123;

function incoming(value: unknown): Incoming {
  const result = decode(value, {
    botNames: ['督办机器人'],
    robotCode: ROBOT,
    now: new Date('2026-01-01T00:00:30Z'),
    sessionLifeMs: 5_400_000,
    isSession: (url) => isSessionWebhook(url, 'https://oapi.dingtalk.com'),
    staffIdOf: () => undefined,
  });
  if (result.kind !== 'incoming') throw new Error(result.reason);
  return result.incoming;
}

const text = (value: string): object => ({ elementType: 'TEXT', value });
const richTextNode = (...children: unknown[]): object => ({ elementType: 'RICHTEXT', children });
const cardOf = (...children: unknown[]): object => ({
  msgType: 'interactiveCard',
  content: { cardContent: [richTextNode(...children)] },
});

const picture = (downloadCode: string): { ref: string } => ({
  ref: JSON.stringify({ downloadCode, robotCode: ROBOT }),
});

const base = {
  conversationId: 'cid1==',
  conversationType: '2',
  msgId: 'msg1==',
  senderStaffId: 'cc0731',
  senderId: '$:LWCP_v1:$U1',
  chatbotUserId: '$:LWCP_v1:$Bot',
  atUsers: [{ dingtalkId: '$:LWCP_v1:$Bot' }],
  isInAtList: true,
  createAt: SENT,
  msgtype: 'text',
};

describe('text', () => {
  it.each([
    ['under text', { text: { content: ' 认领327' } }],
    ['under content', { content: { content: ' 认领327' } }],
    ['content itself', { content: ' 认领327' }],
    ['content as JSON text', { content: '{"content":" 认领327"}' }],
    ['text as JSON text', { text: '{"content":" 认领327"}' }],
    ['text itself', { text: ' 认领327' }],
    ['an empty text beside the content', { text: {}, content: { content: '认领327' } }],
    ['msgType for msgtype', { msgtype: undefined, msgType: 'text', text: { content: '认领327' } }],
    ['no type at all', { msgtype: undefined, text: { content: '认领327' } }],
    ['the robot’s name left in, glued on', { text: { content: '@督办机器人认领327' } }],
    ['the robot’s name left in, with a narrow blank', { text: { content: '@督办机器人\u2005认领327' } }],
    ['the robot’s name left in, with a hard blank', { text: { content: '\u00a0@督办机器人\u00a0认领327' } }],
    ['the robot’s name at the end', { text: { content: '认领327 @督办机器人' } }],
  ])('%s', (_name, given) => {
    expect(incoming({ ...base, ...given }).text).toBe('认领327');
  });

  it.each([
    ['a number', { text: { content: 327 } }, '327'],
    ['what looks like a list', { content: '[327]' }, '[327]'],
    ['a name that somebody typed by hand', { text: { content: '@王磊 327去看一下' } }, '@王磊 327去看一下'],
    ['nothing', { text: { content: '' } }, ''],
    ['no text at all', {}, ''],
  ])('%s', (_name, given, text) => {
    expect(incoming({ ...base, ...given }).text).toBe(text);
  });
});

describe('richText', () => {
  const parts = [
    { text: '@督办机器人\u2005上报 中山路' },
    { type: 'picture', downloadCode: 'D1', pictureDownloadCode: 'P1' },
  ];
  it.each([
    ['under content', { content: { richText: parts } }],
    ['as JSON text', { content: JSON.stringify({ richText: parts }) }],
    ['the list alone', { content: parts }],
    ['the list alone as JSON text', { content: JSON.stringify(parts) }],
    ['richText as JSON text', { content: { richText: JSON.stringify(parts) } }],
    ['the old shape at the top', { richText: { richTextList: parts } }],
    ['the old shape under content', { content: { richText: { richTextList: parts } } }],
    ['richTextList under content', { content: { richTextList: parts } }],
    ['an empty text beside it', { text: { content: '' }, content: { richText: parts } }],
    ['bare words and a broken part among them', { content: { richText: ['上报 中山路', null, 7, parts[1]] } }],
    ['the type in other letters', { msgtype: 'richtext', content: { richText: parts } }],
    [
      'the mention as a part of its own',
      {
        content: { richText: [{ type: 'at', atName: '督办机器人' }, { type: 'text', text: '上报 中山路' }, parts[1]] },
      },
    ],
    [
      'the pictureDownloadCode where there is no other',
      { content: { richText: [parts[0], { type: 'picture', downloadCode: '', pictureDownloadCode: 'D1' }] } },
    ],
  ])('%s', (_name, given) => {
    expect(incoming({ ...base, msgtype: 'richText', ...given })).toMatchObject({
      text: '上报 中山路',
      pictures: [picture('D1')],
    });
  });
});

describe('what belongs to a richText and is neither words nor a picture', () => {
  it.each([
    [
      'a film and a file',
      [
        { type: 'video', downloadCode: 'V1' },
        { type: 'file', downloadCode: 'F1' },
      ],
    ],
    ['speech', [{ type: 'audio', downloadCode: 'A1' }]],
    ['a shortcut of the client', [{ type: 'skill', text: '/x', skillData: { skillId: '1' } }]],
    ['an address of a picture', [{ pictureUrl: 'https://example.org/p.png' }]],
  ])('%s', (_name, beside) => {
    const content = { richText: [...beside, { text: '上报 中山路' }] };
    expect(incoming({ ...base, msgtype: 'richText', content })).toMatchObject({ text: '上报 中山路', pictures: [] });
  });
});

describe('pictures by another name', () => {
  it.each([
    ['image', { downloadCode: 'D1' }],
    ['Picture', '{"downloadCode":"D1","width":960}'],
  ])('%s %j', (msgtype, content) => {
    const said = incoming({ ...base, msgtype, content });
    expect(said).toMatchObject({ text: '', pictures: [picture('D1')] });
    expect(said.isUnreadable).toBeUndefined();
  });
});

describe('a robot that has no code', () => {
  it.each([undefined, '', 'normal'])('%j: ours fetches the picture', (robotCode) => {
    const said = incoming({ ...base, robotCode, msgtype: 'picture', content: { downloadCode: 'D1' } });
    expect(said).toMatchObject({ id: `${ROBOT}|msg1==`, pictures: [picture('D1')] });
  });
});

describe('kinds without words of their own', () => {
  it.each(['video', 'file', 'unknownMsgType', 'interactiveCard', 'actionCard', 'chatRecord', 'hologram'])(
    '%s is a message without text',
    (msgtype) => {
      const content = { downloadCode: 'D1', fileName: '报告.pdf', title: '标题', text: '卡片里的话' };
      expect(incoming({ ...base, msgtype, content })).toMatchObject({ text: '', pictures: [], isUnreadable: true });
    },
  );

  it.each([
    ['picture', {}],
    ['picture', { pictureUrl: 'https://example.org/p.png' }],
    ['picture', undefined],
    ['richText', { richText: [] }],
    ['richText', { richText: 'x' }],
    ['richText', { richText: [{ type: 'video', downloadCode: 'V1' }] }],
    ['richText', undefined],
    ['voice', { duration: 3200 }],
  ])('%s without what makes it one: %j', (msgtype, content) => {
    expect(incoming({ ...base, msgtype, content })).toMatchObject({ text: '', pictures: [], isUnreadable: true });
  });

  it('a richText of the mention alone is a greeting', () => {
    const content = { richText: [{ text: '@督办机器人 ' }] };
    expect(incoming({ ...base, msgtype: 'richText', content }).isUnreadable).toBeUndefined();
  });

  it.each([
    [{ recognition: '垃圾桶满溢', duration: 3200, downloadCode: 'D1' }, '垃圾桶满溢'],
    ['{"recognition":"垃圾桶满溢","duration":"3200"}', '垃圾桶满溢'],
    [{ downloadCode: 'D1', duration: 3200 }, ''],
  ])('speech %j', (content, text) => {
    expect(incoming({ ...base, conversationType: '1', msgtype: 'audio', content })).toMatchObject({
      text,
      pictures: [],
      ...(text === '' && { isUnreadable: true }),
    });
  });
});

describe('numbers and words for one another', () => {
  it.each([
    ['ids', { msgId: 327, conversationId: 1 }, { id: `${ROBOT}|327`, chatId: '1' }],
    ['a user id', { senderStaffId: 20260123 }, { senderId: '20260123' }],
    ['the kind of conversation', { conversationType: 2 }, { chatKind: 'group' }],
    ['one-to-one', { conversationType: 1 }, { chatKind: 'single', chatId: 'cc0731' }],
    ['a time', { createAt: String(SENT) }, { sentAt: new Date(SENT) }],
    ['a time beyond all time', { createAt: 1e300 }, { sentAt: new Date('2026-01-01T00:00:30Z') }],
    ['isInAtList as text', { isInAtList: 'true' }, { mentionsBot: true }],
    ['no isInAtList', { isInAtList: undefined }, { mentionsBot: true }],
    ['isInAtList wrong beside the list', { isInAtList: false }, { mentionsBot: true }],
    ['not mentioned', { isInAtList: false, atUsers: [] }, { mentionsBot: false }],
    ['no kind of conversation', { conversationType: undefined }, { chatKind: 'group', chatId: 'cid1==' }],
    [
      'no kind of conversation and nothing of a group',
      { conversationType: undefined, isInAtList: undefined, atUsers: undefined },
      { chatKind: 'single' },
    ],
    [
      'a mention as a number, and one that is broken',
      { atUsers: [{ dingtalkId: '$:LWCP_v1:$Bot' }, null, { dingtalkId: 'x', staffId: 112 }] },
      { mentionedIds: ['112'] },
    ],
  ])('%s', (_name, given, expected) => {
    expect(incoming({ ...base, text: { content: '在' }, ...given })).toMatchObject(expected);
  });

  it('the expiry of the session as text', () => {
    const sessionWebhook = 'https://oapi.dingtalk.com/robot/sendBySession?session=1';
    const found = incoming({ ...base, sessionWebhook, sessionWebhookExpiredTime: String(SENT + 1) });
    expect(found.reply?.expiresAt).toEqual(new Date(SENT + 1));
  });
});

describe('quotes', () => {
  const quoting = (repliedMsg: unknown, beside: object = {}) =>
    incoming({ ...base, text: { content: ' 认领', isReplyMsg: true, repliedMsg }, ...beside }).quote;

  it.each([
    ['text under text', { msgType: 'text', content: { text: '#327 占道' } }],
    ['text under content', { msgType: 'text', content: { content: '#327 占道' } }],
    ['content itself', { msgType: 'text', content: '#327 占道' }],
    ['msgtype for msgType', { msgtype: 'text', content: { text: '#327 占道' } }],
    ['as a message has it', { msgType: 'text', text: { content: '#327 占道' } }],
    ['the whole as JSON text', '{"msgType":"text","content":{"text":"#327 占道"}}'],
    ['markdown', { msgType: 'markdown', content: { text: '#327 占道' } }],
    ['richText', { msgType: 'richText', content: { richText: [{ msgType: 'text', content: '#327 占道' }] } }],
    ['richText without its type', { content: { richText: [{ text: '#327 占道' }] } }],
    ['a card of a newer client', { msgType: 'interactiveCard', content: { cardContent: '#327 占道' } }],
    ['a card with parts', { msgType: 'interactiveCard', content: { cardContent: { title: '#327 占道', n: 1 } } }],
    ['forwarded messages', { msgType: 'chatRecord', content: { title: '', summary: '#327 占道' } }],
    ['speech that was written down', { msgType: 'audio', content: { duration: '2000', recognition: '#327 占道' } }],
    ['a card of text nodes', cardOf(text('#327 占道'))],
    ['a card in other letters', { ...cardOf(text('#327 占道')), msgType: 'interactivecard' }],
    ['a card as JSON text', { content: { cardContent: JSON.stringify([richTextNode(text('#327 占道'))]) } }],
    ['a card of markdown', { content: { cardContent: [{ elementType: 'MARKDOWN', text: '#327 占道' }] } }],
    ['a card by its values', { content: { cardData: { cardParamMap: { content: '#327 占道', state: '1' } } } }],
    [
      'a card by its values as JSON text',
      { content: { cardData: JSON.stringify({ cardParamMap: JSON.stringify({ title: '#327 占道' }) }) } },
    ],
    [
      'a card with what is not for people, and broken nodes',
      {
        content: {
          cardContent: [
            42,
            { elementType: 'RICHTEXT', children: {} },
            richTextNode(
              42,
              { elementType: 'UNKNOWN', value: '{"no":9}' },
              { elementType: 'TEXT', value: {} },
              text('#327 占道'),
              { elementType: 'LINK', value: 'https://example.org/#12' },
              { elementType: 'IMAGE', downloadCode: 'D1' },
            ),
          ],
        },
      },
    ],
  ])('%s', (_name, repliedMsg) => {
    expect(quoting(repliedMsg)).toMatchObject({ text: '#327 占道', pictures: [] });
  });

  it('a card without end costs nothing but its words', () => {
    let nested: unknown = text('#327');
    for (let depth = 0; depth < 3_000; depth += 1) nested = [nested];
    expect(quoting({ content: { cardContent: nested } })?.text).toBeNull();
  });

  it('nodes of a card never run into one number', () => {
    const card = { content: { cardContent: [richTextNode(text('#32'), text('7人')), richTextNode(text('明天'))] } };
    expect(quoting(card)?.text).toBe('#32 7人\n明天');
  });

  it.each([
    ['beside the message', { isReplyMsg: true, repliedMsg: { msgType: 'text', content: { text: '#327' } } }],
    ['there without the mark', { repliedMsg: { msgType: 'text', content: { text: '#327' } } }],
  ])('%s', (_name, given) => {
    expect(incoming({ ...base, text: { content: ' 认领' }, ...given }).quote?.text).toBe('#327');
  });

  it('words that came sealed are none: what is known of the message stands in for them', () => {
    const sealed =
      'uuVZPbOdcXkvwqqCxcahBdbjeaEGxpOKzb8AHWb+1I6uwxsgEkoknbBcS6u7\nEildkC2mX8o1ChgClWYzB2dKyA==\n||3||1||132';
    const quote = quoting({ msgType: 'text', msgId: 'o==', content: { text: sealed } });
    expect(quote).toEqual({ text: null, messageId: `${ROBOT}|o==`, pictures: [] });
    expect(quoting({ msgType: 'text', content: { text: '301 || 302' } })?.text).toBe('301 || 302');
  });

  it.each([
    ['a picture', { msgType: 'picture', content: { downloadCode: 'D1' } }, ['D1']],
    ['a picture without its type', { content: { downloadCode: 'D1' } }, ['D1']],
    ['a picture by another name', { msgType: 'image', content: { downloadCode: 'D1' } }, ['D1']],
    ['a film in a richText', { content: { richText: [{ msgType: 'video', downloadCode: 'V1' }] } }, []],
    ['a picture by its other code', { msgType: 'picture', content: { pictureDownloadCode: 'P1' } }, ['P1']],
    ['a picture in a richText', { content: { richText: [{ msgType: 'picture', downloadCode: 'D1' }] } }, ['D1']],
    ['a file', { msgType: 'file', content: { downloadCode: 'D1', fileName: 'a.pdf' } }, []],
    ['a file without its type', { content: { downloadCode: 'D1', fileName: 'a.jpg' } }, []],
    ['a film', { msgType: 'video', content: { downloadCode: 'D1', duration: '5', videoType: 'mp4' } }, []],
    ['speech without its type', { content: { downloadCode: 'D1', duration: '5' } }, []],
    ['an old client', { msgType: 'unknownMsgType' }, []],
  ])('%s', (_name, repliedMsg, codes) => {
    expect(quoting(repliedMsg)).toEqual({ text: null, messageId: null, pictures: codes.map(picture) });
  });

  it.each([
    ['an id alone', { text: { content: '', isReplyMsg: true }, originalMsgId: 'o==' }, `${ROBOT}|o==`],
    ['the mark alone', { text: { content: '认领', isReplyMsg: 'true' } }, null],
    ['under content', { text: undefined, content: { content: '认领', isReplyMsg: true } }, null],
    ['an old client', { text: { content: '认领' }, quoteMessage: '{"msgId":"o=="}' }, `${ROBOT}|o==`],
  ])('%s', (_name, given, messageId) => {
    expect(incoming({ ...base, ...given }).quote).toEqual({ text: null, messageId, pictures: [] });
  });
});

describe('withheld for want of quota', () => {
  it.each([
    ['as a number', { errorCode: 20001 }],
    ['as text', { errorCode: '20001', errorMessage: 'x' }],
    ['as the other page has it', { errCode: 20001, errMsg: 'x' }],
    ['beside an empty text', { errorCode: '20001', text: {} }],
    ['without an id', { errorCode: '20001', msgId: undefined }],
  ])('%s', (_name, given) => {
    const context = { botNames: [], robotCode: ROBOT, now: new Date(), sessionLifeMs: 1 };
    const result = decode({ ...base, ...given }, { ...context, isSession: () => false, staffIdOf: () => undefined });
    expect(result).toMatchObject({ kind: 'ignored', quota: true });
  });

  it('a code of zero beside words is no error', () => {
    expect(incoming({ ...base, errorCode: 0, text: { content: '在' } }).text).toBe('在');
  });
});
