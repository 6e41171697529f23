/** 调整任务: the office calls a task off, gives it another time or other units; its units hear of it (domain §11). */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { reaching } from '../../src/bot/reach.ts';
import { statedTime } from '../../src/bot/stated-time.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { giveTask, postponeTask, withdrawTask } from '../../src/domain/task-amend.ts';
import type { Task } from '../../src/domain/task.ts';
import { groundsIn } from '../../src/reading/grounds.ts';
import type { Said } from '../../src/reading/said.ts';
import { deadlineArgs, held } from '../held.ts';
import { findTasks } from './find-tasks.ts';

export interface AmendArgs {
  readonly taskNos: readonly number[];
  readonly withdrawn: boolean;
  readonly deadline?: string | null;
  readonly deadlineText?: string;
  readonly reason: string | null;
  /** Other units; with `added` beside those that have it. */
  readonly units?: readonly string[];
  readonly coUnits?: readonly string[];
  readonly added?: boolean;
}

const WITHDRAWS = /撤销|作废|取消|不再办/;
/** 改成, 转给, 加上: to whom it goes. 去掉, 拆成 take something away that cannot be taken by itself. */
const GIVES = /[改换]|转|移交|交给|加|增|由/;
const TAKES_APART = /去掉|减|拆|分成|合并|不[要用]|(?:标题|名称|内容|标准)/;

export default defineCommand<AmendArgs>({
  id: 'task.amend',
  summary: '撤销任务、调整任务时限和责任单位',
  examples: [
    '撤销任务2，原因：与任务1重复',
    '任务5时限改到12月20日',
    '任务3延期到12月10日',
    '任务4责任单位改成市教育局',
  ],
  allow: ['officeLead', 'officeStaff'],
  instead: '任务由创城办调整。有困难的请报进展时写明“困难：…”，创城办会看到。',

  read(said) {
    if (said.act !== 'task.amend') return undefined;
    const withdrawn = WITHDRAWS.test(said.text);
    const { deadline } = said;
    const isTimed = !withdrawn && deadline !== null;
    const isGiven = !withdrawn && GIVES.test(said.text) && !TAKES_APART.test(said.text);
    return {
      taskNos: amendedNos(said),
      withdrawn,
      ...(isTimed ? deadlineArgs(deadline) : {}),
      ...(isGiven && said.units.length > 0 ? { units: said.units } : {}),
      ...(isGiven && said.coUnits.length > 0 ? { coUnits: said.coUnits } : {}),
      ...(isGiven && /加|增/.test(said.text) ? { added: true } : {}),
      reason: groundsIn(said.text) ?? (withdrawn ? said.reason : null),
      ...held([], isTimed && deadline.doubtful),
    };
  },

  async run(context) {
    const { args, at, store, by, messageId } = context;
    const tasks = await findTasks(store, args.taskNos);
    const deadline = statedTime(args);
    const isGiven = args.units !== undefined || args.coUnits !== undefined;
    if (!args.withdrawn && deadline === null && !isGiven) throw new Refusal('task.change', possible(tasks));
    const amended = tasks.map((task) => (args.withdrawn ? withdrawTask(task) : changed(task, args, at)));
    const words = changeText(args, amended, at);
    if (args.withdrawn && args.reason === null) {
      const text = `还差撤销的原因：${tasks.map(({ no, title }) => `任务${no} ${title}`).join('、')}。请直接回复原因，不撤销请回复“取消”。`;
      return hold(context, { kind: 'fill', command: 'task.amend', args, missing: ['reason'], text });
    }
    if (args.needsConfirm === true && !context.confirmed) {
      const named = amended.map(({ no, title }) => `任务${no} ${title}`).join('、');
      const text = `请确认：${named}${words}。回复“对”办理，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'task.amend', args, text });
    }
    const why = args.reason === null || isGiven ? '' : `，原因：${args.reason}`;
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
    return answerFor([...amended, ...tasks], `${words}${why}`, context);
  },
});

/** 撤销任务2，原因：与任务1重复: what is named in the reason alone stays as it is. */
function amendedNos({ text, taskNos }: Said): readonly number[] {
  const at = text.search(/原因|理由/);
  if (at < 0) return taskNos;
  const names = (part: string, no: number): boolean => new RegExp(`(?<!\\d)${no}(?!\\d)`).test(part);
  return taskNos.filter((no) => names(text.slice(0, at), no) || !names(text.slice(at), no));
}

/** With the time and the units that are said. */
function changed(task: Task, args: AmendArgs, at: Date): Task {
  const deadline = statedTime(args);
  const later = deadline === null ? task : postponeTask(task, deadline, at);
  if (args.units === undefined && args.coUnits === undefined) return later;
  const kept = args.added === true || args.units === undefined ? task.units : [];
  const units = [...new Set([...kept, ...(args.units ?? [])])];
  return giveTask(later, units, [...new Set([...task.coUnits, ...(args.coUnits ?? [])])]);
}

function changeText(args: AmendArgs, amended: readonly Task[], at: Date): string {
  const deadline = statedTime(args);
  const [first] = amended;
  const isGiven = args.units !== undefined || args.coUnits !== undefined;
  const helping = first === undefined || first.coUnits.length === 0 ? '' : `，协办${first.coUnits.join('、')}`;
  return [
    ...(args.withdrawn ? ['撤销'] : []),
    ...(deadline === null ? [] : [`改时限到${momentText(deadline, at)}`]),
    ...(isGiven && first !== undefined ? [`改由${first.units.join('、')}承办${helping}`] : []),
  ].join('，');
}

/** What can be changed of a task, as it is typed. */
function possible(tasks: readonly Task[]): string {
  const no = tasks[0]?.no ?? '';
  return `任务${no}没有作任何改动。能改的是时限和责任单位：可回复“任务${no}时限改到12月31日”“任务${no}责任单位改成市教育局”；内容要改或者要拆开的，请回复“撤销任务${no}，原因：重新布置”，再重新布置。`;
}

/** `tasks`: as they are now, and as they were: those they are taken from hear of it, too. */
function answerFor(tasks: readonly Task[], words: string, context: RunContext<AmendArgs>) {
  const { directory } = context;
  const names = tasks.flatMap(({ units }) =>
    units.flatMap((unit) => directory.liaisonsOf(unit).map(({ name }) => name)),
  );
  const now = tasks.slice(0, tasks.length / 2);
  const lines = now.map(({ no, title, units }) => `任务${no} ${title}（${units.join('、')}）：已${words}。`);
  const calls = [...new Set(names)].map((name) => `@${name}`).join(' ');
  const answer = reaching(context, [...lines, ...(calls === '' ? [] : [`请${calls} 知悉。`])].join('\n'), names);
  return { ...answer, notices: answer.notices.map((notice) => ({ ...notice, presses: true })) };
}
