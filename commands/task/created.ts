/** 布置: a task is written down, and its units hear of it. */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { reaching } from '../../src/bot/reach.ts';
import { isUnfinished, newTask } from '../../src/domain/task.ts';
import type { Task, TaskOrder } from '../../src/domain/task.ts';
import { taskNotice } from '../../src/domain/task-texts.ts';

type Context = Omit<RunContext<object>, 'args'>;

export async function createTask(order: TaskOrder, { by, at, store, messageId }: Context): Promise<Task> {
  const record = {
    at,
    step: 'create' as const,
    by: by.name,
    unit: by.unit,
    messageId,
    percent: null,
    note: order.title,
    difficulty: null,
  };
  return store.tasks.create(newTask(order, { by: by.name, at }), record);
}

/** The notices of new tasks in one answer; whoever does not read this conversation gets them one-to-one. */
export function taskAnswer(tasks: readonly Task[], context: Context): Answer {
  const { directory, at } = context;
  const namesOf = ({ units }: Task): readonly string[] =>
    units.flatMap((unit) => directory.liaisonsOf(unit).map(({ name }) => name));
  const text = tasks.map((task) =>
    taskNotice(
      task,
      at,
      namesOf(task).map((name) => `@${name}`),
    ),
  );
  const answer = reaching(context, text.join('\n\n'), [...new Set(tasks.flatMap(namesOf))]);
  return { ...answer, notices: answer.notices.map((notice) => ({ ...notice, presses: true })) };
}

/** One of the same title and units that is not finished; undefined: none is. */
export async function sameTask(
  { title, units }: Pick<TaskOrder, 'title' | 'units'>,
  { store }: Pick<Context, 'store'>,
): Promise<Task | undefined> {
  const tasks = await store.tasks.list({ units });
  return tasks.find(
    (task) =>
      isUnfinished(task) &&
      task.title === title &&
      task.units.length === units.length &&
      units.every((unit) => task.units.includes(unit)),
  );
}
