/** 查留言. */
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'citizen.query',
  summary: '查市民留言办理情况',
  examples: ['还有几条市民留言没回复', '留言12办得怎么样了', '本周市民留言有多少条'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'citizen.query') return undefined;
    return {
      ...(said.messageNos.length > 0 ? { messageNos: said.messageNos } : {}),
      ...filtersOf(said),
      ...(/(?:没|未)(?:有)?(?:回复|答复|回)/.test(said.text)
        ? { filter: 'unanswered' }
        : /(?:没|未)(?:有)?(?:办结|解决|处理|办)/.test(said.text)
          ? { filter: 'open' }
          : {}),
      period: said.period,
    };
  },
});
