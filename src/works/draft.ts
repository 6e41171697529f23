/** The draft of a numbered paper, composed off the event loop; kept, and shown where it was asked for (domain §12). */
import type { Period } from '../domain/figures.ts';
import { PUBLICATION_NAMES } from '../domain/publication.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { draftCard, modelRow } from '../papers/draft-card.ts';
import { gatherSpecialIssue } from '../papers/gathered.ts';
import { asOf, textOf } from './work-kind.ts';
import type { WorkKind } from './work-kind.ts';
import type { Work } from '../../storage/store.ts';

/** Only commands/report/draft.ts writes them. */
const argsOf = ({ args }: Work) => ({
  kind: args['kind'] as PublicationKind,
  period: args['period'] as Period,
  draftNo: Number(args['draftNo']),
});

export const draftWork: WorkKind = {
  kind: 'draft',
  name: (work) => `${PUBLICATION_NAMES[argsOf(work).kind]}草稿`,

  async make(context) {
    const { work, store, directory, settings, workshop, postbox } = context;
    const { kind, period, draftNo } = argsOf(work);
    const at = asOf(work);
    const { issues, question, figures } = await gatherSpecialIssue({ store, directory, settings, at, kind, period });
    const model = await workshop.run('composed', { issues, question, directory: directory.data });
    const unsigned = { no: null, year: null, signedBy: null, signedAt: null, discardedAt: null, corrects: null };
    const draft = {
      ...unsigned,
      ...modelRow(model),
      kind,
      draftNo,
      state: 'draft' as const,
      asOf: at,
      figures: { ...figures },
      draftedBy: textOf(work, 'by'),
      draftedAt: at,
    };
    return {
      async settle(target, when) {
        await target.publications.add(draft);
        const letter = { text: draftCard(draft, { directory, settings }), attachments: [], at: when };
        const groupId = textOf(work, 'groupId');
        if (groupId !== '' && (await postbox.parcel(target, { ...letter, groupId }))) return;
        const to = directory.person(draft.draftedBy);
        if (to) await postbox.notice(target, { ...letter, to });
      },
    };
  },
};
