/** 任务的调整: called off, or another time, while it is not done (domain §11). */
import { Refusal } from './refusal.ts';
import { dayText, dayOf } from './shanghai.ts';
import { isUnfinished } from './task.ts';
import type { Task } from './task.ts';

/** Throws Refusal `task.done`. */
export function withdrawTask(task: Task): Task {
  requireUnfinished(task);
  return { ...task, state: 'withdrawn', difficulty: null };
}

/** Throws Refusal `task.done`, `task.time`. */
export function postponeTask(task: Task, deadline: Date, at: Date): Task {
  requireUnfinished(task);
  if (deadline <= at) {
    throw new Refusal(
      'task.time',
      `任务${task.no}的时限${dayText(dayOf(deadline))}已经过去，请写一个今天以后的日期。没有作任何改动。`,
    );
  }
  return { ...task, deadline };
}

function requireUnfinished(task: Task): void {
  if (isUnfinished(task)) return;
  const how = task.state === 'done' ? '已完成' : '已撤销';
  throw new Refusal('task.done', `任务${task.no}${how}，不用再调整。没有作任何改动。`);
}
