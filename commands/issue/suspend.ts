/** 申请挂账: not doable now, for season, works or budget. */
import { defineCommand } from '../../src/bot/command.ts';
import { held, isFromList } from '../held.ts';

export default defineCommand({
  id: 'issue.suspend',
  summary: '申请挂账（暂不具备整改条件）',
  examples: [
    '433属于老旧管网改造，要等开春才能动工，申请挂账',
    '申请挂账327，原因：冬季无法补种',
    '430申请挂账，需列入明年预算',
  ],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],

  read(said) {
    if (said.act !== 'issue.suspend') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...held(said.reason === null ? ['reason'] : [], isFromList(said)),
    };
  },
});
