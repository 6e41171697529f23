/** 任务清单: each item a task of its own; all are shown, and one yes sets them out (domain §11). */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import type { Task } from '../../src/domain/task.ts';
import type { Said } from '../../src/reading/said.ts';
import { taskList } from '../../src/reading/task-list.ts';
import { createTask, sameTask, taskAnswer } from './created.ts';
import { taskFields } from './task-fields.ts';
import type { TaskFields } from './task-fields.ts';
import { taskTitle } from './task-title.ts';

export interface ListedTask extends TaskFields {
  readonly title: string;
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  /** ISO; null: none is stated. */
  readonly deadline: string | null;
}

/** Undefined where it is one task, with or without steps: units stand with two items at least where there are several. */
export function listedTasks(said: Said): readonly ListedTask[] | undefined {
  const { tasks, deadline } = said;
  if (tasks.filter(({ units }) => units.length > 0).length < 2) return undefined;
  const head = taskList(said.text)?.head ?? '';
  const common = deadline !== null && head.includes(deadline.text) ? deadline.at : null;
  return tasks.map((item) => ({
    ...taskFields(head),
    ...taskFields(item.text),
    title: taskTitle(item),
    units: item.units,
    coUnits: item.coUnits,
    deadline: item.deadline?.at ?? common,
  }));
}

/** Throws Refusal `task.lacks`: nothing is set out of a list in which an item is not whole. */
export async function createList(listed: readonly ListedTask[], context: RunContext<object>): Promise<Answer> {
  const { at } = context;
  const orders = listed.map((typed, index) => {
    const item = { ...typed, title: withoutUnit(typed, context) };
    const until = item.deadline === null ? null : new Date(item.deadline);
    const lacks = [
      ...(item.title === '' ? ['任务内容'] : []),
      ...(item.units.length === 0 ? ['责任单位'] : []),
      ...(until === null || until <= at ? ['完成时限'] : []),
    ];
    if (until === null || lacks.length > 0) {
      throw new Refusal(
        'task.lacks',
        `第${index + 1}项“${item.title}”还差${lacks.join('、')}，几项都没有布置。请补全后整条再发一次，如“任务：1、宣传部12月31日前更新公益广告；2、教育局12月31日前整治校园周边”。`,
      );
    }
    return { ...item, deadline: until };
  });
  if (!context.confirmed) {
    const lines: string[] = [];
    for (const [index, { title, units, coUnits, deadline }] of orders.entries()) {
      const same = await sameTask({ title, units }, context);
      const helping = coUnits.length === 0 ? '' : `，协办${coUnits.join('、')}`;
      const twice = same === undefined ? '' : `（与任务${same.no}相同）`;
      lines.push(`${index + 1}. ${title}|${units.join('、')}${helping}|${momentText(deadline, at)}${twice}`);
    }
    const text = `请确认：布置${orders.length}项任务，每项一个编号：\n${lines.join('\n')}\n回复“对”布置；有不对的请回复“取消”，改好整条再发。`;
    return hold(context, { kind: 'confirm', command: 'task.create', args: context.args, text });
  }
  const tasks: Task[] = [];
  for (const order of orders) tasks.push(await createTask(order, context));
  return taskAnswer(tasks, context);
}

/** 请宣传部、教育局更新公益广告: who stands before the title stands with the task already. */
function withoutUnit({ title, units }: ListedTask, { directory }: RunContext<object>): string {
  const names = units
    .flatMap((name) => [name, ...(directory.unit(name)?.aliases ?? [])])
    .toSorted((a, b) => b.length - a.length);
  let rest = title.replace(/^(?:请|由)/, '');
  for (let name = names.find((one) => rest.startsWith(one)); name !== undefined;) {
    rest = rest.slice(name.length).replace(/^(?:[、和及与]|牵头|负责|要|需|应)+/, '');
    name = names.find((one) => rest.startsWith(one));
  }
  return rest.length >= 3 ? rest : title;
}
