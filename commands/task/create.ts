/** 布置任务. */
import { hold } from '../../src/bot/hold.ts';
import { askPassedTime, statedTime } from '../../src/bot/stated-time.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { createList, listedTasks } from './create-list.ts';
import type { ListedTask } from './create-list.ts';
import { createTask, sameTask, taskAnswer } from './created.ts';
import { taskFields } from './task-fields.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held } from '../held.ts';
import { taskTitle } from './task-title.ts';

export interface TaskCreateArgs {
  readonly title: string;
  readonly units: readonly string[];
  readonly coUnits?: readonly string[];
  readonly deadline?: string | null;
  readonly deadlineText?: string;
  /** Several tasks of one message: then title and units stand with each. */
  readonly tasks?: readonly ListedTask[];
}

export default defineCommand<TaskCreateArgs>({
  id: 'task.create',
  summary: '布置任务',
  examples: [
    '布置任务：各街道12月5日前完成楼道杂物清零行动，责任单位东湖街道、河西街道',
    '下达任务：住建局牵头，本月底前完成背街小巷路灯排查',
    '新建任务：公益广告更新，宣传部负责，11月30日前',
    '任务：1、宣传部12月31日前更新公益广告；2、教育局12月31日前整治校园周边',
  ],
  allow: ['officeLead', 'officeStaff'],
  instead: '任务由创城办布置。各单位可回复“我的任务”查看。',

  read(said) {
    if (said.act !== 'task.create') return undefined;
    const tasks = listedTasks(said);
    if (tasks !== undefined) return { title: '', units: [], tasks, ...held([], true) };
    return {
      title: taskTitle(said),
      units: said.units,
      ...(said.coUnits.length > 0 ? { coUnits: said.coUnits } : {}),
      ...deadlineArgs(said.deadline),
      ...held(
        [...(said.units.length === 0 ? ['units'] : []), ...(said.deadline === null ? ['deadline'] : [])],
        said.deadline?.doubtful === true,
      ),
    };
  },

  async run(context) {
    const { at, confirmed, said } = context;
    if (context.args.tasks !== undefined) return createList(context.args.tasks, context);
    // The draft keeps what the first message said; the answer to the bot's question is another message.
    const args = { ...taskFields(said.text), ...context.args };
    const deadline = statedTime(args);
    if (args.title === '') throw new Refusal('task.title', `请写明任务内容，例如：${EXAMPLE}。没有作任何登记。`);
    const missing = [...(args.units.length === 0 ? ['units'] : []), ...(deadline === null ? ['deadline'] : [])];
    if (missing.length > 0 || deadline === null) {
      const text = `任务“${args.title}”还差${missing.map((key) => MISSING[key] ?? key).join('、')}，请直接回复补充。`;
      return hold(context, { kind: 'fill', command: 'task.create', args, missing, text });
    }
    const passed = askPassedTime({ ...context, args }, 'task.create');
    if (passed !== null) return passed;
    if (args.needsConfirm === true && !confirmed) {
      const until = momentText(deadline, at);
      const text = `请确认：任务“${args.title}”，责任单位${args.units.join('、')}，时限${until}。回复“对”布置，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'task.create', args, text });
    }
    const same = await sameTask(args, context);
    const task = await createTask({ ...args, deadline }, context);
    const answer = taskAnswer([task], context);
    if (same === undefined) return answer;
    const hint = `与任务${same.no}的内容和单位相同；重复的请回复“撤销任务${task.no}，原因：与任务${same.no}重复”。`;
    return { ...answer, text: `${answer.text}\n${hint}` };
  },
});

const EXAMPLE = '布置任务：住建局12月5日前完成路灯排查';
const MISSING: Readonly<Record<string, string>> = { units: '责任单位', deadline: '完成时限' };
