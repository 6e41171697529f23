/** 存在困难 of a task (domain §12 任务进展情况表): what its units report beside the progress. */
import { spokenFor } from './task.ts';
import type { Task, TaskRecord } from './task.ts';

/** 存在困难 of each unit, by its last word on it. */
export function difficultyByUnit(
  records: readonly Pick<TaskRecord, 'by' | 'unit' | 'difficulty'>[],
  unitOf: (person: string) => string | null,
): ReadonlyMap<string, string> {
  const difficulties = new Map<string, string>();
  for (const record of records) {
    const { difficulty } = record;
    const unit = spokenFor(record, unitOf);
    if (difficulty === null || unit === null) continue;
    if (difficulty === '') difficulties.delete(unit);
    else difficulties.set(unit, difficulty);
  }
  return difficulties;
}

/** Named by unit where the task has several. */
export const difficultyText = (task: Task, difficulties: ReadonlyMap<string, string>): string | null =>
  difficulties.size === 0
    ? null
    : [...difficulties].map(([unit, text]) => (task.units.length > 1 ? `${unit}：${text}` : text)).join('；');
