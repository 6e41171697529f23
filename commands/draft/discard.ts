/** 放弃: no to what the bot has shown; nothing is recorded. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'draft.discard',
  summary: '放弃待确认的内容',
  examples: [],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'draft.discard') return undefined;
    return {};
  },
});
