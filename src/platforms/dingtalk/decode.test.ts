import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../chat.ts';
import { decode } from './decode.ts';
import type { Decoded } from './decode.ts';
import recorded from './fixtures/messages.json' with { type: 'json' };
import { isSessionWebhook } from './session-webhook.ts';

const NOW = new Date('2026-01-01T00:00:30Z');
const ROBOT = 'dingdemobot00000001';

function decoded(value: unknown, staffIdOf: (id: string) => string | undefined = () => undefined): Decoded {
  return decode(value, {
    botNames: ['督办', '创城督办机器人'],
    robotCode: ROBOT,
    now: NOW,
    sessionLifeMs: 5_400_000,
    isSession: (url) => isSessionWebhook(url, 'https://oapi.dingtalk.com'),
    staffIdOf,
  });
}

function incoming(value: unknown): Incoming {
  const result = decoded(value);
  if (result.kind !== 'incoming') throw new Error(result.reason);
  return result.incoming;
}

const picture = (downloadCode: string): { ref: string } => ({
  ref: JSON.stringify({ downloadCode, robotCode: ROBOT }),
});

describe('messages', () => {
  it('a group text, field by field', () => {
    expect(decoded(recorded.groupText)).toEqual({
      kind: 'incoming',
      sender: { dingtalkId: '$:LWCP_v1:$DemoUser0731', staffId: 'cc0731' },
      incoming: {
        platform: 'dingtalk',
        id: `${ROBOT}|msgDemo0001Qq==`,
        kind: 'message',
        chatKind: 'group',
        chatId: 'cidDemoGroupA1b2C3==',
        senderId: 'cc0731',
        text: '催办   明天前',
        mentionsBot: true,
        mentionedIds: ['cc0112'],
        pictures: [],
        quote: null,
        sentAt: new Date(1_767_225_600_123),
        reply: { route: recorded.groupText.sessionWebhook, expiresAt: new Date(1_767_231_000_345) },
      },
    });
  });

  it('one-to-one: the sender is the conversation, and nothing has to mention the bot', () => {
    expect(incoming(recorded.singleText)).toMatchObject({
      chatKind: 'single',
      chatId: 'cc0731',
      text: '我的待办',
      mentionsBot: false,
      mentionedIds: [],
    });
  });

  it('content at the top level, no robot code, createAt as text', () => {
    const found = incoming(recorded.topLevelContent);
    expect(found).toMatchObject({ id: `${ROBOT}|msgDemo0003Qq==`, text: '你好', sentAt: new Date(1_767_225_600_123) });
    expect(found.reply).toBeNull();
  });

  it('an outsider has no id', () => {
    expect(incoming(recorded.outsider)).toMatchObject({ senderId: '', chatId: 'cidDemoGroupA1b2C3==', text: '整改率' });
  });

  it('a bare mention is an empty text', () => {
    expect(incoming(recorded.bareMention).text).toBe('');
  });

  it.each([
    [
      'pictures and text, the mention followed by a narrow blank',
      recorded.richText,
      '上报 中山路12号占道\n整改前',
      ['DLDEMO-AAAA', 'DLDEMO-BBBB'],
    ],
    [
      'JSON text, the mention glued on, another person, an unknown segment',
      recorded.richTextGlued,
      '上报中山路12号占道@王磊',
      ['PICDEMO-CCCC'],
    ],
    ['a robot under a name that is not configured', recorded.richTextRenamed, '327 已整改', ['DLDEMO-DDDD']],
    ['the old shape', recorded.richTextListOld, '认领327', []],
    ['a picture alone', recorded.singlePicture, '', ['DLDEMO-CCCC']],
    ['speech with its recognition', recorded.audio, '中山路垃圾桶满溢', []],
    ['a film', recorded.video, '', []],
    ['a file', recorded.file, '', []],
    ['a sticker', recorded.unknownMsgType, '', []],
    ['forwarded messages', recorded.chatRecord, '', []],
    ['forwarded messages, each by itself', recorded.chatRecordOfContents, '', []],
    ['a card on which another robot calls ours', recorded.cardOfAnotherRobot, '', []],
    ['a document that is shared', recorded.documentCard, '', []],
    ['a card with links', recorded.actionCard, '', []],
    ['a picture without its code', recorded.pictureWithoutCode, '', []],
    ['a robot that has no code', recorded.robotWithoutCode, '认领327', []],
    ['no type', recorded.withoutType, '认领327', []],
  ])('%s', (_name, payload, text, codes) => {
    expect(incoming(payload)).toMatchObject({ text, pictures: codes.map(picture) });
  });

  it('a leading mention of somebody else stays', () => {
    const payload = {
      ...recorded.richTextRenamed,
      atUsers: [...recorded.richTextRenamed.atUsers, { dingtalkId: 'x', staffId: 'cc0112' }],
    };
    expect(incoming(payload).text).toBe('@新名字\u00a0327 已整改');
  });

  it('a mention without a user id is looked up among known senders, and left out otherwise', () => {
    const payload = { ...recorded.groupText, atUsers: [{ dingtalkId: 'known' }, { dingtalkId: 'unknown' }] };
    const found = decoded(payload, (id) => (id === 'known' ? 'cc0112' : undefined));
    expect(found).toMatchObject({ incoming: { mentionedIds: ['cc0112'] } });
  });
});

