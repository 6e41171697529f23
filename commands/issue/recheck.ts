/** 回头看: a later look at what was closed. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'issue.recheck',
  summary: '回头看，记录没有反弹',
  examples: ['回头看：288没有反弹', '288回头看，保持良好', '301、302回头看没有反弹'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],

  read(said) {
    if (said.act !== 'issue.recheck') return undefined;
    return { issueNos: said.issueNos, result: 'ok', photos: said.images };
  },
});
