/** 查任务. */
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'task.query',
  summary: '查任务进展',
  examples: ['任务5进展怎么样', '哪些任务还没完成', '查一下教育局的任务'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'task.query') return undefined;
    return {
      ...(said.taskNos.length > 0 ? { taskNos: said.taskNos } : {}),
      ...filtersOf(said),
      ...(/超期|逾期/.test(said.text)
        ? { filter: 'overdue' }
        : /(?:没|未)(?:有)?(?:完成|启动|开始|做)/.test(said.text)
          ? { filter: 'open' }
          : {}),
      period: said.period,
    };
  },
});
