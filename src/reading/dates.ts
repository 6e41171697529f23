/** 时间说法: finds every stretch of text that names a day, a time or a span. What it means is decided elsewhere. */
import { dayOf } from '../domain/shanghai.ts';
import { TIME_RULES } from './clock-rules.ts';
import type { DatePhrase, DateRule } from './date-phrase.ts';
import { DAY_RULES } from './day-rules.ts';
import { layered, withDoubts } from './layered-times.ts';

function found(rules: readonly DateRule[], text: string, today: string): DatePhrase[] {
  const phrases: DatePhrase[] = [];
  for (const [pattern, meaning] of rules) {
    for (const match of text.matchAll(pattern)) {
      const made = meaning(match, today);
      if (made && !cutsFigures(text, match)) phrases.push({ ...blank(match.index, match[0]), ...made });
    }
  }
  const longestFirst = phrases.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: DatePhrase[] = [];
  for (const phrase of longestFirst) {
    if (!kept.some((other) => phrase.start < other.end && other.start < phrase.end)) kept.push(phrase);
  }
  return kept;
}

/** The figures of a number are never parted: 401月底 is no January. */
const cutsFigures = (text: string, { 0: found, index }: RegExpMatchArray & { index: number }): boolean =>
  /^\d/.test(found) && /\d$/.test(text.slice(Math.max(0, index - 1), index));

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
  fault: null,
  unsure: false,
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
  return withDoubts(layered(days, times, text), text, today);
}
