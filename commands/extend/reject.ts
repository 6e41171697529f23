/** 不同意延期: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'extend.reject',
  summary: '驳回延期',
  examples: ['412不同意延期，按原时限办', '驳回327延期申请', '430不予延期'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'extend.reject') return undefined;
    return { issueNos: said.issueNos, ...(said.reason === null ? {} : { reason: said.reason }) };
  },
});
