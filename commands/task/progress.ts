/** 任务进展. */
import { difficultyByUnit, difficultyText } from '../../src/domain/task-difficulty.ts';
import { percentByUnit, reportTask } from '../../src/domain/task.ts';
import type { Task } from '../../src/domain/task.ts';
import { shortened } from '../../src/domain/wording.ts';
import { findTasks } from './find-tasks.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { written } from '../../src/reading/fold.ts';

/** 全部完成, 干完了, 已办结; not 完成了一部分, 完成3处. */
const DONE =
  /(?:全部|全面|都|已(?:经)?|任务\d+(?:项)?|^|[,。;:]\s*)(?:已(?:经)?)?(?:全部|全面|都)?(?:完成|[搞做干弄办]完|办结|竣工)(?:了|完毕)?(?=$|[,。;!✅\s])/u;
const PARTLY = /[过大]半|一半|部分|分之|基本|差不多|[没未]|还[剩差有]|剩/;
const isDone = (text: string): boolean => DONE.test(text) && !PARTLY.test(text);

export default defineCommand({
  id: 'task.progress',
  summary: '报任务进展',
  examples: ['任务分解表第5项进度60%', '任务5已完成', '任务3正在推进，已建成2处', '任务5进度60%，困难：缺资金'],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'owner', 'communityHead'],
  instead: '任务进展由承办单位报送。查看进展可回复“任务进展”。',

  read(said) {
    if (said.act !== 'task.progress') return undefined;
    const percent = said.percent ?? (said.taskNos.length === 1 && isDone(said.text) ? 100 : null);
    return {
      taskNos: said.taskNos,
      ...(percent === null ? {} : { percent }),
      text: said.difficulty?.rest ?? written(said.text),
      ...(said.difficulty === null ? {} : { difficulty: said.difficulty.text }),
      photos: said.images,
    };
  },

  async run({ args, by, at, store, directory, messageId }) {
    const { percent = null, difficulty = null } = args;
    const text = shortened(args.text, LONGEST);
    const unitOf = (name: string): string | null => directory.person(name)?.unit ?? null;
    const lines: string[] = [];
    for (const task of await findTasks(store, args.taskNos)) {
      const records = await store.tasks.recordsOf(task.no);
      const reached = percentByUnit(task, records, unitOf);
      const told = reportTask(task, { by, at, percent, text }, reached);
      const difficulties = difficultyByUnit([...records, { by: by.name, unit: by.unit, difficulty }], unitOf);
      const after = { ...told, difficulty: told.state === 'done' ? null : difficultyText(task, difficulties) };
      const step = after.state === 'done' ? ('done' as const) : ('progress' as const);
      await store.tasks.save(after, {
        at,
        step,
        by: by.name,
        unit: by.unit,
        messageId,
        percent,
        note: text,
        difficulty,
      });
      const own = task.units.length > 1 && percent !== null ? `${by.unit ?? by.name}${percent}%，` : '';
      const whole = after.state === 'done' ? '全部完成' : `${own === '' ? '' : '总'}进度${after.percent}%`;
      lines.push(`任务${task.no} ${task.title}：已记录进展，${own}${whole}。${difficultyLine(after, difficulty)}`);
    }
    return { text: lines.join('\n') };
  },
});

/** What is kept as 存在困难; one reported before stays until it is said to be over. */
function difficultyLine({ no, difficulty }: Task, said: string | null): string {
  if (difficulty !== null && said !== null && said !== '') return `存在困难：${difficulty}。`;
  if (difficulty !== null) return `存在困难仍记着：${difficulty}；已经解决请回复“任务${no}困难已解决”。`;
  return said === '' ? '存在困难已销。' : '';
}

/** Characters of a report that are kept. */
const LONGEST = 500;
