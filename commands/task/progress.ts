/** 任务进展. */
import { defineCommand } from '../../src/bot/command.ts';
import { written } from '../../src/reading/fold.ts';

export default defineCommand({
  id: 'task.progress',
  summary: '报任务进展',
  examples: ['任务分解表第5项进度60%', '任务5已完成', '任务3正在推进，已建成2处'],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'owner', 'communityHead'],

  read(said) {
    if (said.act !== 'task.progress') return undefined;
    const percent =
      said.percent ??
      (/(?:已|全部|全面)(?:经)?(?:全部|全面)?完成(?!了?一|了?\d|部分|大半)/.test(said.text) && said.taskNos.length === 1
        ? 100
        : null);
    return {
      taskNos: said.taskNos,
      ...(percent === null ? {} : { percent }),
      text: written(said.text),
      photos: said.images,
    };
  },
});
