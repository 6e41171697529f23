/** 时间说法: finds every stretch of text that names a day, a time or a span. What it means is decided elsewhere. */
import { dayOf } from '../domain/shanghai.ts';
import { TIME_RULES } from './clock-rules.ts';
import type { DatePhrase, DateRule } from './date-phrase.ts';
import { DAY_RULES } from './day-rules.ts';

function found(rules: readonly DateRule[], text: string, today: string): DatePhrase[] {
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
  fault: null,
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
    const { end, time: clock, half } = time;
    return { ...day, end, text: text.slice(day.start, end), time: clock, half, fault: day.fault ?? time.fault };
  });
  return [...merged, ...times].toSorted((a, b) => a.start - b.start);
}
