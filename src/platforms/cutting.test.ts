import { describe, expect, it } from 'vitest';
import { cutAt, numbered } from './cutting.ts';

describe('where a text is cut', () => {
  it.each(['-', '•', '·', '*', '●', '○', '▪', '1.', '2、', '3）', '#4', '（五）', '六、'])(
    'before the list mark %s, though a line and a sentence end later',
    (mark) => {
      const text = `甲路占道，已超期\n${mark} 乙路占道\n丙路占道。丁路`;
      expect(cutAt(text, { from: 0, most: text.length - 1 }, [])).toBe(text.indexOf(mark));
    },
  );

  it.each([
    ['the whole rest of a character', '甲👨‍👩‍👧‍👦', 4, [], 1],
    ['before a name', '甲@欧阳建国', 4, [{ from: 1, to: 6 }], 1],
    ['a character longer than the room, between its code points', '👨‍👩‍👧‍👦', 4, [], 3],
    ['a name longer than the room', '@欧阳建国', 3, [{ from: 0, to: 5 }], 3],
    ['no room at all: it moves on all the same', '😀', 0, [], 1],
  ])('%s', (_, text, most, spans, expected) => {
    expect(cutAt(text, { from: 0, most }, spans)).toBe(expected);
  });
});

it('each part is told its number, for which room is left', () => {
  const told: string[] = [];
  const parts = numbered((number) => {
    told.push(number);
    return Array.from({ length: 12 }, (_, no) => no);
  });
  expect(told).toEqual(['(9/9)\n', '(99/99)\n']);
  expect(parts.at(-1)).toEqual({ number: '(12/12)\n', part: 11 });
});
