/** 时间说法: finds every stretch of text that names a day, a time or a span, and works out which. What it means is decided elsewhere. */
import { addDays, dayOf, monthOf, weekOf, weekdayOf } from '../domain/shanghai.ts';
import { NUMERAL, parseNumeral } from './numerals.ts';

/** `HH` and `MM`; `bare`: no 上午/下午 was said. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly bare: boolean;
}

export type DayHalf = 'morning' | 'noon' | 'afternoon' | 'evening';

export interface DatePhrase {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** First and last day named, both inclusive; null for a time of day alone. */
  readonly from: string | null;
  readonly to: string | null;
  readonly time: ClockTime | null;
  readonly half: DayHalf | null;
  /** `lasting`: 3日内, 24小时内, 5个工作日内, counted from the message. */
  readonly lasting: { readonly count: number; readonly unit: 'minute' | 'hour' | 'day' | 'workday' | 'month' } | null;
  /** 国检: a day that only the settings know. */
  readonly milestone: string | null;
}

type Span = { readonly from: string; readonly to: string } | null;
type Rule = readonly [RegExp, (match: RegExpExecArray, today: string) => Partial<DatePhrase> | null];

const oneDay = (day: string | null): Span => (day === null ? null : { from: day, to: day });
const two = (value: number): string => String(value).padStart(2, '0');

