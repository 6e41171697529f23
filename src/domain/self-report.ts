/** 机器人月报: what the bot itself costs people (domain §13). */
import type { Settings } from './settings.ts';
import { listed } from './wording.ts';

export interface SelfFigures {
  /** Unasked messages per group, groups without any left out. */
  readonly pushes: readonly { readonly name: string; readonly count: number }[];
  readonly pushed: number;
  /** One-to-one. */
  readonly notices: number;
  readonly answers: number;
  /** Tags per person, the most first. */
  readonly tags: readonly { readonly person: string; readonly count: number }[];
}

/** What the outbox counted, a line each kind and conversation. */
export interface SentCount {
  readonly kind: string;
  /** Null where it was no group of the directory. */
  readonly groupId: string | null;
  readonly count: number;
}

export function selfFigures(
  counts: readonly SentCount[],
  tags: SelfFigures['tags'],
  groups: readonly { readonly id: string; readonly name: string }[],
): SelfFigures {
  const sum = (rows: readonly SentCount[]): number => rows.reduce((total, { count }) => total + count, 0);
  const of = (kind: string): readonly SentCount[] => counts.filter((row) => row.kind === kind);
  const pushes = groups.flatMap(({ id, name }) => {
    const own = of('push').filter(({ groupId }) => groupId === id);
    return own.length === 0 ? [] : [{ name, count: sum(own) }];
  });
  return { pushes, pushed: sum(of('push')), notices: sum(of('notice')), answers: sum(of('answer')), tags };
}

const MOST_PEOPLE = 5;

/** For the office alone. `month`: its first day. */
export function selfReport(
  { pushes, pushed, notices, answers, tags }: SelfFigures,
  { month, settings }: { readonly month: string; readonly settings: Pick<Settings, 'manners'> },
): string {
  const { pushesPerGroupAndDay, mentionsPerPersonAndDay } = settings.manners;
  const groups = pushes.map(({ name, count }) => `${name}${count}`);
  const total = tags.reduce((sum, { count }) => sum + count, 0);
  const people = tags.slice(0, MOST_PEOPLE).map(({ person, count }) => `${person}${count}次`);
  return [
    `【机器人月报】${Number(month.slice(5, 7))}月`,
    `群内主动推送${pushed}条（每群每天最多${pushesPerGroupAndDay}条）${groups.length === 0 ? '' : `：${listed(groups, 10)}`}`,
    `一对一提醒${notices}条，回答${answers}条。`,
    total === 0
      ? '没有@过任何人。'
      : `@${total}次，涉及${tags.length}人（每人每天最多${mentionsPerPersonAndDay}次），最多的是：${people.join('、')}。`,
    '觉得打扰的，可在设置里调少每天的推送条数，或关掉某项提醒。',
  ].join('\n');
}
