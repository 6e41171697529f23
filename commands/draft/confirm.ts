/** 确认: yes to what the bot has shown, with changes in the same breath if any. */
import { defineCommand } from '../../src/bot/command.ts';
import { closeDraft, draftAnswered } from '../../src/bot/hold.ts';
import { refuseFaultyTime } from '../../src/bot/faulty-time.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { namesDrafted } from '../../src/reading/acts/drafted.ts';
import { dispatchDrafted, noticedNos } from './drafted.ts';
import { mergeFields } from './merge-fields.ts';
import type { AnswerFields } from './merge-fields.ts';

export interface ConfirmArgs {
  /** Changes said in the same breath. */
  readonly fields?: AnswerFields;
  /** 确认12: problems that wait for the office. */
  readonly issueNos?: readonly number[];
}

export default defineCommand<ConfirmArgs>({
  id: 'draft.confirm',
  summary: '确认',
  examples: [],
  allow: 'anyone',

  read(said) {
    if (said.act !== 'draft.confirm') return undefined;
    const fields = said.answer?.fields ?? {};
    return {
      ...(Object.keys(fields).length > 0 ? { fields } : {}),
      ...(said.hasOwnNumbers && namesDrafted(said.text) ? { issueNos: said.issueNos } : {}),
    };
  },

  async run(context) {
    const { args, pictureIds, quotedPictureIds, directory } = context;
    const fields = args.fields ?? {};
    const nos = args.issueNos ?? (await noticedNos(context));
    const own = pictureIds.filter((id) => !quotedPictureIds.includes(id));
    if (nos.length > 0) return dispatchDrafted(nos, { fields, pictureIds: own }, context);
    const draft = await draftAnswered(context);
    refuseFaultyTime(context.said);
    if (draft.kind === 'fill') {
      throw new Refusal('draft.fill', `还等着您补充，“对”还不够。${draft.question}不办了请回复“取消”。`);
    }
    await closeDraft(context, draft, 'done');
    return context.runOther(draft.command, mergeFields(draft.args, fields, directory), {
      confirmed: true,
      pictureIds: [...draft.pictureIds, ...own],
    });
  },
});
