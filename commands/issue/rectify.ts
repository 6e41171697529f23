/** 报整改: the unit says it is done and shows a picture. */
import { defineCommand } from '../../src/bot/command.ts';
import { written } from '../../src/reading/fold.ts';
import { held, isFromList } from '../held.ts';

export default defineCommand({
  id: 'issue.rectify',
  summary: '报整改完成（附整改后照片）',
  examples: ['327已整改到位，请核查', 'WT-2026-0327 整改情况：已于11月21日下午完成清理', '301、302已整改完毕'],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'owner', 'communityHead', 'gridHead', 'gridMember'],

  read(said) {
    if (said.act !== 'issue.rectify') return undefined;
    return {
      issueNos: said.issueNos,
      text: written(said.text),
      photos: said.images,
      ...(said.doneOn === null ? {} : { doneOn: said.doneOn }),
      ...held(said.images === 0 ? ['photos'] : [], isFromList(said)),
    };
  },
});
