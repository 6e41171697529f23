/** 同意延期: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held } from '../held.ts';

export default defineCommand({
  id: 'extend.approve',
  summary: '同意延期',
  examples: ['同意327延期，最晚28号', '327延期批准，到11月28日', '同意430延期3天'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'extend.approve') return undefined;
    return {
      issueNos: said.issueNos,
      ...deadlineArgs(said.extendDays === null ? said.deadline : null),
      ...(said.extendDays === null ? {} : { extendDays: said.extendDays }),
      ...(/最后一次|下不为例|不再延/.test(said.text) ? { final: true } : {}),
      ...held([], said.deadline?.doubtful === true || !/同意|批|准|可以|允许|通过/.test(said.text)),
    };
  },
});
