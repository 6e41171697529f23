/** 反弹重开: the same defect is back after closing. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';

export default defineCommand({
  id: 'issue.reopen',
  summary: '反弹重开',
  examples: ['288又反弹了，今早又堆满了', '288反弹，请城管局明天中午前整改', '301回潮，重新打开'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],

  read(said) {
    if (said.act !== 'issue.reopen') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...deadlineArgs(said.deadline),
      photos: said.images,
      ...held([], said.deadline?.doubtful === true || isFromList(said)),
    };
  },
});
