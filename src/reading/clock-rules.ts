/** 钟点: the ways people write times of day. */
import { num } from './calendar-words.ts';
import type { DateRule, DatePhrase, DayHalf } from './date-phrase.ts';
import { aboutNumeral } from './numerals.ts';

const HALVES: readonly (readonly [RegExp, DayHalf])[] = [
  [/凌晨|清早|清晨|早上|早晨|上午|[早晨]/, 'morning'],
  [/中午|午前/, 'noon'],
  [/下午|下班|傍晚/, 'afternoon'],
  [/[晚夜]/, 'evening'],
];
/** An hour in words: 十二, 两, and 两三, 十一二. */
const WORDS = '(?:十[一二]{0,2}|二十[一二三四]?|[一二两三四五六七八九]{1,2})';
const HALF = `(凌晨|清早|清晨|早上|早晨|上午|中午|下午|傍晚|[后下]半夜|半夜|深夜|午夜|夜[里间晚]|晚[上间]|(?<!最)[早晚夜](?=\\d|(?:${WORDS}|[零〇])点))`;
/** Spares the look at every other character. */
const HEAD = '(?=[凌清早上中下傍后半深午夜晚零〇\\s\\d])';
const halfOf = (text: string | undefined): DayHalf | null =>
  text === undefined ? null : (HALVES.find(([pattern]) => pattern.test(text))?.[1] ?? null);

/** 25点, 17点75分: said as a time, but no clock has it. */
function noSuchTime(hour: number, minute: number): Partial<DatePhrase> | null {
  if (!(hour >= 0 && hour <= 99 && minute >= 0)) return null;
  return { fault: hour > 24 ? `没有${hour}点` : `没有${hour}点${minute}分` };
}

type Hour = readonly [hour: number, unsure: boolean];

/** 晚上12点, 夜里2点 lie in the night behind the day that is named (domain §15); 晚上4点 and 夜里6点 may be either end of it. */
function nightHour(spoken: number, isNight: boolean): Hour {
  if (spoken > 12) return [spoken, false];
  if (spoken === 0 || spoken === 12) return [24, false];
  if (spoken <= 3 || (isNight && spoken <= 5)) return [24 + spoken, false];
  if (spoken === 4) return [24 + spoken, true];
  return [12 + spoken, isNight && spoken === 6];
}

/** `half` as it was typed. */
function hourOf(half: string | undefined, spoken: number): Hour {
  const part = halfOf(half);
  if (part === 'evening') return nightHour(spoken, half?.includes('夜') === true);
  // 凌晨12点 begins the day that is named, or ends it.
  if (half === '凌晨' && spoken === 12) return [0, true];
  const isLater = (part === 'afternoon' && spoken < 12) || (part === 'noon' && spoken < 3);
  return [isLater ? spoken + 12 : spoken, false];
}

/** `half`, `hour` and `minute` as they were typed; null for what is no time. */
function clock(half: string | undefined, hour: string | undefined, minute = ''): Partial<DatePhrase> | null {
  const spoken = num(hour);
  const special: Readonly<Record<string, number>> = { '': 0, 半: 30, 一刻: 15, 三刻: 45 };
  const minutes = special[minute] ?? num(minute);
  if (!(spoken >= 0 && spoken <= 24) || !(minutes >= 0 && minutes < 60)) return noSuchTime(spoken, minutes);
  const [hours, unsure] = hourOf(half, spoken);
  return {
    time: { hour: hours, minute: minutes, bare: half === undefined },
    half: halfOf(half),
    unsure: unsure || aboutNumeral(hour ?? '') !== null,
  };
}

const OCLOCK = '[点时](?![候间代段常尚刻位限])';
const PAST = '(半|一刻|三刻|\\d{1,2})?分?[整钟]?';

/** Times of day. */
export const TIME_RULES: readonly DateRule[] = [
  [new RegExp(`${HEAD}${HALF}?\\s?(?<![\\d.])(\\d{1,2})${OCLOCK}${PAST}`, 'g'), (m) => clock(m[1], m[2], m[3])],
  [new RegExp(`${HALF}\\s?(${WORDS})[点时](半|一刻|三刻)?[整钟]?`, 'g'), (m) => clock(m[1], m[2], m[3])],
  [
    /(?<![一二三四五六七八九十])(十[一二]{0,2}|二十[一二三四]?|一[二两]|[二两三四五六七八九]{1,2})点(半|一刻|三刻)?[整钟]?(?=[之以]?前|半|钟)/g,
    (m) => clock(undefined, m[1], m[2]),
  ],
  // 下午两点到三点: behind an hour in words the next needs no more.
  [
    new RegExp(`(?=[一二两三四五六七八九十])(?<=[点半刻钟整][到至])(${WORDS})点(半|一刻|三刻)?[整钟]?`, 'g'),
    (m) => clock(undefined, m[1], m[2]),
  ],
  // 今晚零点; 零点五米 is a measure.
  [
    new RegExp(
      `${HEAD}${HALF}?\\s?(?<![\\d点第〇零一二三四五六七八九十百千])([零〇])点(半|一刻|三刻)?[整钟]?(?![几\\d〇零一二三四五六七八九])`,
      'g',
    ),
    (m) => clock(m[1], m[2], m[3]),
  ],
  // 2-3点, 下午两到三点: by the end of it.
  [
    new RegExp(`${HEAD}${HALF}?\\s?(?<![\\d.:#月/-])\\d{1,2}(?:到|至|-|~|—+)(\\d{1,2})${OCLOCK}${PAST}`, 'g'),
    (m) => clock(m[1], m[2], m[3]),
  ],
  [new RegExp(`${HALF}\\s?${WORDS}[到至](${WORDS})点(半|一刻|三刻)?[整钟]?`, 'g'), (m) => clock(m[1], m[2], m[3])],
  // 下午2、3点: about then.
  [
    new RegExp(`${HALF}\\s?(\\d{1,2})[、,](\\d{1,2})${OCLOCK}${PAST}`, 'g'),
    (m) => (num(m[3]) === num(m[2]) + 1 ? { ...clock(m[1], m[3], m[4]), unsure: true } : null),
  ],
  [new RegExp(`${HEAD}${HALF}?\\s?(?<![\\d:.])(\\d{1,2}):(\\d{2})(?!\\d)`, 'g'), (m) => clock(m[1], m[2], m[3])],
  [/凌晨|清早|早上|早晨|上午|中午|午前|下午|下班|傍晚|晚上|(?<=[今明昨后])[早晚]/g, (m) => ({ half: halfOf(m[0]) })],
];
