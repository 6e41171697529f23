/** 排名、红黑榜. */
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';
import { rankingOf } from './ranking-shape.ts';

export default defineCommand({
  id: 'query.ranking',
  summary: '看排名、红黑榜',
  examples: ['整改率排名，倒数5名', '街道乡镇红黑榜（上周）', '哪个单位超期最多'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.ranking') return undefined;
    const { groupBy } = filtersOf(said);
    return {
      ...rankingOf(said),
      ...filtersOf(said),
      ...(groupBy === undefined ? { groupBy: 'unit' } : {}),
      period: said.period,
    };
  },
});
