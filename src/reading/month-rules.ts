/** 年月日与月份: the days and spans that are said with a month or a year. */
import { monthOf } from '../domain/shanghai.ts';
import {
  bareDate,
  dayIfReal,
  inThisYear,
  MONTH_SHIFT,
  monthIn,
  num,
  oneDay,
  partOfMonth,
  quarterOf,
  shiftedMonth,
  type Span,
  yearIn,
  yearSaid,
} from './calendar-words.ts';
import type { DatePhrase, DateRule } from './date-phrase.ts';

/** 2月30日, 13月5日: said as a day, but no year has it. */
export function noSuchDay(month: number, date: number, year = ''): Partial<DatePhrase> | null {
  if (!(month >= 0 && month <= 99 && date >= 0 && date <= 99)) return null;
  return { fault: month >= 1 && month <= 12 ? `没有${year}${month}月${date}日` : `没有${month}月` };
}

/** 本月31日, where it has thirty. */
export function notInMonth(date: number, today: string, prefix: string | undefined): Partial<DatePhrase> {
  const month = monthIn(shiftedMonth(today, prefix === undefined ? 0 : (MONTH_SHIFT[prefix] ?? 0)).from);
  return { fault: `${month}月没有${date}日` };
}

const CHINESE = '一二三四五六七八九十';
export const N2 = `(\\d{1,2}|[${CHINESE}]{1,3})`;
const SHIFT = '(本|这个?|当|下下?个?|上上?个?)';
/** A date never begins inside a number (401月底 is 401 and 月底) nor with #; 周一十一月五日 and #11月通报# are something else. */
const UNCUT = `(?=[\\d今本明后去前${CHINESE}])(?<!\\d|#(?![^#\\s]{1,12}#)|(?<![周期拜])[〇零百千${CHINESE}](?=[${CHINESE}]))`;
const YEAR = '(?:(20\\d\\d|[今本明后去前])年的?)?';
const MONTH = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
/** 12月中前, 12月月中: not 月中心, 月中旬. */
const PART = '(底|末|初|[上中下]旬|中(?=[之以]?前|\\s*(?:$|[,。;!)]))|(?<=月份?的?月)中(?![心央间午学山国小秋]))';
/** Where 13 before 月底 is the number of a problem. */
const AFTER_ORDER = '^|第|问题|同意|批准|准予?|退回|认领|撤销|催办?|核查|关于';

/** The day of a month; without a year the one that is nearest ahead. */
function dayIn(year: number | null, [month, date]: readonly [number, number], today: string): Span {
  return year === null ? inThisYear(month, date, today) : oneDay(dayIfReal(year, month, date));
}

