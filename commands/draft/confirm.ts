/** 确认: yes to what the bot has shown, with changes in the same breath if any. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'draft.confirm',
  summary: '确认',
  examples: [],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'draft.confirm') return undefined;
    const fields = said.answer?.fields ?? {};
    return Object.keys(fields).length > 0 ? { fields } : {};
  },
});
