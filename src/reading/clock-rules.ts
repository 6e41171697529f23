/** 钟点: the ways people write times of day. */
import { num } from './calendar-words.ts';
import type { DateRule, DatePhrase, DayHalf } from './date-phrase.ts';

const HALVES: readonly (readonly [RegExp, DayHalf])[] = [
  [/凌晨|清早|清晨|早上|早晨|上午|[早晨]/, 'morning'],
  [/中午|午前/, 'noon'],
  [/下午|下班|傍晚/, 'afternoon'],
  [/晚上|晚|夜里?/, 'evening'],
];
const HALF = '(凌晨|清早|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|[早晚](?=\\d|[一二两三四五六七八九十]{1,2}点))';
const halfOf = (text: string | undefined): DayHalf | null =>
  text === undefined ? null : (HALVES.find(([pattern]) => pattern.test(text))?.[1] ?? null);

/** 25点, 17点75分: said as a time, but no clock has it. */
function noSuchTime(hour: number, minute: number): Partial<DatePhrase> | null {
  if (!(hour >= 0 && hour <= 99 && minute >= 0)) return null;
  return { fault: hour > 24 ? `没有${hour}点` : `没有${hour}点${minute}分` };
}

function clock(
  half: DayHalf | null,
  hourText: string | undefined,
  minuteText: string | undefined,
): Partial<DatePhrase> | null {
  const spoken = num(hourText);
  const special: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };
  const minute = minuteText === undefined || minuteText === '' ? 0 : (special[minuteText] ?? num(minuteText));
  if (!(spoken >= 0 && spoken <= 24) || !(minute >= 0 && minute < 60)) return noSuchTime(spoken, minute);
  const isLater = (half === 'afternoon' || half === 'evening') && spoken < 12;
  const isNoonOne = half === 'noon' && spoken < 3;
  return { time: { hour: spoken + (isLater || isNoonOne ? 12 : 0), minute, bare: half === null }, half };
}

/** Times of day. */
export const TIME_RULES: readonly DateRule[] = [
  [
    new RegExp(
      `${HALF}?\\s?(?<![\\d.])(\\d{1,2})[点时](?![候间代段常尚刻位限])(半|一刻|三刻|\\d{1,2})?分?[整钟]?`,
      'g',
    ),
    (m) => clock(halfOf(m[1]), m[2], m[3]),
  ],
  [
    new RegExp(`${HALF}\\s?([一二两三四五六七八九十]{1,2})[点时](半|一刻|三刻)?[整钟]?`, 'g'),
    (m) => clock(halfOf(m[1]), m[2], m[3]),
  ],
  [
    /(?<![一二三四五六七八九十])([二两三四五六七八九十]{1,2})点(半|一刻|三刻)?[整钟]?(?=[之以]?前|半|钟)/g,
    (m) => clock(null, m[1], m[2]),
  ],
  [new RegExp(`${HALF}?\\s?(?<![\\d:.])(\\d{1,2}):(\\d{2})(?!\\d)`, 'g'), (m) => clock(halfOf(m[1]), m[2], m[3])],
  [/凌晨|清早|早上|早晨|上午|中午|午前|下午|下班|傍晚|晚上|(?<=[今明昨后])[早晚]/g, (m) => ({ half: halfOf(m[0]) })],
];
