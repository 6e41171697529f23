/** 问数量、分类统计. */
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'query.stats',
  summary: '问问题数量、分类统计',
  examples: ['今天一共登记了多少问题', '本月问题分类统计', '督查二组这周查了几个点位，发现多少问题'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.stats') return undefined;
    return { metrics: said.counts, ...filtersOf(said), period: said.period };
  },
});
