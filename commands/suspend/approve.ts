/** 同意挂账: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs } from '../held.ts';

export default defineCommand({
  id: 'suspend.approve',
  summary: '同意挂账',
  examples: ['同意433挂账', '433挂账批准，明年3月复查', '批准430挂账'],
  allow: ['officeLead'],

  read(said) {
    if (said.act !== 'suspend.approve') return undefined;
    return { issueNos: said.issueNos, ...deadlineArgs(said.deadline) };
  },
});
