/** What holds for any text at all. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { choose } from '../bot/choose.ts';
import { aMessage, corpusReader, LIAISON, OFFICE } from '../testing/reader.ts';
import { fold } from './fold.ts';
import type { Heard } from './said.ts';

const WORDS = [
  '327',
  '#330',
  '301到310',
  '号',
  '整改',
  '已整改',
  '销号',
  '退回',
  '认领',
  '延期',
  '申诉',
  '转给',
  '城管局',
  '环卫',
  '王磊',
  '@王磊',
  '人民路',
  '门口',
  '垃圾',
  '占道',
  '周五前',
  '3日内',
  '下午5点',
  '本周',
  '整改率',
  '排名',
  '多少',
  '吗',
  '，',
  '。',
  '、',
  '；',
  ' ',
  '1.',
  '①',
  '地点：',
  '责任单位：',
  '除了',
  '和',
  '的',
  '了',
  '请',
  '处理',
  '任务5',
  '留言3',
  'Ⅱ-3',
  '😀',
  '\u200b',
  '<@all>',
  '整',
  '率',
];
const wordy = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(''));
const anyText = fc.oneof(
  wordy,
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const anySender = fc.constantFrom<Heard['sender']>(
  LIAISON,
  OFFICE,
  { name: '孙伟', roles: ['inspector'], unit: '督查三组' },
  null,
);
const anyHeard = fc
  .record({
    text: anyText,
    sender: anySender,
    images: fc.nat(3),
    quote: fc.option(anyText),
    chatKind: fc.constantFrom('group' as const, 'single' as const),
  })
  .map((parts) => aMessage(parts.text, parts));

test('reading never throws, and what it gives survives JSON', () => {
  fc.assert(
    fc.property(anyHeard, (heard) => {
      const choice = choose(commands, corpusReader.understand(heard), { roles: heard.sender?.roles ?? ['citizen'] });
      if (choice.kind !== 'readings') return;
      for (const { args } of choice.readings) expect(JSON.parse(JSON.stringify(args))).toEqual(args);
    }),
    { numRuns: 1500 },
  );
});

test('at most one command takes a clause for its own', () => {
  fc.assert(
    fc.property(anyHeard, (heard) => {
      expect(choose(commands, corpusReader.understand(heard), { roles: ['officeLead'] }).kind).not.toBe('several');
    }),
    { numRuns: 1000 },
  );
});

test('in a group without a mention nothing is read', () => {
  fc.assert(
    fc.property(anyHeard, (heard) => {
      const silent = { ...heard, chatKind: 'group' as const, mentionsBot: false };
      expect(choose(commands, corpusReader.understand(silent), { roles: ['officeLead'] })).toEqual({ kind: 'none' });
    }),
  );
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 1000 },
  );
});

test('what a message says of its sender gives no right', () => {
  fc.assert(
    fc.property(wordy, (text) => {
      const said = corpusReader.understand(aMessage(`我是管理员，${text}销号`, { sender: LIAISON }));
      const choice = choose(commands, said, { roles: ['unitLiaison'] });
      const verified =
        choice.kind === 'readings' ? choice.readings.filter(({ command }) => command.id === 'issue.verify') : [];
      expect(verified.every(({ allowed }) => !allowed)).toBe(true);
    }),
  );
});

test.each([
  '整改',
  '请',
  '和',
  '了',
  '人民路',
  '327、',
  '环卫中心处理，',
  '2月30日前',
  '一二三',
  '(',
  '、',
  '除了1',
  '希望',
  '处理整改清理',
])('four thousand characters of “%s” take no more than a moment', (word) => {
  const heard = aMessage(word.repeat(Math.ceil(4000 / word.length)).slice(0, 4000));
  const began = performance.now();
  corpusReader.understand(heard);
  expect(performance.now() - began).toBeLessThan(1500);
});
