import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, splitText } from './split.ts';

const bytes = (text: string): number => Buffer.byteLength(text);
const unnumbered = (parts: readonly string[]): string =>
  parts.map((part) => part.replace(/^\(\d+\/\d+\)\n/u, '')).join('');

describe('splitting at the limits of the vendor (wecom §5.3)', () => {
  it.each([2048, 4096, 20_480])('%d bytes: one under and at the limit stay whole, one over becomes two', (limit) => {
    const at = '整'.repeat(Math.floor(limit / 3)) + 'x'.repeat(limit % 3);
    expect(bytes(at)).toBe(limit);
    expect(splitText(at.slice(0, -1), limit)).toHaveLength(1);
    expect(splitText(at, limit)).toEqual([at]);
    const parts = splitText(`${at}x`, limit);
    expect(parts).toHaveLength(2);
    expect(parts[0]?.startsWith('(1/2)\n')).toBe(true);
    expect(parts.every((part) => bytes(part) <= limit)).toBe(true);
    expect(unnumbered(parts)).toBe(`${at}x`);
  });
});

describe('where a text is cut', () => {
  it('between list items before lines', () => {
    const text = '通报\n1. 甲路占道\n   已超期\n2. 乙路占道\n   已超期\n3. 丙路占道\n   已超期';
    expect(splitText(text, 65)).toEqual([
      '(1/2)\n通报\n1. 甲路占道\n   已超期',
      '(2/2)\n2. 乙路占道\n   已超期\n3. 丙路占道\n   已超期',
    ]);
  });

  it('between lines before sentences', () => {
    expect(splitText('第一句。第二句。\n第三句。', 36)).toEqual(['(1/2)\n第一句。第二句。', '(2/2)\n第三句。']);
  });

  it('after a sentence before the middle of one', () => {
    expect(splitText('第一句很长。第二句也很长', 33)).toEqual(['(1/2)\n第一句很长。', '(2/2)\n第二句也很长']);
  });

  it('never inside a surrogate pair or a joined emoji', () => {
    const family = '👨‍👩‍👧‍👦';
    for (let limit = 40; limit < 70; limit += 1) {
      const parts = splitText(family.repeat(6), limit);
      expect(parts.every((part) => bytes(part) <= limit)).toBe(true);
      expect(parts.every((part) => part.replace(/^\(\d+\/\d+\)\n/u, '').replaceAll(family, '') === '')).toBe(true);
    }
  });

  it('never inside a mention', () => {
    for (let limit = 40; limit < 80; limit += 1) {
      const parts = splitText('请@欧阳 子涵尽快处理<@ouyang.zihan>并回复'.repeat(4), limit, ['@欧阳 子涵']);
      expect(parts.every((part) => bytes(part) <= limit)).toBe(true);
      expect(parts.join('|').match(/@欧阳 子涵/gu)).toHaveLength(4);
      expect(parts.join('|').match(/<@ouyang\.zihan>/gu)).toHaveLength(4);
    }
  });

  it('loses nothing but line ends, whatever the text', () => {
    const anyText = fc.string({ unit: fc.constantFrom('字', 'a', '。', '\n', '1. ', '😀', '，'), maxLength: 400 });
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 200 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(parts.every((part) => bytes(part) <= limit)).toBe(true);
        expect(unnumbered(parts).replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
      }),
      { numRuns: 300 },
    );
  });

  it('numbers more than nine and more than ninety-nine parts', () => {
    const parts = splitText('字'.repeat(700), 30);
    expect(parts.length).toBeGreaterThan(99);
    expect(parts.at(-1)?.startsWith(`(${parts.length}/${parts.length})\n`)).toBe(true);
    expect(parts.every((part) => bytes(part) <= 30)).toBe(true);
  });
});

describe('shortening', () => {
  it.each([
    ['占道经营', 12, '占道经营'],
    ['占道经营', 11, '占道…'],
    ['ab👨‍👩‍👧‍👦', 10, 'ab…'],
  ])('%s to %d bytes: %s', (text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected);
  });
});
