/** 交办之后: the dispatch card in the conversation, its liaisons tagged, others of them told one-to-one (domain §12, §13). */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { reaching } from '../../src/bot/reach.ts';
import { typedNos } from '../../src/bot/several.ts';
import { dispatchCard } from '../../src/domain/cards.ts';
import { dispatchList } from '../../src/domain/dispatch-list.ts';
import type { Issue } from '../../src/domain/issue.ts';

/** `photos`: pictures of what was found. */
export function dispatched(
  issues: readonly Issue[],
  photos: number,
  context: Pick<RunContext<object>, 'conversation' | 'directory' | 'settings' | 'at' | 'link' | 'by'>,
): Answer {
  const { directory, settings, at, link, by } = context;
  const [first] = issues;
  if (first === undefined) return { text: '' };
  const wording = { directory, settings, at, photos, by };
  const card =
    issues.length === 1 ? dispatchCard(first, { ...wording, link: link(first.no) }) : dispatchList(issues, wording);
  const isOneUnits = issues.every(({ units }) => units.join() === first.units.join());
  const buttons = isOneUnits ? [{ label: '认领', says: `认领${typedNos(issues)}` }] : [];
  return { ...reaching(context, card.text, card.mentions), buttons };
}
