/** 告知他人: the one-to-one words that an answer brings to others, each at the moment it may go out (domain §13.2). */
import type { Directory } from '../domain/city.ts';
import type { Issue } from '../domain/issue.ts';
import { heldSentence, isAboutDanger, isNight, noticeMoment, numbersIn } from '../domain/night.ts';
import type { Settings } from '../domain/settings.ts';
import { dayOf, startOfDay } from '../domain/shanghai.ts';
import { withoutTags } from '../domain/tags.ts';
import type { Postbox } from '../postbox.ts';
import type { Store } from '../../storage/store.ts';
import type { Answer, Notice } from './command.ts';

export interface Telling {
  readonly store: Store;
  readonly postbox: Postbox;
  readonly directory: Directory;
  /** As they are now, with an inspection period that was switched on in chat. */
  readonly settings: Settings;
  /** Who caused it: what he asked for himself reaches him at once. */
  readonly by: string | null;
  readonly at: Date;
}

/** Who was to hear of it and cannot be reached is named, so that somebody tells him. */
const missedSentence = (names: readonly string[]): string => `${names.join('、')}没有可用的单聊渠道，请另行告知。`;

/** Posts them or keeps them for the morning; gives what the sender is to know about it, a line each. */
export async function tellOthers(notices: readonly Notice[], telling: Telling): Promise<readonly string[]> {
  const { store, postbox, directory, at } = telling;
  const missed = new Set<string>();
  const held = new Map<number, Set<string>>();
  for (const notice of notices) {
    const to = directory.person(notice.to);
    if (!to) continue;
    const dueAt = await momentOf(notice, telling);
    const { text, paperId, presses } = notice;
    const letter = { to, text, at, paperId, dueAt, ...(presses === true ? { issueNos: numbersIn(text) } : {}) };
    if (!(await postbox.notice(store, letter))) missed.add(notice.to);
    else if (dueAt > at) held.set(dueAt.getTime(), (held.get(dueAt.getTime()) ?? new Set()).add(notice.to));
  }
  return [
    ...(missed.size === 0 ? [] : [missedSentence([...missed])]),
    ...[...held].map(([dueAt, names]) => heldSentence([...names], new Date(dueAt), at)),
  ];
}

async function momentOf({ to, text, presses = false }: Notice, telling: Telling): Promise<Date> {
  const { at, settings, by } = telling;
  if (to === by) return at;
  const moment = noticeMoment(at, { urgent: false, presses }, settings);
  if (moment <= at || isAboutDanger(text, await issuesIn(text, telling))) return at;
  return presses && !isNight(at, settings) && (await isAtWork(to, telling)) ? at : moment;
}

const issuesIn = (text: string, { store }: Pick<Telling, 'store'>): Promise<readonly Issue[]> =>
  store.issues.list({ nos: numbersIn(text) });

/** Has taken a step today: on his rest day he is at work. */
async function isAtWork(name: string, { store, at }: Telling): Promise<boolean> {
  // What was done this very moment counts.
  const today = await store.records.between(startOfDay(dayOf(at)), new Date(at.getTime() + 1));
  return today.some(({ by, messageId }) => by === name && messageId !== null);
}

/** At night nobody's telephone rings for an answer in a group, danger apart: names stand there without a tag. */
export async function quietly(answer: Answer, telling: Telling): Promise<Pick<Answer, 'text' | 'notify'>> {
  const { text, notify = [] } = answer;
  const { at, settings } = telling;
  if (notify.length === 0 || !isNight(at, settings)) return { text, notify };
  if (isAboutDanger(text, await issuesIn(text, telling))) return { text, notify };
  return { text: withoutTags(text, notify), notify: [] };
}