export const MONTH_RULES: readonly DateRule[] = [
  [
    /(?<!\d)(20\d\d)[年\-/.](\d{1,2})[月\-/.](\d{1,2})[日号]?/g,
    (m) => oneDay(dayIfReal(num(m[1]), num(m[2]), num(m[3]))) ?? noSuchDay(num(m[2]), num(m[3]), `${num(m[1])}年`),
  ],
  [
    new RegExp(`${UNCUT}(\\d{1,2})月(\\d{1,2})[日号]?(?:到|至|-|~)(?:(\\d{1,2})月)?(\\d{1,2})[日号]?`, 'g'),
    (m, today) => {
      const [from, to] = [inThisYear(num(m[1]), num(m[2]), today), inThisYear(num(m[3] ?? m[1]), num(m[4]), today)];
      return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null;
    },
  ],
  [
    new RegExp(`${UNCUT}${YEAR}${N2}月(?:份的?|的)?${N2}(?:[日号]|(?!\\d))`, 'g'),
    (m, today) =>
      dayIn(yearSaid(m[1], today), [num(m[2]), num(m[3])], today) ??
      (/[日号]$/.test(m[0]) ? noSuchDay(num(m[2]), num(m[3])) : null),
  ],
  // 401月5日: the figures are a number, and the month is missing.
  [new RegExp(`(?=月)(?<=#\\d{1,6}|\\d{3})月${N2}[日号]`, 'g'), (m) => ({ fault: `“${m[0]}”没有说是几月` })],
  [
    new RegExp(`${SHIFT}月(?:份的?|的)?${N2}[日号]`, 'g'),
    (m, today) => bareDate(num(m[2]), today, m[1]) ?? notInMonth(num(m[2]), today, m[1]),
  ],
  [
    new RegExp(`(?=月)(?<=(?<!\\d|#|${AFTER_ORDER})(1[3-9]|[2-9]\\d))月(?:底|末|[上中下]旬)`, 'g'),
    (m) => ({ fault: `没有${num(m[1])}月` }),
  ],
  [
    new RegExp(`(?:${UNCUT}${YEAR}${MONTH}月(?:份的?|的)?月?|(?<!一)${SHIFT}月(?:份的?|的)?月?|月)${PART}`, 'g'),
    (m, today) => {
      const [, year, month, shift, part = ''] = m;
      const first = month === undefined ? null : dayIn(yearSaid(year, today), [num(month), 1], today);
      const unsure = part === '中';
      if (first !== null) return { ...partOfMonth(monthOf(first.from), part), unsure };
      const meant = partOfMonth(shiftedMonth(today, MONTH_SHIFT[shift ?? '本'] ?? 0), part);
      // 月初前 said on the 18th is of the month to come.
      const isPast = shift === undefined && meant !== null && meant.to < today;
      const isLimit = /^[之以]?前/.test(m.input.slice(m.index + m[0].length));
      return { ...(isPast && isLimit ? partOfMonth(shiftedMonth(today, 1), part) : meant), unsure };
    },
  ],
  [
    new RegExp(`${SHIFT}月(?![份]?[底末初\\d上中下])份?`, 'g'),
    (m, today) => shiftedMonth(today, MONTH_SHIFT[m[1] ?? '本'] ?? 0),
  ],
  [
    new RegExp(`${UNCUT}${YEAR}(\\d{1,2}|十[一二]?|[二三四五六七八九])月份?(?![底末初\\d上中下${CHINESE}])`, 'g'),
    (m, today) => {
      const year = yearSaid(m[1], today) ?? yearIn(today) - (num(m[2]) > monthIn(today) + 6 ? 1 : 0);
      const first = dayIfReal(year, num(m[2]), 1);
      return first === null ? null : monthOf(first);
    },
  ],
  [
    /(?=[2今本明后去年])(?:(?:(?<!\d)(20\d\d|[今本明后去])年?)?年[底末]前?|年内)/g,
    (m, today) => oneDay(`${yearSaid(m[1], today) ?? yearIn(today)}-12-31`),
  ],
  [/今年|本年度?/g, (_, today) => ({ from: `${yearIn(today)}-01-01`, to: `${yearIn(today)}-12-31` })],
  [/去年/g, (_, today) => ({ from: `${yearIn(today) - 1}-01-01`, to: `${yearIn(today) - 1}-12-31` })],
  [
    new RegExp(`(?=[\\d今本明后去前上下])(?<!\\d)${YEAR}([上下])半年`, 'g'),
    (m, today) => {
      const year = yearSaid(m[1], today) ?? yearIn(today);
      return m[2] === '上'
        ? { from: `${year}-01-01`, to: `${year}-06-30` }
        : { from: `${year}-07-01`, to: `${year}-12-31` };
    },
  ],
  [
    new RegExp(`(?=[\\d今本明后去前第一二三四])(?<!\\d)${YEAR}第?([一二三四1-4])季度`, 'g'),
    (m, today) => quarterOf(yearSaid(m[1], today) ?? yearIn(today), num(m[2])),
  ],
  [/(?:本|这个?)季度/g, (_, today) => quarterOf(yearIn(today), Math.ceil(monthIn(today) / 3))],
  [
    /上个?季度/g,
    (_, today) => {
      const first = shiftedMonth(today, -3).from;
      return quarterOf(yearIn(first), Math.ceil(monthIn(first) / 3));
    },
  ],
];
