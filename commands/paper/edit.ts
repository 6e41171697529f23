/** 改草稿 in chat: 把第三部分第2条删掉, 加一句：…, 第一部分第1条改为：… */
import { defineCommand } from '../../src/bot/command.ts';
import { draftEditIn, draftQuoted, publicationNameIn } from '../../src/reading/publications.ts';
import type { DraftEdit, PublicationName } from '../../src/reading/publications.ts';
import { draftCard, modelOf, modelRow } from '../../src/papers/draft-card.ts';
import { findDraft } from '../report/find-publication.ts';
import { edited } from './edited.ts';

export interface EditArgs {
  readonly publication: PublicationName;
  readonly edit: DraftEdit;
}

export default defineCommand<EditArgs>({
  id: 'paper.edit',
  summary: '修改通报草稿',
  examples: [
    '把第三部分第2条删掉',
    '第四部分加一句：对连续两周垫底的单位进行约谈',
    '第一部分第1条改为：本周督查情况如下',
  ],
  allow: ['officeLead', 'officeStaff'],
  instead: '通报草稿由创城办修改。',

  read(said) {
    const edit = said.act === 'paper.edit' ? draftEditIn(said.text) : null;
    if (edit === null) return undefined;
    // The sentence itself may speak of other papers: only what stands before it names the draft.
    const head = said.text.split(/[:,]/)[0] ?? '';
    const { draftNo, kind } = publicationNameIn(head);
    const named = { draftNo: draftNo ?? draftQuoted(said.heard.quote), kind, no: null, year: null };
    return { publication: named, edit };
  },

  async run(context) {
    const { args, store } = context;
    const draft = await findDraft(args.publication, context);
    const changed = { ...draft, ...modelRow(edited(modelOf(draft), args.edit)) };
    await store.publications.save(changed);
    return { text: `已按您说的改好，改后全文如下。\n${draftCard(changed, context)}` };
  },
});
