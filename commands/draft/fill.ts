/** 补充: the particular the bot asked for, or a change of what it has shown. */
import { defineCommand } from '../../src/bot/command.ts';
import { closeDraft, draftAnswered, hold } from '../../src/bot/hold.ts';
import { refuseFaultyTime } from '../../src/bot/faulty-time.ts';
import { askAll } from '../../src/bot/which-one.ts';
import { dispatchDrafted, noticedNos } from './drafted.ts';
import { whichPhotoQuestion } from './which-photo.ts';
import { mergeFields } from './merge-fields.ts';
import type { AnswerFields } from './merge-fields.ts';

export interface FillArgs {
  readonly fields: AnswerFields;
  readonly photos: number;
}

/** 改 alone says nothing yet; the question stays open. */
const CHANGES = '请说明改什么，如“单位改成市住建局”“时限改到11月26日”“地点改为人民路12号门口”；不登记请回复“取消”。';

export default defineCommand<FillArgs>({
  id: 'draft.fill',
  summary: '补充或修改机器人问到的内容',
  examples: [],
  allow: 'anyone',

  read(said) {
    if (said.act !== 'draft.fill') return undefined;
    return { fields: said.answer?.fields ?? {}, photos: said.images };
  },

  async run(context) {
    const { args, pictureIds, quotedPictureIds, directory } = context;
    const { fields } = args;
    const own = pictureIds.filter((id) => !quotedPictureIds.includes(id));
    const nos = await noticedNos(context);
    const saysNothing = Object.keys(fields).length === 0 && own.length === 0;
    if (nos.length > 0) {
      return saysNothing ? { text: CHANGES } : dispatchDrafted(nos, { fields, pictureIds: own }, context);
    }
    const which = await whichPhotoQuestion({ ...context, pictureIds: own });
    if (which !== null && 'text' in which) return hold(context, which);
    const draft = which ?? (await draftAnswered(context));
    refuseFaultyTime(context.said);
    if (saysNothing) return { text: CHANGES };
    await closeDraft(context, draft, 'done');
    if (fields.all === true)
      return askAll(draft.command, draft.args, { ...context, pictureIds: [...draft.pictureIds, ...own] });
    return context.runOther(draft.command, mergeFields(draft.args, fields, directory), {
      confirmed: false,
      pictureIds: [...draft.pictureIds, ...own],
    });
  },
});
