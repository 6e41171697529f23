/** 查留言. */
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';
import { queryMessages } from './query-run.ts';
import type { CitizenQueryArgs } from './query-run.ts';

export default defineCommand<CitizenQueryArgs>({
  id: 'citizen.query',
  summary: '查市民留言办理情况',
  examples: ['还有几条市民留言没回复', '留言12办得怎么样了', '本周市民留言有多少条'],
  allow: 'anyone',

  read(said) {
    if (said.act !== 'citizen.query') return undefined;
    return {
      ...(said.messageNos.length > 0 ? { messageNos: said.messageNos } : {}),
      ...filtersOf(said),
      ...filterIn(said.text),
      period: said.period,
    };
  },

  run: queryMessages,
});

function filterIn(text: string): Pick<CitizenQueryArgs, 'filter'> {
  if (/超时|超过\s*24|逾期|超期/.test(text)) return { filter: 'late' };
  if (/(?:没|未)(?:有)?(?:回复|答复|回)/.test(text)) return { filter: 'unreplied' };
  return /(?:没|未)(?:有)?(?:办结|解决|处理|办)/.test(text) ? { filter: 'open' } : {};
}
