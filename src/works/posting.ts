/** One-to-one words of a work: who cannot be reached is named to whoever caused it, so that somebody tells him. */
import type { NoticeLetter } from '../letters.ts';
import type { Store } from '../../storage/store.ts';
import { textOf } from './work-kind.ts';
import type { WorkContext } from './work-kind.ts';

export interface Posting {
  readonly letters: readonly NoticeLetter[];
  /** What they bring, as people call it: 《督查专报》第258期. */
  readonly what: string;
  /** Name of who caused it; '' where nobody did. */
  readonly by: string;
}

/**
 * Posts each. Of those who have no one-to-one channel the causer hears, alone; where he has none either, the group in which he spoke (the
 * work's `here`); else the office.
 */
export async function postEach(store: Store, { letters, what, by }: Posting, context: WorkContext): Promise<void> {
  const { directory, postbox, work, at } = context;
  const missed: string[] = [];
  for (const letter of letters) if (!(await postbox.notice(store, letter))) missed.push(letter.to.name);
  if (missed.length === 0) return;
  const text = `${[...new Set(missed)].join('、')}没有可用的单聊渠道，${what}没有送到，请另行告知。`;
  const causer = directory.person(by);
  if (causer && !missed.includes(by) && (await postbox.notice(store, { to: causer, text, at }))) return;
  const groupId = textOf(work, 'here');
  if (groupId !== '' && (await postbox.parcel(store, { groupId, text, attachments: [], at }))) return;
  for (const to of directory.officePeople())
    if (!missed.includes(to.name)) await postbox.notice(store, { to, text, at });
}
