/** 起草 of a numbered paper: the figures of all the campaign take their time, so the draft follows when it is made (domain §12). */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import type { Period } from '../../src/domain/figures.ts';
import { PUBLICATION_NAMES } from '../../src/domain/publication.ts';
import type { PublicationKind } from '../../src/domain/publication.ts';
import { weekOf, dayOf } from '../../src/domain/shanghai.ts';
import { paperPeriodText } from '../../src/papers/special-issue.ts';
import { upToToday } from '../../src/papers/gathered.ts';
import { DRAFT_SERIES } from '../../src/papers/draft-card.ts';

export async function draftAnswer(
  kind: PublicationKind,
  asked: Period | null,
  context: Omit<RunContext<object>, 'args'>,
): Promise<Answer> {
  const { by, at, store, conversation } = context;
  const period = upToToday(asked ?? weekOf(dayOf(at)), at);
  const draftNo = await store.counters.next(DRAFT_SERIES);
  const { groupId } = conversation;
  await store.works.add({
    kind: 'draft',
    args: { kind, period, draftNo, asOf: at.toISOString(), by: by.name, groupId },
    told: by.name,
    dueAt: at,
    createdAt: at,
  });
  return {
    text: `好的，正在按${paperPeriodText(period)}的数据起草${PUBLICATION_NAMES[kind]}（草稿${draftNo}号），写好后发到这里。`,
  };
}
