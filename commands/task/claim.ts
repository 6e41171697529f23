/** 认领任务. */
import { momentText } from '../../src/domain/shanghai.ts';
import { claimTask } from '../../src/domain/task.ts';
import { findTasks } from './find-tasks.ts';
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'task.claim',
  summary: '认领任务',
  examples: ['认领任务5', '任务第5项我们认领', '5号任务我单位认领'],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],
  instead: '任务由承办单位的联络员或领导认领。',

  read(said) {
    if (said.act !== 'task.claim') return undefined;
    return { taskNos: said.taskNos };
  },

  async run({ args, by, at, store, messageId }) {
    const steps = (await findTasks(store, args.taskNos)).map((task) => claimTask(task, by));
    const record = {
      at,
      step: 'claim' as const,
      by: by.name,
      unit: by.unit,
      messageId,
      percent: null,
      note: by.unit,
      difficulty: null,
    };
    for (const task of steps) await store.tasks.save(task, record);
    const lines = steps.map(({ no, title, deadline }) => {
      const until = deadline === null ? '' : `，时限${momentText(deadline, at)}`;
      return `任务${no} ${title}：${by.unit ?? by.name}已认领${until}。`;
    });
    return { text: lines.join('\n') };
  },
});
