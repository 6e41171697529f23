/** 查一件: one problem with its history. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'issue.show',
  summary: '查看一件问题的办理情况',
  examples: ['查一下327', '327整改了吗', '看看#412到哪一步了'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'issue.show') return undefined;
    return { issueNos: said.issueNos };
  },
});
