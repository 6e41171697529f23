/** 查到岗. */
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'duty.query',
  summary: '查到岗情况（迎检期）',
  examples: ['今天早上8点路口执勤哪些单位没到岗', '今天到岗情况', '城管局到岗了吗'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'duty.query') return undefined;
    return {
      ...filtersOf(said),
      ...(/没(?:有)?(?:到|在|上|签)|未(?:到|在|上|签)|缺/.test(said.text) ? { filter: 'absent' } : {}),
      period: said.period,
    };
  },
});
