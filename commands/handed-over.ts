/** 改交: the card of a problem that goes to other units, or comes back to its own; those in the group are tagged, the others told one-to-one. */
import type { Answer, RunContext } from '../src/bot/command.ts';
import { reaching } from '../src/bot/reach.ts';
import { dispatchCard } from '../src/domain/cards.ts';
import type { Issue } from '../src/domain/issue.ts';
import { momentText } from '../src/domain/shanghai.ts';

type Handing = Pick<RunContext<object>, 'conversation' | 'directory' | 'settings' | 'at' | 'store' | 'link' | 'by'>;

export async function handedOver(
  before: Issue,
  after: Issue,
  context: Handing,
): Promise<Required<Pick<Answer, 'text' | 'notify' | 'notices'>>> {
  const { directory, settings, at, store, link, by } = context;
  const photos = (await store.pictures.ofIssue(after.no)).filter(
    ({ kind, round }) => kind === 'before' && round === after.round,
  );
  const card = dispatchCard(after, { directory, settings, at, by, photos: photos.length, link: link(after.no) });
  // Who had it already and keeps it has been told before.
  const kept = before.round === after.round ? before.units : [];
  const fresh = after.units.filter((unit) => !kept.includes(unit));
  const names = card.mentions.filter((name) => fresh.includes(directory.person(name)?.unit ?? ''));
  return reaching(context, card.text, names.length > 0 ? names : card.mentions);
}

/** `时限（11月20日 18:00）和办理情况不变。`: where nobody new has it. */
export function stayingText(before: Issue, after: Issue, at: Date): string {
  const until = after.deadline === null ? '未定' : momentText(after.deadline, at);
  const isSame = before.deadline?.getTime() === after.deadline?.getTime();
  return isSame ? `时限（${until}）和办理情况不变。` : `时限${until}，办理情况不变。`;
}

/** Unit of who does the work now; null: nobody, or nobody the directory knows. */
export const ownerUnitOf = ({ owner }: Issue, directory: Handing['directory']): string | null =>
  owner === null ? null : (directory.person(owner)?.unit ?? null);
