/** 进展: what has been done so far; the problem stays open. */
import { defineCommand } from '../../src/bot/command.ts';
import { written } from '../../src/reading/fold.ts';

export default defineCommand({
  id: 'issue.progress',
  summary: '报整改进展',
  examples: ['327还在协调，预计周五完成', '412已联系拖车公司，正在处理', '330进度60%，等材料到货'],
  allow: [
    'unitPrincipal',
    'unitDeputy',
    'unitLiaison',
    'owner',
    'communityHead',
    'gridHead',
    'gridMember',
    'roadChief',
    'sponsor',
  ],

  read(said) {
    if (said.act !== 'issue.progress') return undefined;
    return {
      issueNos: said.issueNos,
      text: written(said.text),
      ...(said.percent === null ? {} : { percent: said.percent }),
      ...(said.expectedDone === null ? {} : { expectedDone: said.expectedDone }),
      photos: said.images,
    };
  },
});
