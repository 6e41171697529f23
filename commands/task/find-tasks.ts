/** The tasks of the numbers a message names. */
import { Refusal } from '../../src/domain/refusal.ts';
import type { Task } from '../../src/domain/task.ts';
import type { Store } from '../../storage/store.ts';

/** In the order of the message. Throws Refusal where there is no number or no such task. */
export async function findTasks(store: Pick<Store, 'tasks'>, nos: readonly number[]): Promise<readonly Task[]> {
  const found = new Map((await store.tasks.list({ nos })).map((task) => [task.no, task]));
  const unknown = nos.filter((no) => !found.has(no));
  if (nos.length > 0 && unknown.length === 0) return nos.flatMap((no) => found.get(no) ?? []);
  const which = unknown.length === 0 ? '请写明任务编号，例如：任务5。' : `没有任务${unknown.join('、')}，请核对编号。`;
  throw new Refusal('task.unknown', `${which}没有作任何改动。回复“任务进展”可看全部任务。`);
}
