import { describe, expect, it } from 'vitest';
import { escapeMarkdown, renderTemplate, renderWebhook } from './render.ts';

const wang = { personId: 'cc0112', name: '王磊' };
const none = { atUserIds: [], atMobiles: [], isAtAll: false };

describe('webhook text', () => {
  it('puts a person into the list and as @id into the body', () => {
    expect(renderWebhook({ text: '已受理 #327，责任人@王磊，请处理', mentions: [wang] }, [], 'text')).toEqual({
      msgtype: 'text',
      text: { content: '已受理 #327，责任人@cc0112 ，请处理' },
      at: { atUserIds: ['cc0112'], atMobiles: [], isAtAll: false },
    });
  });

  it('keeps the blank that is there, names only once, and tells like names apart', () => {
    const part = { text: '@王磊磊 @王磊\n@王磊', mentions: [wang, { personId: 'cc0113', name: '王磊磊' }] };
    expect(renderWebhook(part, [], 'text')).toMatchObject({ text: { content: '@cc0113 @cc0112\n@王磊' } });
  });

  it('a person known by number only', () => {
    const part = { text: '请@李强处理', mentions: [{ personId: 'mobile:13900000001', name: '李强' }] };
    expect(renderWebhook(part, [], 'text')).toEqual({
      msgtype: 'text',
      text: { content: '请@13900000001 处理' },
      at: { atUserIds: [], atMobiles: ['13900000001'], isAtAll: false },
    });
  });

  it.each(['@所有人 开会', '@all', '<@all>', '**重要** [点我](https://example.org)', '@cc0999 你好'])(
    'what a person typed stays text: %s',
    (text) => {
      expect(renderWebhook({ text, mentions: [] }, [], 'text')).toEqual({
        msgtype: 'text',
        text: { content: text },
        at: none,
      });
    },
  );

  it('control characters become blanks, lines stay', () => {
    expect(renderWebhook({ text: '甲\u0000乙\n丙\u001b', mentions: [] }, [], 'text')).toMatchObject({
      text: { content: '甲 乙\n丙 ' },
    });
  });
});

describe('cards', () => {
  const part = { text: '#327 *人民路*\n请@王磊认领', mentions: [wang] };
  const buttons = [{ label: '认领', says: '认领 327(急)' }];
  const link = 'dtmd://dingtalkclient/sendMessage?content=%E8%AE%A4%E9%A2%86%20327%28%E6%80%A5%29';

  it('by default the text alone goes out', () => {
    expect(renderWebhook(part, buttons, 'text')).toMatchObject({ msgtype: 'text' });
  });

  it('as an action card, the typed text without markup and the mention real', () => {
    expect(renderWebhook(part, buttons, 'card')).toEqual({
      msgtype: 'actionCard',
      actionCard: {
        title: '＃327 ＊人民路＊',
        text: '＃327 ＊人民路＊  \n  请@cc0112 认领',
        btnOrientation: '1',
        btns: [{ title: '认领', actionURL: link }],
      },
      at: { atUserIds: ['cc0112'], atMobiles: [], isAtAll: false },
    });
  });

  it('as links under markdown', () => {
    expect(renderWebhook(part, buttons, 'links')).toMatchObject({
      msgtype: 'markdown',
      markdown: { text: `＃327 ＊人民路＊  \n  请@cc0112 认领\n\n[认领](${link})` },
    });
  });

  it.each([
    ['a long text', { text: '长'.repeat(1_001), mentions: [] }, buttons],
    ['no buttons', part, []],
  ])('%s goes out as text', (_name, said, given) => {
    expect(renderWebhook(said, given, 'card')).toMatchObject({ msgtype: 'text' });
  });

  it('markup that a person typed is shown and does nothing', () => {
    expect(escapeMarkdown('# 标题\n- 项\n[点我](http://x) ![](y) `码` <font> @所有人')).toBe(
      '＃ 标题  \n  － 项  \n  ［点我］(http://x) ！［］(y) ｀码｀ ＜font＞ ＠所有人',
    );
  });
});

it('the interface that notifies nobody gets names as people read them', () => {
  const template = renderTemplate({ text: '请@王磊 "尽快"', mentions: [wang] });
  expect(template).toEqual({ msgKey: 'sampleText', msgParam: '{"content":"请@王磊 \\"尽快\\""}' });
});
