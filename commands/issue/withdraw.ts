/** 撤销: logged by mistake. */
import { defineCommand } from '../../src/bot/command.ts';
import { held } from '../held.ts';

export default defineCommand({
  id: 'issue.withdraw',
  summary: '撤销误登的问题',
  examples: ['撤销327，登记错了', '327作废，重复登记', '误报，撤回412'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector', 'communityHead', 'gridHead', 'gridMember'],

  read(said) {
    if (said.act !== 'issue.withdraw') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...held([], said.issueNos.length > 1),
    };
  },
});
