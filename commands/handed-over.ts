/** 改交: the card of a problem that goes to other units, or comes back to its own; those in the group are tagged, the others told one-to-one. */
import type { Answer, RunContext } from '../src/bot/command.ts';
import { reaching } from '../src/bot/reach.ts';
import { dispatchCard } from '../src/domain/cards.ts';
import type { Issue } from '../src/domain/issue.ts';

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
