/** 不同意申诉: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'appeal.reject',
  summary: '驳回申诉',
  examples: ['驳回418申诉', '412申诉不成立，按原时限整改', '不同意327的申诉，理由不充分'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'appeal.reject') return undefined;
    return { issueNos: said.issueNos, ...(said.reason === null ? {} : { reason: said.reason }) };
  },
});
