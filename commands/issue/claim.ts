/** 认领: the responsible unit takes problems dispatched to it. */
import { defineCommand } from '../../src/bot/command.ts';
import { held, isFromList } from '../held.ts';

export default defineCommand({
  id: 'issue.claim',
  summary: '认领交办给本单位的问题',
  examples: ['认领327', '收到，#327我们认领，马上安排人去', '301、302我们局认领'],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],

  read(said) {
    if (said.act !== 'issue.claim') return undefined;
    return { issueNos: said.issueNos, ...held([], isFromList(said)) };
  },
});
