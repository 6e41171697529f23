/** 问比率: 整改率, 按期整改率, 办结率, 回复率. */
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'query.rate',
  summary: '问整改率、按期整改率、办结率',
  examples: ['城管局整改率多少', '各乡镇上周整改率', '住建局11月份按期整改率'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.rate') return undefined;
    return {
      metrics: said.rates.length > 0 ? said.rates : ['rectificationRate'],
      ...filtersOf(said),
      period: said.period,
    };
  },
});
