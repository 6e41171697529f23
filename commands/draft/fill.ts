/** 补充: the particular the bot asked for, or a change of what it has shown. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'draft.fill',
  summary: '补充或修改机器人问到的内容',
  examples: [],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'draft.fill') return undefined;
    return { fields: said.answer?.fields ?? {}, photos: said.images };
  },
});
