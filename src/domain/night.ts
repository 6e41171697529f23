/**
 * 夜间与休息日 (domain §13.2): when the one-to-one word that a person's act brings to somebody else goes out. What endangers people goes
 * at once; so does every answer. The steps of a problem go at once on a rest day, because whoever takes one is at work; what only presses
 * waits for the next working day. At night both wait for the morning.
 */
import type { Issue } from './issue.ts';
import { isQuiet, nextLoudMoment } from './manners.ts';
import type { Settings } from './settings.ts';
import { addDays, atTime, dayOf, dayText, MINUTE_MS, minuteOfDay, minutesOf, stampText, timeText } from './shanghai.ts';

export interface NoticeUrgency {
  /** Danger to people, tier 0. */
  readonly urgent: boolean;
  /** 催办, 考核, 任务: it presses, and nobody waits for it. */
  readonly presses: boolean;
}

/** `at` itself where it may go now. */
export function noticeMoment(at: Date, { urgent, presses }: NoticeUrgency, settings: Settings): Date {
  if (urgent || !isQuiet(at, settings, !presses)) return at;
  const morning = atTime(dayOf(at), settings.manners.quietTo);
  // Before eight on a rest day: who works so early works that day.
  if (!presses && morning > at && minuteOfDay(at) < minutesOf(settings.manners.quietTo)) return morning;
  return nextLoudMoment(at, settings);
}

/** Nobody is to be disturbed by a tag, at night only: on a rest day somebody who is at work has written. */
export const isNight = (at: Date, settings: Settings): boolean => isQuiet(at, settings, true);

/** Numbers of problems a text speaks of: `#327`. */
export const numbersIn = (text: string): readonly number[] => [
  ...new Set([...text.matchAll(/#(\d{1,6})(?!\d)/g)].map(([, no]) => Number(no))),
];

/** Whether a text is about something that endangers people and is not settled. */
export const isAboutDanger = (text: string, issues: readonly Issue[]): boolean => {
  const nos = numbersIn(text);
  return issues.some(
    ({ no, urgent, state }) => urgent && nos.includes(no) && state !== 'closed' && state !== 'withdrawn',
  );
};

/** 今天, 明天 would be read on another day: they become dates, and when it was said stands at the end. */
export function datedText(text: string, at: Date): string {
  const today = dayOf(at);
  const days = { 昨: addDays(today, -1), 今: today, 明: addDays(today, 1), 后: addDays(today, 2) } as const;
  const dated = text
    .replace(/[（(]剩[^（()）]*[）)]/g, '')
    .replace(/([昨今明])[天日](?!常)/g, (_, word: '昨' | '今' | '明') => dayText(days[word]))
    .replace(/(?<![大之以然])后天/g, dayText(days.后));
  return `${dated}\n（${stampText(at)}的消息，夜间和休息日暂存）`;
}

/** When what is kept goes out, as it is told now: 明天08:00, 11月23日 08:00. */
export function heldTime(dueAt: Date, at: Date): string {
  const isSoon = dueAt.getTime() - at.getTime() < 24 * 60 * MINUTE_MS;
  const isTomorrow = isSoon && dayOf(dueAt) !== dayOf(at);
  return isTomorrow ? `明天${timeText(dueAt)}` : isSoon ? `今天${timeText(dueAt)}` : stampText(dueAt);
}

/** What the sender is told: 给王磊的消息11月23日 08:00送达. */
export function heldSentence(names: readonly string[], dueAt: Date, at: Date): string {
  const who = names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}人` : names.join('、');
  return `夜间和休息日免打扰：给${who}的消息${heldTime(dueAt, at)}送达，急事请电话联系。`;
}
