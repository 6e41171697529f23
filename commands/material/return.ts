/** 退回资料, with a reason. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held } from '../held.ts';
import { indicatorIn } from './indicator.ts';

export default defineCommand({
  id: 'material.return',
  summary: '退回申报资料',
  examples: [
    '教育局指标Ⅱ-3材料退回，图片没有日期',
    '指标Ⅰ-2资料不规范，退回重报',
    '退回卫健委的网上申报材料，缺少说明报告',
  ],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'material.return') return undefined;
    const indicator = indicatorIn(said.text);
    return {
      units: said.units.length > 0 ? said.units : said.personUnits,
      ...(indicator === null ? {} : { indicator }),
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...deadlineArgs(said.deadline),
      ...held(said.reason === null ? ['reason'] : [], said.deadline?.doubtful === true),
    };
  },
});