/** The day text, or null for one that the calendar does not have. */
export function dayIfReal(year: number, month: number, date: number): string | null {
  const text = `${year}-${two(month)}-${two(date)}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null;
}

const num = (text: string | undefined): number => parseNumeral(text ?? '') ?? Number.NaN;
const yearIn = (day: string): number => Number(day.slice(0, 4));
const monthIn = (day: string): number => Number(day.slice(5, 7));

/** A month and date without a year: this year's, or next year's where this year's is half a year and more ago. */
function inThisYear(month: number, date: number, today: string): Span {
  const day = dayIfReal(yearIn(today), month, date);
  if (day === null) return null;
  return oneDay(day < addDays(today, -180) ? dayIfReal(yearIn(today) + 1, month, date) : day);
}

const RELATIVE_DAYS: Readonly<Record<string, number>> = {
  大后天: 3,
  后天: 2,
  后日: 2,
  明: 1,
  次日: 1,
  今: 0,
  当: 0,
  昨: -1,
  前天: -2,
  前日: -2,
};
const WEEK_SHIFT: Readonly<Record<string, number>> = {
  本: 0,
  这: 0,
  这个: 0,
  下: 7,
  下个: 7,
  下下: 14,
  下下个: 14,
  上: -7,
  上个: -7,
  上上: -14,
  上上个: -14,
};
const MONTH_SHIFT: Readonly<Record<string, number>> = {
  本: 0,
  这: 0,
  这个: 0,
  当: 0,
  下: 1,
  下个: 1,
  上: -1,
  上个: -1,
};
const WEEKDAYS = '一二三四五六日';

function shiftedMonth(today: string, shift: number): { from: string; to: string } {
  let day = monthOf(today).from;
  for (let left = Math.abs(shift); left > 0; left -= 1)
    day = monthOf(shift > 0 ? addDays(monthOf(day).to, 1) : addDays(day, -1)).from;
  return monthOf(day);
}

function weekday(prefix: string | undefined, name: string, today: string): Span {
  const index = name === '末' ? 6 : WEEKDAYS.indexOf(name === '天' ? '日' : name);
  if (index < 0) return null;
  if (prefix !== undefined) return oneDay(addDays(weekOf(today).from, index + (WEEK_SHIFT[prefix] ?? 0)));
  const ahead = (index + 1 - weekdayOf(today) + 7) % 7;
  return oneDay(addDays(today, ahead === 0 && name !== '末' ? 7 : ahead));
}

function quarterOf(year: number, quarter: number): Span {
  if (!(quarter >= 1 && quarter <= 4)) return null;
  return { from: `${year}-${two(quarter * 3 - 2)}-01`, to: monthOf(`${year}-${two(quarter * 3)}-01`).to };
}

function partOfMonth(span: { from: string; to: string }, part: string): Span {
  const prefix = span.from.slice(0, 8);
  if (part === '初' || part === '上旬') return { from: span.from, to: `${prefix}10` };
  if (part === '中旬' || part === '中') return { from: `${prefix}11`, to: `${prefix}20` };
  if (part === '下旬') return { from: `${prefix}21`, to: span.to };
  return oneDay(span.to);
}

/** The Nth of a month, said without it: this month's, or next month's where that is past (corpus README, dates 5). */
function bareDate(date: number, today: string, prefix: string | undefined): Span {
  const shift = prefix === undefined ? 0 : (MONTH_SHIFT[prefix] ?? 0);
  const month = shiftedMonth(today, shift).from;
  const day = dayIfReal(yearIn(month), monthIn(month), date);
  if (prefix !== undefined || day === null || day >= today) return oneDay(day);
  const next = shiftedMonth(today, 1).from;
  return oneDay(dayIfReal(yearIn(next), monthIn(next), date));
}

const UNIT_NAMES: Readonly<Record<string, { unit: 'minute' | 'hour' | 'day' | 'workday' | 'month'; times: number }>> = {
  分钟: { unit: 'minute', times: 1 },
  小时: { unit: 'hour', times: 1 },
  钟头: { unit: 'hour', times: 1 },
  工作日: { unit: 'workday', times: 1 },
  天: { unit: 'day', times: 1 },
  日: { unit: 'day', times: 1 },
  周: { unit: 'day', times: 7 },
  星期: { unit: 'day', times: 7 },
  礼拜: { unit: 'day', times: 7 },
  月: { unit: 'month', times: 1 },
};

function lastingOf(count: string | undefined, name: string | undefined): Partial<DatePhrase> | null {
  const unit = UNIT_NAMES[name ?? ''];
  if (!unit) return null;
  if (count === '半') {
    const halves: Partial<Record<string, DatePhrase['lasting']>> = {
      hour: { count: 30, unit: 'minute' },
      day: { count: 12, unit: 'hour' },
      month: { count: 15, unit: 'day' },
    };
    const lasting = halves[unit.unit];
    return lasting ? { lasting } : null;
  }
  const value = num(count);
  return value > 0 && value <= 999 ? { lasting: { count: value * unit.times, unit: unit.unit } } : null;
}

const LENGTH = `(${NUMERAL}|半)个?(工作日|小时|钟头|分钟|天|日|周|星期|礼拜|月)`;
const N2 = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const SHIFT = '(本|这个?|当|下个?|上个?)';

/** Days and spans. Of several that match at one place the longest wins. */
export const DAY_RULES: readonly Rule[] = [
  [/(20\d\d)[年\-/.](\d{1,2})[月\-/.](\d{1,2})[日号]?/g, (m) => oneDay(dayIfReal(num(m[1]), num(m[2]), num(m[3])))],
  [
    /(\d{1,2})月(\d{1,2})[日号]?(?:到|至|-|~)(?:(\d{1,2})月)?(\d{1,2})[日号]?/g,
    (m, today) => {
      const [from, to] = [inThisYear(num(m[1]), num(m[2]), today), inThisYear(num(m[3] ?? m[1]), num(m[4]), today)];
      return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null;
    },
  ],
  [
    /(\d{1,2})[日号](?:到|至|-|~)(\d{1,2})[日号]/g,
    (m, today) => {
      const month = today.slice(0, 8);
      const [from, to] = [num(m[1]), num(m[2])];
      return from < to && to <= 31 ? { from: `${month}${two(from)}`, to: `${month}${two(to)}` } : null;
    },
  ],
  [new RegExp(`${N2}月${N2}[日号]?`, 'g'), (m, today) => inThisYear(num(m[1]), num(m[2]), today)],
  [
    /(?<![\d.#])(\d{1,2})[./](\d{1,2})(?:[日号]|(?=[之以]?前|止|\s*[上下]午))/g,
    (m, today) => inThisYear(num(m[1]), num(m[2]), today),
  ],
  [new RegExp(`${SHIFT}月${N2}[日号]`, 'g'), (m, today) => bareDate(num(m[2]), today, m[1])],
  [
    new RegExp(`(?<![#\\d月第.])${N2}日(?![内之以]内?|间|常)`, 'g'),
    (m, today) => (num(m[1]) <= 31 ? bareDate(num(m[1]), today, undefined) : null),
  ],
  [
    /(?<![#\d月第.题单路街巷道弄村园区里院栋座])(\d{1,2})号(?=[之以]?前|止|\s*(?:[上下中]午|晚)|\s*$|[,。;!\s)]|完成|整改|办|处理|以前|报)/g,
    (m, today) => (num(m[1]) >= 1 && num(m[1]) <= 31 ? bareDate(num(m[1]), today, undefined) : null),
  ],
  [
    /大后天|后天|前天|次日|今[天日]|明[天日]|昨[天日]|当[天日](?!月)|今(?=早|晚|晨)|明(?=[早晚]|上午|下午|中午)|昨(?=晚|夜|晨|下午)/g,
    (m, today) => oneDay(addDays(today, RELATIVE_DAYS[m[0]] ?? RELATIVE_DAYS[m[0].slice(0, 1)] ?? 0)),
  ],
  [
    /(本|这个?|下下个?|下个?|上上|上个?)?(?:周|星期|礼拜)([一二三四五六日天末])(?![年期])/g,
    (m, today) => weekday(m[1], m[2] ?? '', today),
  ],
  [
    /(本|这一?|这个|下下个?|下个?|上上个?|上个?|上一)(?:周|星期|礼拜)(?![一二三四五六日天末边])/g,
    (m, today) => weekOf(addDays(today, WEEK_SHIFT[(m[1] ?? '').replace('一', '')] ?? 0)),
  ],
  [
    new RegExp(`(?:${SHIFT}|(\\d{1,2}|十[一二]?|[一二三四五六七八九]))?月(底|末|初|[上中下]旬)`, 'g'),
    (m, today) => {
      const named = m[2] === undefined ? null : inThisYear(num(m[2]), 1, today);
      if (m[2] !== undefined && named === null) return null;
      return partOfMonth(named ? monthOf(named.from) : shiftedMonth(today, MONTH_SHIFT[m[1] ?? '本'] ?? 0), m[3] ?? '');
    },
  ],
  [
    new RegExp(`${SHIFT}月(?![份]?[底末初\\d上中下])份?`, 'g'),
    (m, today) => shiftedMonth(today, MONTH_SHIFT[m[1] ?? '本'] ?? 0),
  ],
  [
    /(?:(20\d\d)年)?(\d{1,2}|十[一二]?|[二三四五六七八九])月份?(?![底末初\d上中下一二三四五六七八九十])/g,
    (m, today) => {
      const year = m[1] === undefined ? yearIn(today) - (num(m[2]) > monthIn(today) + 6 ? 1 : 0) : num(m[1]);
      const first = dayIfReal(year, num(m[2]), 1);
      return first === null ? null : monthOf(first);
    },
  ],
  [/年[底末]前?|年内/g, (_, today) => oneDay(`${yearIn(today)}-12-31`)],
  [/今年|本年度?/g, (_, today) => ({ from: `${yearIn(today)}-01-01`, to: `${yearIn(today)}-12-31` })],
  [/去年/g, (_, today) => ({ from: `${yearIn(today) - 1}-01-01`, to: `${yearIn(today) - 1}-12-31` })],
  [/上半年/g, (_, today) => ({ from: `${yearIn(today)}-01-01`, to: `${yearIn(today)}-06-30` })],
  [/下半年/g, (_, today) => ({ from: `${yearIn(today)}-07-01`, to: `${yearIn(today)}-12-31` })],
  [/第?([一二三四1-4])季度/g, (m, today) => quarterOf(yearIn(today), num(m[1]))],
  [/(?:本|这个?)季度/g, (_, today) => quarterOf(yearIn(today), Math.ceil(monthIn(today) / 3))],
  [
    /上个?季度/g,
    (_, today) => {
      const first = shiftedMonth(today, -3).from;
      return quarterOf(yearIn(first), Math.ceil(monthIn(first) / 3));
    },
  ],
  [
    new RegExp(`(?:最近|过去|近)(?:这)?(${NUMERAL})个?(天|日|周|星期|礼拜|月)`, 'g'),
    (m, today) => {
      const unit = UNIT_NAMES[m[2] ?? ''];
      const days = num(m[1]) * (unit?.unit === 'month' ? 30 : (unit?.times ?? 1));
      return days > 0 && days < 4000 ? { from: addDays(today, 1 - days), to: today } : null;
    },
  ],
  [new RegExp(`${LENGTH}(?:的?时间)?[之以]?内`, 'g'), (m) => lastingOf(m[1], m[2])],
  [new RegExp(`(?:[时期]限|限期?|限时|给你?们?|限你?们?)${LENGTH}(?:的?时间)?`, 'g'), (m) => lastingOf(m[1], m[2])],
];

const HALVES: readonly (readonly [RegExp, DayHalf])[] = [
  [/凌晨|清早|清晨|早上|早晨|上午|[早晨]/, 'morning'],
  [/中午|午前/, 'noon'],
  [/下午|下班|傍晚/, 'afternoon'],
  [/晚上|晚|夜里?/, 'evening'],
];
const HALF = '(凌晨|清早|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|[早晚](?=\\d))';
const halfOf = (text: string | undefined): DayHalf | null =>
  text === undefined ? null : (HALVES.find(([pattern]) => pattern.test(text))?.[1] ?? null);

function clock(
  half: DayHalf | null,
  hourText: string | undefined,
  minuteText: string | undefined,
): Partial<DatePhrase> | null {
  const spoken = num(hourText);
  const special: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };
  const minute = minuteText === undefined || minuteText === '' ? 0 : (special[minuteText] ?? num(minuteText));
  if (!(spoken >= 0 && spoken <= 24) || !(minute >= 0 && minute < 60)) return null;
  const isLater = (half === 'afternoon' || half === 'evening') && spoken < 12;
  const isNoonOne = half === 'noon' && spoken < 3;
  return { time: { hour: spoken + (isLater || isNoonOne ? 12 : 0), minute, bare: half === null }, half };
}

/** Times of day. */
const TIME_RULES: readonly Rule[] = [
  [
    new RegExp(`${HALF}?\\s?(?<![\\d.])(\\d{1,2})[点时](?![候间代段常尚刻位])(半|一刻|三刻|\\d{1,2})?分?[整钟]?`, 'g'),
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

function found(rules: readonly Rule[], text: string, today: string): DatePhrase[] {
  const phrases: DatePhrase[] = [];
  for (const [pattern, meaning] of rules) {
    for (const match of text.matchAll(pattern)) {
      const made = meaning(match, today);
      if (made) phrases.push({ ...blank(match.index, match[0]), ...made });
    }
  }
  const longestFirst = phrases.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: DatePhrase[] = [];
  for (const phrase of longestFirst) {
    if (!kept.some((other) => phrase.start < other.end && other.start < phrase.end)) kept.push(phrase);
  }
  return kept;
}

const blank = (start: number, text: string): DatePhrase => ({
  start,
  end: start + text.length,
  text,
  from: null,
  to: null,
  time: null,
  half: null,
  lasting: null,
  milestone: null,
});

/** All phrases in the order of the text; a day and the time after it are one. `milestones` are the names the directory knows. */
export function findDates(text: string, sentAt: Date, milestones: RegExp): readonly DatePhrase[] {
  const today = dayOf(sentAt);
  const days = found(DAY_RULES, text, today);
  const times = found(TIME_RULES, text, today).filter(
    (time) => !days.some((day) => time.start < day.end && day.start < time.end),
  );
  for (const match of text.matchAll(milestones)) {
    days.push({ ...blank(match.index, match[0]), milestone: match[1] ?? match[0] });
  }
  const merged = days.map((day) => {
    const time = times.find((one) => one.start >= day.end && /^[\s的,]?$/.test(text.slice(day.end, one.start)));
    if (!time || day.lasting || (day.from !== day.to && day.from !== null)) return day;
    times.splice(times.indexOf(time), 1);
    return { ...day, end: time.end, text: text.slice(day.start, time.end), time: time.time, half: time.half };
  });
  return [...merged, ...times].toSorted((a, b) => a.start - b.start);
}
