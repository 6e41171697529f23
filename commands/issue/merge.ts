/** 合并: two numbers for one thing; the older survives unless another is named. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'issue.merge',
  summary: '合并重复的问题',
  examples: ['445和327重复了，合并', '把445并到327', '330、331是同一个问题，合并'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'issue.merge') return undefined;
    const named = Number(/(?:并[到入进]|合并[到至入进]|归[到入]|以)\s*#?(\d+)/.exec(said.text)?.[1]);
    return { issueNos: said.issueNos, into: said.issueNos.includes(named) ? named : Math.min(...said.issueNos) };
  },
});
