/** 列问题: by place, unit, category, period. */
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'query.list',
  summary: '列出某处、某单位、某类问题',
  examples: ['查人民路的问题', '列一下城管局没整改的问题', '东湖农贸市场有哪些问题'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.list') return undefined;
    return {
      ...filtersOf(said),
      ...(said.location === null || said.units.length > 0 ? {} : { location: said.location }),
      ...(/(?:没|未)(?:有)?(?:整?改|销|办|处理|完)|还有/.test(said.text)
        ? { filter: 'open' }
        : /待核查/.test(said.text)
          ? { filter: 'awaitingVerification' }
          : {}),
      period: said.period,
    };
  },
});
