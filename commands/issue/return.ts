/** 退回: the verifier is not content; the unit has to do it again. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';

export default defineCommand({
  id: 'issue.return',
  summary: '核查不通过，退回重改',
  examples: ['327不通过，现场还有3辆车', '412整改不彻底，退回重改，明天上午10点前', '退回330，照片看不出是同一个位置'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],

  read(said) {
    if (said.act !== 'issue.return') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...deadlineArgs(said.deadline),
      photos: said.images,
      ...held(said.reason === null ? ['reason'] : [], said.deadline?.doubtful === true || isFromList(said)),
    };
  },
});
