/** 时段: the days a question is about, both inclusive; null where none is said. */
import { addDays, dayOf } from '../domain/shanghai.ts';
import type { DatePhrase } from './date-phrase.ts';

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** 从11月1日到现在, 11月1日以来, 三天内, 昨天, 上周. Two days with 到 between them are one period. */
export function periodIn(text: string, phrases: readonly DatePhrase[], now: Date): Period | null {
  const today = dayOf(now);
  const days = phrases.filter((phrase) => phrase.from !== null && phrase.to !== null);
  const [first, second] = days;
  if (!first || first.from === null || first.to === null) return lastingPeriod(phrases, today);
  const after = text.slice(first.end);
  if (/^\s*(?:以来|至今|到现在|到目前|起|开始)/.test(after)) return { from: first.from, to: today };
  if (second?.from && second.to && /^\s*(?:到|至|-|~|—)+\s*$/.test(text.slice(first.end, second.start))) {
    return first.from <= second.to ? { from: first.from, to: second.to } : null;
  }
  return { from: first.from, to: first.to };
}

function lastingPeriod(phrases: readonly DatePhrase[], today: string): Period | null {
  const lasting = phrases.find((phrase) => phrase.lasting !== null)?.lasting;
  if (!lasting) return null;
  if (lasting.unit === 'day' || lasting.unit === 'workday')
    return { from: today, to: addDays(today, Math.min(lasting.count, 400)) };
  if (lasting.unit === 'hour') return { from: today, to: addDays(today, Math.min(Math.ceil(lasting.count / 24), 400)) };
  return null;
}
