/** 信息报送不及时 (domain §11): units that have not reported on a task for so many days. */
import { DAY_MS } from './shanghai.ts';
import { isUnfinished, percentByUnit, spokenFor } from './task.ts';
import type { Task, TaskRecord } from './task.ts';
import { shortened } from './wording.ts';

export interface SilentUnit {
  readonly task: Task;
  readonly unit: string;
  /** Whole days since its last report, or since the task was set out. */
  readonly days: number;
}

/** The unit's own word counts: where several units share a task, one that reports does not speak for the others. Longest first. */
export function silentUnits(
  tasks: readonly { readonly task: Task; readonly records: readonly TaskRecord[] }[],
  unitOf: (person: string) => string | null,
  { at, days: least }: { readonly at: Date; readonly days: number },
): readonly SilentUnit[] {
  return tasks
    .filter(({ task }) => isUnfinished(task))
    .flatMap(({ task, records }) => {
      const reached = percentByUnit(task, records, unitOf);
      return task.units.flatMap((unit) => {
        const last = records.findLast(
          (record) =>
            (record.step === 'progress' || record.step === 'done') &&
            (spokenFor(record, unitOf) === unit || record.by === task.owner),
        );
        const days = Math.floor((at.getTime() - (last?.at ?? task.createdAt).getTime()) / DAY_MS);
        return days >= least && reached.get(unit) !== 100 ? [{ task, unit, days }] : [];
      });
    })
    .toSorted((a, b) => b.days - a.days || a.task.no - b.task.no);
}

/** `任务5 楼道杂物清零行动 河西街道：9天未报`. */
export const silentLine = ({ task, unit, days }: SilentUnit): string =>
  `任务${task.no} ${shortened(task.title, 20)} ${unit}：${days}天未报`;
