/** 调整任务: the office calls a task off or gives it another time; its units hear of it (domain §11). */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { reaching } from '../../src/bot/reach.ts';
import { statedTime } from '../../src/bot/stated-time.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { postponeTask, withdrawTask } from '../../src/domain/task-amend.ts';
import type { Task } from '../../src/domain/task.ts';
import { groundsIn } from '../../src/reading/grounds.ts';
import { deadlineArgs, held } from '../held.ts';
import { findTasks } from './find-tasks.ts';

export interface AmendArgs {
  readonly taskNos: readonly number[];
  readonly withdrawn: boolean;
  readonly deadline?: string | null;
  readonly deadlineText?: string;
  readonly reason: string | null;
}

export default defineCommand<AmendArgs>({
  id: 'task.amend',
  summary: '撤销任务、调整任务时限',
  examples: ['撤销任务2，原因：与任务1重复', '任务5时限改到12月20日', '任务3延期到12月10日'],
  allow: ['officeLead', 'officeStaff'],
  instead: '任务由创城办调整。有困难的请回复“任务5进度…，困难：…”，创城办会看到。',

  read(said) {
    if (said.act !== 'task.amend') return undefined;
    const withdrawn = /撤销|作废|取消|不再办/.test(said.text);
    return {
      taskNos: said.taskNos,
      withdrawn,
      ...(withdrawn ? {} : deadlineArgs(said.deadline)),
      reason: groundsIn(said.text) ?? (withdrawn ? said.reason : null),
      ...held([], !withdrawn && said.deadline?.doubtful === true),
    };
  },

  async run(context) {
    const { args, at, store, by, messageId } = context;
    const tasks = await findTasks(store, args.taskNos);
    const deadline = statedTime(args);
    if (!args.withdrawn && deadline === null) {
      throw new Refusal(
        'task.time',
        `请写明任务${args.taskNos[0] ?? ''}改到哪一天，如“任务5时限改到12月20日”。没有作任何改动。`,
      );
    }
    const amended = tasks.map((task) => (deadline === null ? withdrawTask(task) : postponeTask(task, deadline, at)));
    const words = args.withdrawn ? '撤销' : `改时限到${deadline === null ? '' : momentText(deadline, at)}`;
    if (args.withdrawn && args.reason === null) {
      const text = `还差撤销的原因：${tasks.map(({ no, title }) => `任务${no} ${title}`).join('、')}。请直接回复原因，不撤销请回复“取消”。`;
      return hold(context, { kind: 'fill', command: 'task.amend', args, missing: ['reason'], text });
    }
    if (args.needsConfirm === true && !context.confirmed) {
      const named = amended.map(({ no, title }) => `任务${no} ${title}`).join('、');
      const text = `请确认：${named}${words}。回复“对”办理，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'task.amend', args, text });
    }
    const why = args.reason === null ? '' : `，原因：${args.reason}`;
    for (const task of amended) {
      const step = args.withdrawn ? ('withdraw' as const) : ('amend' as const);
      const record = {
        at,
        step,
        by: by.name,
        unit: by.unit,
        messageId,
        percent: null,
        note: `${words}${why}`,
        difficulty: null,
      };
      await store.tasks.save(task, record);
    }
    return answerFor(amended, `${words}${why}`, context);
  },
});

function answerFor(tasks: readonly Task[], words: string, context: RunContext<AmendArgs>) {
  const { directory } = context;
  const names = tasks.flatMap(({ units }) =>
    units.flatMap((unit) => directory.liaisonsOf(unit).map(({ name }) => name)),
  );
  const lines = tasks.map(({ no, title, units }) => `任务${no} ${title}（${units.join('、')}）：已${words}。`);
  const calls = [...new Set(names)].map((name) => `@${name}`).join(' ');
  const answer = reaching(context, [...lines, ...(calls === '' ? [] : [`请${calls} 知悉。`])].join('\n'), names);
  return { ...answer, notices: answer.notices.map((notice) => ({ ...notice, presses: true })) };
}
