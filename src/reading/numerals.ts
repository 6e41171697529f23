/** 数字: Chinese numerals as people type them. */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const WEIGHTS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Source of a pattern for a number in digits or Chinese numerals. */
export const NUMERAL = '(?:\\d+|[〇零幺一二两三四五六七八九十百千]+)';

/** 327, 三二七, 三百二十七 → 327; null where it is not a number. */
export function parseNumeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (!/^[〇零幺一二两三四五六七八九十百千]+$/.test(text)) return null;
  if (!/[十百千]/.test(text)) return Number(Array.from(text, (char) => DIGITS[char] ?? 0).join(''));
  let total = 0;
  let digit = 0;
  // 三百二 is 320, 三百零二 is 302.
  let last = 1;
  for (const char of text) {
    const weight = WEIGHTS[char];
    if (weight === undefined) {
      digit = DIGITS[char] ?? 0;
      if (digit === 0) last = 1;
    } else {
      total += (digit || 1) * weight;
      digit = 0;
      last = weight / 10;
    }
  }
  return total + digit * last;
}
