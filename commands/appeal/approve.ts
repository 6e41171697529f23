/** 同意申诉: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held } from '../held.ts';

export default defineCommand({
  id: 'appeal.approve',
  summary: '同意申诉',
  examples: ['同意418申诉，转给城关镇，2日内整改', '418申诉成立', '同意#412申诉，由住建局负责'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'appeal.approve') return undefined;
    return {
      issueNos: said.issueNos,
      units: said.units,
      coUnits: said.coUnits,
      ...deadlineArgs(said.deadline),
      ...held([], said.deadline?.doubtful === true),
    };
  },
});
