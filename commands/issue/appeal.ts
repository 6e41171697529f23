/** 申诉: the unit says it is not its own, or not a fact. */
import { defineCommand } from '../../src/bot/command.ts';
import { held, isFromList } from '../held.ts';
import { appealKind } from '../../src/reading/appeal-kind.ts';

export default defineCommand({
  id: 'issue.appeal',
  summary: '申诉（不属于本单位、问题不存在）',
  examples: [
    '申诉327，此处为小区内部道路，应由住建局负责',
    '327不属于我单位职责，申请调整',
    '330这家店已停业，问题不存在，请核实撤销',
  ],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],

  read(said) {
    if (said.act !== 'issue.appeal') return undefined;
    return {
      issueNos: said.issueNos,
      ...appealKind(said.text),
      suggestUnits: said.units.filter((unit) => unit !== said.heard.sender?.unit),
      ...(said.reason === null ? {} : { reason: said.reason }),
      photos: said.images,
      ...held(said.reason === null ? ['reason'] : [], isFromList(said)),
    };
  },
});
