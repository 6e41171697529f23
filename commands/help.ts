/** 帮助: what the asker may say; with a topic, about one matter. */
import { defineCommand } from '../src/bot/command.ts';

export default defineCommand({
  id: 'help',
  summary: '看用法说明',
  examples: ['帮助', '怎么上报问题', '整改率怎么算的'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'help') return undefined;
    return said.topic === null ? {} : { topic: said.topic };
  },
});
