import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../chat.ts';
import { DEFAULT_ASSUMPTIONS } from './options.ts';
import { renderTemplate, renderWebhook } from './render.ts';
import { MOST_MENTIONS, splitText } from './split.ts';

const person = (name: string, personId = `id-${name}`): Mention => ({ personId, name });
const limits = (characters: number, mentions = MOST_MENTIONS): { characters: number; mentions: number } => ({
  characters,
  mentions,
});
const texts = (text: string, characters: number, mentions: Mention[] = []): string[] =>
  splitText(text, mentions, limits(characters)).map((part) => part.text);

describe('split', () => {
  it('one under and exactly at the limit is one message, one over is two', () => {
    const line = '问'.repeat(DEFAULT_ASSUMPTIONS.partCharacters);
    expect(texts(line.slice(1), DEFAULT_ASSUMPTIONS.partCharacters)).toEqual([line.slice(1)]);
    expect(texts(line, DEFAULT_ASSUMPTIONS.partCharacters)).toEqual([line]);
    const parts = texts(`${line}问`, DEFAULT_ASSUMPTIONS.partCharacters);
    expect(parts.map((part) => part.slice(0, 6))).toEqual(['(1/2)\n', '(2/2)\n']);
    expect(parts.map((part) => part.length <= DEFAULT_ASSUMPTIONS.partCharacters)).toEqual([true, true]);
  });

  const filled = (sign: string, length: number): string => sign.repeat(length);

  it.each([
    ['between list items', 26, `1. ${filled('甲', 10)}\n乙乙`, `2. ${filled('丙', 12)}`, '\n'],
    ['between lines', 26, `${filled('甲', 7)}。${filled('甲', 5)}`, filled('乙', 14), '\n'],
    ['between sentences', 24, `${filled('甲', 9)}。`, filled('乙', 16), ''],
    ['before a name', 26, filled('甲', 16), '@欧阳建国请尽快处理好吧', ''],
  ])('%s', (_name, characters, first, second, between) => {
    const parts = texts(
      first + between + second,
      characters,
      [person('欧阳建国')].slice(0, second.includes('@') ? 1 : 0),
    );
    expect(parts).toEqual([`(1/2)\n${first}`, `(2/2)\n${second}`]);
  });

  it('never inside a character', () => {
    const family = '👨‍👩‍👧‍👦';
    const parts = texts(filled('甲', 6) + family + filled('乙', 9), 22);
    expect(parts[1]).toContain(family);
    expect(texts(filled('🏴', 40), 21).every((part) => part.isWellFormed())).toBe(true);
    expect(texts(filled('👨\u200d', 60), 22).every((part) => part.isWellFormed())).toBe(true);
  });

  it('notifies a person once, in the part where the name comes first', () => {
    const parts = splitText(`@王磊 ${'甲'.repeat(20)}\n@王磊 ${'乙'.repeat(20)}`, [person('王磊')], limits(36));
    expect(parts.map(({ mentions }) => mentions.map(({ name }) => name))).toEqual([['王磊'], []]);
  });

  it('takes the longer of two names, and shows who is not named', () => {
    const [part] = splitText('请@王磊磊处理', [person('王磊'), person('王磊磊')], limits(100));
    expect(part).toEqual({ text: '请@王磊磊处理\n@王磊', mentions: [person('王磊磊'), person('王磊')] });
  });

  it('fifty people are one message, fifty-one are two', () => {
    const people = Array.from({ length: 51 }, (_, no) => person(`甲${String(no).padStart(2, '0')}`));
    const said = (some: Mention[]): string => some.map(({ name }) => `@${name}`).join(' ');
    expect(splitText(said(people.slice(1)), people.slice(1), limits(3_500))).toHaveLength(1);
    expect(splitText(said(people), people, limits(3_500)).map(({ mentions }) => mentions.length)).toEqual([50, 1]);
  });

  it('loses nothing and keeps within the limit, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 90, max: 120 }),
        (text, characters) => {
          const parts = texts(text, characters);
          expect(parts.every((part) => part.length <= characters)).toBe(true);
          const whole = parts.length === 1 ? parts : parts.map((part) => part.replace(/^\(\d+\/\d+\)\n/u, ''));
          expect(whole.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
        },
      ),
    );
  });

  it('the fullest part stays within what the vendor takes, in bytes', () => {
    const people = Array.from({ length: 50 }, (_, no) => person(`人${no}`, `${no}`.padEnd(64, 'x')));
    const text = people.map(({ name }) => `@${name}`).join('"') + '"\n问'.repeat(1_100);
    const [part] = splitText(text, people, limits(DEFAULT_ASSUMPTIONS.partCharacters));
    if (part === undefined) throw new Error('no part');
    const body = { ...renderWebhook(part, [], 'text'), msgUuid: 'x'.repeat(40) };
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(20_000);
    expect(Buffer.byteLength(renderTemplate({ text: '"'.repeat(3_500), mentions: [] }).msgParam)).toBeLessThan(15_000);
    expect(Buffer.byteLength(renderTemplate({ text: '问'.repeat(3_500), mentions: [] }).msgParam)).toBeLessThan(15_000);
  });
});
