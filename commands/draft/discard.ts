/** 放弃: no to what the bot has shown; nothing is recorded. */
import { defineCommand } from '../../src/bot/command.ts';
import { closeDraft, draftAnswered } from '../../src/bot/hold.ts';

export default defineCommand({
  id: 'draft.discard',
  summary: '放弃待确认的内容',
  examples: [],
  allow: 'anyone',

  read(said) {
    if (said.act !== 'draft.discard') return undefined;
    return {};
  },

  async run(context) {
    const draft = await draftAnswered(context);
    await closeDraft(context, draft, 'discarded');
    const isLog = draft.command === 'issue.log';
    return { text: isLog ? '已取消，没有登记。需要时请把内容完整地再发一次。' : '已取消，没有作任何改动。' };
  },
});
