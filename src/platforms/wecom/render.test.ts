import { describe, expect, it } from 'vitest';
import type { Mention } from '../../chat.ts';
import { anOutgoing } from '../../testing/fake-wecom/door.ts';
import { escapeMarkdown, renderApp, renderMarkdown, renderMarkdownOnce, renderWebhook } from './render.ts';

const lina: Mention = { personId: 'lina', name: '李娜' };
const wang: Mention = { personId: 'wang', name: '王磊' };
const wangming: Mention = { personId: 'wangming', name: '王磊明' };

describe('webhook text', () => {
  it('notifies by list and shows the text as it is', () => {
    const message = anOutgoing({ text: '超期：@李娜 请处理\n**不是**粗体', mentions: [lina] });
    expect(renderWebhook(message, 'text')).toEqual([
      { msgtype: 'text', text: { content: '超期：@李娜 请处理\n**不是**粗体', mentioned_list: ['lina'] } },
    ]);
  });

  it('has no list without mentions', () => {
    expect(renderWebhook(anOutgoing({ text: '日报' }), 'text')).toEqual([
      { msgtype: 'text', text: { content: '日报' } },
    ]);
  });

  it('never makes a mention of what people typed', () => {
    const message = anOutgoing({ text: '备注：<@all> <@lina> @所有人 @all' });
    expect(renderWebhook(message, 'text')).toEqual([
      { msgtype: 'text', text: { content: '备注：＜@all> ＜@lina> @所有人 @all' } },
    ]);
  });

  it('never notifies everybody, and nobody with an odd id', () => {
    const mentions = ['@all', '@ALL', 'a|b', 'x><@all', ''].map((personId) => ({ personId, name: '大家' }));
    const message = anOutgoing({ text: '@大家', mentions });
    expect(renderWebhook(message, 'text')).toEqual([{ msgtype: 'text', text: { content: '@大家' } }]);
    expect(renderWebhook(message, 'markdown')).toEqual([{ msgtype: 'markdown', markdown: { content: '@大家' } }]);
  });

  it('takes numbers where the directory has no id', () => {
    const message = anOutgoing({
      text: '@李娜 @王磊',
      mentions: [lina, { personId: 'mobile:13800000000', name: '王磊' }],
    });
    expect(renderWebhook(message, 'markdown')).toEqual([
      {
        msgtype: 'text',
        text: { content: '@李娜 @王磊', mentioned_list: ['lina'], mentioned_mobile_list: ['13800000000'] },
      },
    ]);
  });

  it.each([
    [2047, 1],
    [2048, 1],
    [2049, 2],
  ])('%d bytes make %d part(s)', (bytes, parts) => {
    const text = '路'.repeat(Math.floor(bytes / 3)) + 'x'.repeat(bytes % 3);
    const bodies = renderWebhook(anOutgoing({ text }), 'text');
    expect(bodies).toHaveLength(parts);
  });

  it('each part notifies those it names, the last one those named nowhere', () => {
    const text = `1. @李娜 ${'甲'.repeat(600)}\n2. @王磊 ${'乙'.repeat(600)}`;
    const bodies = renderWebhook(anOutgoing({ text, mentions: [lina, wang, wangming] }), 'text');
    expect(bodies.map((body) => 'text' in body && body.text.mentioned_list)).toEqual([['lina'], ['wang', 'wangming']]);
  });
});

describe('webhook markdown', () => {
  it('puts ids in the place of names, long names first, and disarms what people typed', () => {
    const message = anOutgoing({ text: '@王磊明 与 @王磊：<@all> *不是斜体*', mentions: [wang, wangming, lina] });
    expect(renderWebhook(message, 'markdown')).toEqual([
      { msgtype: 'markdown', markdown: { content: '<@wangming> 与 <@wang>：＜@all＞ ＊不是斜体＊\n<@lina>' } },
    ]);
  });

  it.each([
    [4095, 1],
    [4096, 1],
    [4097, 2],
  ])('%d bytes make %d part(s)', (bytes, parts) => {
    const text = '路'.repeat(Math.floor(bytes / 3)) + 'x'.repeat(bytes % 3);
    expect(renderWebhook(anOutgoing({ text }), 'markdown')).toHaveLength(parts);
  });
});

describe('plain text in markdown looks as it is', () => {
  it.each([
    ['# 标题', '＃ 标题'],
    ['#327 已整改', '#327 已整改'],
    ['a*b_c`d`', 'a＊b_c｀d｀'],
    ['[链接](https://example.org/a_b)', '[链接]（https://example.org/a_b)'],
    ['---', '———'],
    ['    缩进', '　　缩进'],
    ['1. 甲\n2. 乙', '1. 甲\n2. 乙'],
    ['~~删~~ __粗__', '～～删～～ ＿＿粗＿＿'],
  ])('%j → %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

describe('other ways', () => {
  it('the bot takes 20480 bytes, one more makes two parts', () => {
    const at = 'x'.repeat(20_480);
    expect(renderMarkdown(anOutgoing({ text: at }))).toHaveLength(1);
    expect(renderMarkdown(anOutgoing({ text: `${at}x` }))).toHaveLength(2);
  });

  it('the one answer of a response_url says that it was cut', () => {
    const { markdown } = renderMarkdownOnce(anOutgoing({ text: '字'.repeat(7000) }));
    expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(20_480);
    expect(markdown.content.endsWith('（内容过长，其余未显示，请缩小查询范围。）')).toBe(true);
  });

  it('the application shows no tags of people', () => {
    expect(renderApp(anOutgoing({ text: '<a href="https://evil.example">点我</a>' }))).toEqual([
      '＜a href="https://evil.example">点我＜/a>',
    ]);
  });
});