describe('quotes', () => {
  it.each([
    ['a picture', recorded.quotedPicture, null, 77, ['DLDEMO-FFFF']],
    ['a text without its type', recorded.quotedText, '#327 人民路占道经营', 78, []],
    ['markdown', recorded.quotedMarkdown, '#327 人民路占道经营', 79, []],
    ['text and pictures', recorded.quotedRichText, '@创城督办机器人 人民路占道\n[抱拳]', 80, ['DLDEMO-GGGG']],
    ['a file', recorded.quotedFile, null, 81, []],
    ['a card without content', recorded.quotedCardWithoutContent, null, 82, []],
    ['an id alone', recorded.quotedOnlyId, null, 83, []],
    ['an old client, content as JSON text', recorded.quotedLegacy, '#327 人民路', 84, []],
    ['forwarded messages', recorded.quotedChatRecord, '群聊的聊天记录\n周巡查：人民路占道', 85, []],
    ['a card as a tree of nodes', recorded.quotedCardNodes, '#327 人民路 占道经营', 86, []],
    ['a card by its values', recorded.quotedCardValues, '#327 人民路\n今天17:00到期', 87, []],
    ['a card by its template alone', recorded.quotedCardTemplate, null, 88, []],
    ['words that came sealed', recorded.quotedSealed, null, 89, []],
    ['speech', recorded.quotedSpeech, '三二七号改好了', 90, []],
    ['by a message of its own type', recorded.replyType, '#327 人民路', 92, []],
  ])('%s', (_name, payload, text, no, codes) => {
    const { quote, pictures } = incoming(payload);
    expect(quote).toEqual({ text, messageId: `${ROBOT}|msgDemoOrig${no}==`, pictures: codes.map(picture) });
    expect(pictures).toEqual([]);
  });
});

it('a quoted picture beside a picture of one’s own', () => {
  expect(incoming(recorded.quotedInRichText)).toMatchObject({
    text: '327已整改',
    pictures: [picture('DLDEMO-IIII')],
    quote: { messageId: `${ROBOT}|msgDemoOrig91==`, pictures: [picture('DLDEMO-JJJJ')] },
  });
});

describe('what is not a message', () => {
  it('a message withheld for want of quota', () => {
    expect(decoded(recorded.quotaUsedUp)).toMatchObject({ kind: 'ignored', quota: true });
  });

  it.each([
    ['nothing', {}],
    ['a list', []],
    ['null', null],
    ['a message without an id', { ...recorded.groupText, msgId: '' }],
  ])('%s', (_name, value) => {
    expect(decoded(value).kind).toBe('malformed');
  });

  it.each([
    'text',
    'content',
    'atUsers',
    'createAt',
    'sessionWebhookExpiredTime',
    'isInAtList',
    'senderStaffId',
    'robotCode',
  ])('an odd %s does not cost the message', (member) => {
    for (const odd of [null, 7, '{', [], { a: 1 }]) {
      expect(decoded({ ...recorded.groupText, [member]: odd }).kind).toBe('incoming');
    }
  });
});

describe('the session webhook', () => {
  it.each([
    ['http', 'http://oapi.dingtalk.com/robot/sendBySession?session=1'],
    ['another host', 'https://oapi.dingtalk.com.example.org/robot/sendBySession?session=1'],
    ['a user before the host', 'https://oapi.dingtalk.com@example.org/robot/sendBySession?session=1'],
    ['another port', 'https://oapi.dingtalk.com:8443/robot/sendBySession?session=1'],
    ['another path', 'https://oapi.dingtalk.com/robot/send?access_token=1'],
    ['a way around the path', 'https://oapi.dingtalk.com/robot/sendBySession/../send'],
    ['the metadata of a cloud', 'http://169.254.169.254/robot/sendBySession'],
    ['no address', 'robot/sendBySession'],
  ])('%s is never a way back', (_name, sessionWebhook) => {
    expect(incoming({ ...recorded.groupText, sessionWebhook }).reply).toBeNull();
  });

  it('without an expiry it lives ninety minutes', () => {
    const { sessionWebhookExpiredTime: _left, ...payload } = recorded.groupText;
    expect(incoming(payload).reply?.expiresAt).toEqual(new Date(1_767_225_600_123 + 5_400_000));
  });
});
