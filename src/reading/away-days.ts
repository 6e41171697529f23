/** 外出的日子: from when to when somebody is away. 起 leaves the end open, 到 alone the beginning is today. */
import { addDays, dayOf } from '../domain/shanghai.ts';
import type { DatePhrase } from './date-phrase.ts';
import { findDates } from './dates.ts';
import { NUMERAL, parseNumeral } from './numerals.ts';

/** Days, both inclusive. `to` absent: until he is back. */
export interface AwayDays {
  readonly from: string;
  readonly to?: string;
}

type Day = DatePhrase & { readonly from: string; readonly to: string };

const NO_MILESTONES = /(?!)/g;
const LENGTH = new RegExp(
  `(?:请|休|假|差|出|外出|学习|培训|住院|岗|为期|共|离开|代班?)(?:了|约|大概)?(${NUMERAL})个?(天|周|星期|礼拜|月)(?![一二三四五六日末底])`,
);
const DAYS_OF: Readonly<Record<string, number>> = { 天: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30 };
const UNTIL = /(?:到|至|止于)\s*$/;
const BEGINS = /^\s*(?:起|开始|往后|以后|之后)/;

/** Null: no day is named. `unread`: a number of a day was typed that no calendar has. */
export function awayDays(typed: string, sentAt: Date): AwayDays | 'unread' | null {
  // Nobody is away at a house number.
  const text = typed.replace(/(\d)号/g, '$1日');
  const today = dayOf(sentAt);
  const phrases = findDates(text, sentAt, NO_MILESTONES);
  const days = phrases.filter((phrase): phrase is Day => phrase.from !== null && phrase.to !== null);
  const rest = phrases.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  if (/\d\s*[日月]/.test(rest) || phrases.some(({ fault }) => fault !== null)) return 'unread';
  const length = lengthIn(text);
  const [first, second] = days;
  if (!first) return length === null ? null : { from: today, to: addDays(today, length - 1) };
  if (second && isJoined(text.slice(first.end, second.start))) return { from: first.from, to: second.to };
  if (UNTIL.test(text.slice(0, first.start))) return { from: today, to: first.to };
  if (length !== null && first.from === first.to) return { from: first.from, to: addDays(first.from, length - 1) };
  const isOpenEnded = BEGINS.test(text.slice(first.end)) || /[从自]\s*$/.test(text.slice(0, first.start));
  return isOpenEnded ? { from: first.from } : { from: first.from, to: first.to };
}

/** 20日起，到25日; 24日—26日. */
const isJoined = (between: string): boolean => /^\s*(?:起|开始)?[^。;]{0,6}?(?:到|至|-|~|—)+\s*$/.test(between);

function lengthIn(text: string): number | null {
  const [, count, unit] = LENGTH.exec(text) ?? [];
  const days = (parseNumeral(count ?? '') ?? 0) * (DAYS_OF[unit ?? ''] ?? 0);
  return days > 0 && days <= 366 ? days : null;
}
