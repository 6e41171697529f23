/** 起草 of a numbered paper: kept as a draft with its figures, shown in chat (domain §12). */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import type { Period } from '../../src/domain/figures.ts';
import type { PublicationKind } from '../../src/domain/publication.ts';
import { gatherSpecialIssue } from '../../src/papers/gathered.ts';
import { DRAFT_SERIES, draftCard, modelRow } from './draft-card.ts';

export async function draftAnswer(
  kind: PublicationKind,
  period: Period | null,
  context: Omit<RunContext<object>, 'args'>,
): Promise<Answer> {
  const { by, at, store, directory, settings } = context;
  const { model, figures } = await gatherSpecialIssue({ store, directory, settings, at, kind, period });
  const draftNo = await store.counters.next(DRAFT_SERIES);
  const draft = {
    kind,
    state: 'draft' as const,
    draftNo,
    no: null,
    year: null,
    asOf: at,
    figures: { ...figures },
    draftedBy: by.name,
    draftedAt: at,
    signedBy: null,
    signedAt: null,
    discardedAt: null,
    corrects: null,
    ...modelRow(model),
  };
  await store.publications.add(draft);
  return { text: draftCard(draft, context) };
}
