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

/**
 * 换单位 while nobody has begun: what a unit has claimed or reported is its own, and does not pass to another. `units` are all that will
 * have it. Throws Refusal `task.done`, `task.begun`, `task.units`.
 */
export function giveTask(task: Task, units: readonly string[], coUnits: readonly string[]): Task {
  requireUnfinished(task);
  const isSame = (some: readonly string[], others: readonly string[]): boolean =>
    some.length === others.length && some.every((unit) => others.includes(unit));
  const helping = coUnits.filter((unit) => !units.includes(unit));
  const hasBegun = task.state === 'claimed' || task.percent > 0 || task.lastReportAt !== null;
  if (hasBegun && !isSame(units, task.units)) {
    throw new Refusal(
      'task.begun',
      `任务${task.no}已有单位认领或报了进展，不能直接换单位，没有作任何改动。要换请回复“撤销任务${task.no}，原因：改由其他单位承办”，再重新布置。`,
    );
  }
  if (isSame(units, task.units) && isSame(helping, task.coUnits)) {
    throw new Refusal('task.units', `任务${task.no}本来就由${task.units.join('、')}承办，没有变化。`);
  }
  return { ...task, units, coUnits: helping };
}

function requireUnfinished(task: Task): void {
  if (isUnfinished(task)) return;
  const how = task.state === 'done' ? '已完成' : '已撤销';
  throw new Refusal('task.done', `任务${task.no}${how}，不用再调整。没有作任何改动。`);
}
