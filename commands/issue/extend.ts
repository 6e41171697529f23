/** 申请延期: a later deadline, with a reason, before it expires. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';

export default defineCommand({
  id: 'issue.extend',
  summary: '申请延期',
  examples: [
    '327申请延期到11月28日，原因：需采购盲道砖',
    '申请延期 #430 延至下周五 需要重新招标',
    '412申请延期3天，等配件到货',
  ],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],

  read(said) {
    if (said.act !== 'issue.extend') return undefined;
    const hasTime = said.deadline !== null || said.extendDays !== null;
    const missing = [...(hasTime ? [] : ['deadline']), ...(said.reason === null ? ['reason'] : [])];
    return {
      issueNos: said.issueNos,
      ...deadlineArgs(said.extendDays === null ? said.deadline : null),
      ...(said.extendDays === null ? {} : { extendDays: said.extendDays }),
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...held(missing, said.deadline?.doubtful === true || isFromList(said)),
    };
  },
});
