/** 报送资料. */
import { defineCommand } from '../../src/bot/command.ts';
import { indicatorIn } from './indicator.ts';

export default defineCommand({
  id: 'material.submit',
  summary: '报送申报资料',
  examples: ['提交网上申报材料 指标Ⅱ-3 说明报告+佐证图4张', '报送指标Ⅰ-2资料', '补交指标Ⅱ-5佐证材料'],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],

  read(said) {
    if (said.act !== 'material.submit') return undefined;
    const indicator = indicatorIn(said.text);
    return {
      ...(indicator === null ? {} : { indicator }),
      photos: said.images,
    };
  },
});
