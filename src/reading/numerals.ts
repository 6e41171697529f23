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

/** 两三, 三五, 十一二, 二三十: about so many. The larger of the two; null for a number said exactly. */
export function aboutNumeral(text: string): number | null {
  const [, tens, low, high, times] =
    /^([二三四五六七八九]?十)?([一二两三四五六七八九])([二两三四五六七八九])(十)?$/.exec(text) ?? [];
  const [least, most] = [DIGITS[low ?? ''] ?? 0, DIGITS[high ?? ''] ?? 0];
  if (most <= least || most - least > 2 || (tens !== undefined && times !== undefined)) return null;
  return (tens === undefined ? 0 : (parseNumeral(tens) ?? 0)) + most * (times === undefined ? 1 : 10);
}

/** 327, 三二七, 三百二十七 → 327; 一两 → 2, because no figures are spelt with 两. Null where it is not a number. */
export function parseNumeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (!/^[〇零幺一二两三四五六七八九十百千]+$/.test(text)) return null;
  if (/^[^十百千]{2,}$/.test(text) && text.includes('两')) return aboutNumeral(text);
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
