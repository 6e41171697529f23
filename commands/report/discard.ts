/** 作废 of a draft; what is published cannot be undone. */
import { defineCommand } from '../../src/bot/command.ts';
import { draftQuoted, publicationNameIn } from '../../src/reading/publications.ts';
import type { PublicationName } from '../../src/reading/publications.ts';
import { draftTitle, findDraft } from './find-publication.ts';

export interface DiscardArgs {
  readonly publication: PublicationName;
}

export default defineCommand<DiscardArgs>({
  id: 'report.discard',
  summary: '作废通报草稿',
  examples: ['草稿3号作废', '草稿3号不发了'],
  allow: ['officeLead', 'officeStaff'],
  instead: '通报草稿由创城办处理。',

  read(said) {
    if (said.act !== 'report.discard') return undefined;
    const name = publicationNameIn(said.text);
    return { publication: { ...name, draftNo: name.draftNo ?? draftQuoted(said.heard.quote) } };
  },

  async run(context) {
    const { args, at, store } = context;
    const draft = await findDraft(args.publication, context);
    await store.publications.save({ ...draft, state: 'discarded', discardedAt: at });
    return { text: `${draftTitle(draft)}已作废，没有发出。` };
  },
});
