/** 看通报: a draft for the office, a published one for everybody, with its file. */
import { defineCommand } from '../../src/bot/command.ts';
import { mayReadPublication } from '../../src/domain/publication.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { publicationNameIn } from '../../src/reading/publications.ts';
import type { PublicationName } from '../../src/reading/publications.ts';
import { draftCard } from '../../src/papers/draft-card.ts';
import { findDraft, findPublished } from './find-publication.ts';

export interface ShowPublicationArgs {
  readonly publication: PublicationName;
}

export default defineCommand<ShowPublicationArgs>({
  id: 'report.show',
  summary: '看通报草稿、已签发的通报',
  examples: ['查看专报第258期', '看看草稿3号'],
  allow: [
    'officeLead',
    'officeStaff',
    'commander',
    'observer',
    'inspectorLead',
    'inspector',
    'unitPrincipal',
    'unitDeputy',
    'unitLiaison',
    'communityHead',
  ],

  read(said) {
    return said.act === 'report.show' ? { publication: publicationNameIn(said.text) } : undefined;
  },

  async run(context) {
    const { args, by, at, store } = context;
    const { publication: name } = args;
    const isDraft = name.no === null;
    if (isDraft && !mayReadPublication(by, { state: 'draft' })) {
      throw new Refusal('right', '草稿由创城办核对，签发后各单位都能看。');
    }
    if (isDraft) return { text: draftCard(await findDraft(name, context), context) };
    const published = await findPublished(name, context);
    const work = { kind: 'publication', told: by.name, dueAt: at, createdAt: at };
    await store.works.add({
      ...work,
      args: { publicationId: published.id, only: by.name, here: context.conversation.groupId },
    });
    return { text: `${published.text}\n（文件随后单独发给您）` };
  },
});
