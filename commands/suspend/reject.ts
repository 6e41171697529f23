/** 不同意挂账: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'suspend.reject',
  summary: '驳回挂账',
  examples: ['不同意433挂账', '430挂账驳回，限期整改', '433不予挂账'],
  allow: ['officeLead'],

  read(said) {
    if (said.act !== 'suspend.reject') return undefined;
    return { issueNos: said.issueNos, ...(said.reason === null ? {} : { reason: said.reason }) };
  },
});
