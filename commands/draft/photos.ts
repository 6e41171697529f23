/** 照片归哪一件: a picture came by itself, several problems could be meant, and the number has been said. */
import { issueNosOf } from '../../src/bot/about.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { closeDraft } from '../../src/bot/hold.ts';
import { attachTo } from '../../src/bot/pictures-apart.ts';
import type { OwnProblem } from '../../src/bot/pictures-apart.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { photoQuestions } from './which-photo.ts';

export interface PhotosArgs {
  /** Said in the answer. */
  readonly issueNos?: readonly number[];
  /** What he has just logged or reported; absent where he was asked for photos. */
  readonly own?: readonly OwnProblem[];
}

export default defineCommand<PhotosArgs>({
  id: 'draft.photos',
  summary: '说明照片是哪一件的',
  examples: [],
  allow: 'anyone',

  takesPictures: true,

  /** Nobody says it but in answer to the bot's question. */
  read: () => undefined,

  async run(context) {
    const { args, pictureIds, by, at, store } = context;
    const { issueNos = [], own } = args;
    if (own) {
      const meant = own.filter(({ no }) => issueNos.includes(no));
      if (meant.length < issueNos.length) throw notAmong(own.map(({ no }) => no));
      return { text: await attachTo(meant, pictureIds, { store, person: by.name, at }) };
    }
    const waiting = await photoQuestions(context);
    const [asked, ...more] = waiting.filter((draft) => issueNosOf(draft.args).some((no) => issueNos.includes(no)));
    if (!asked || more.length > 0) throw notAmong(waiting.flatMap((draft) => issueNosOf(draft.args)));
    await closeDraft(context, asked, 'done');
    const how = { confirmed: false, pictureIds: [...asked.pictureIds, ...pictureIds] };
    return context.runOther(asked.command, asked.args, how);
  },
});

function notAmong(nos: readonly number[]): Refusal {
  if (nos.length === 0) return new Refusal('draft.none', '已经没有等照片的问题，没有作任何改动。');
  const names = nos.map((no) => `#${no}`).join('、');
  return new Refusal('draft.which', `等照片的是${names}，请回复其中一个编号，如“${nos[0]}”。没有作任何改动。`);
}
