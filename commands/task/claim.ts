/** 认领任务. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'task.claim',
  summary: '认领任务',
  examples: ['认领任务5', '任务第5项我们认领', '5号任务我单位认领'],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],

  read(said) {
    if (said.act !== 'task.claim') return undefined;
    return { taskNos: said.taskNos };
  },
});
