/** Problems and tasks into the database: all of a file in one transaction, or nothing. */
import type { Storage } from '../../../storage/store.ts';
import type { Settings } from '../../domain/settings.ts';
import { draftIssue } from '../../papers/import/draft-issue.ts';
import type { Understood } from '../../papers/import/outcome.ts';
import type { ProblemEntry } from '../../papers/import/problems.ts';
import type { TaskEntry } from '../../papers/import/tasks.ts';

export interface Writing {
  readonly storage: Storage;
  readonly at: Date;
  /** Canonical name of who imports. */
  readonly by: string;
  /** Name of the file, for the record. */
  readonly file: string;
}

/** Numbered drafts; returns the number each row got. Doubts stand in the record, so that they are found later. */
export function writeProblems(
  outcome: Understood<ProblemEntry>,
  { storage, at, by, file, settings }: Writing & { readonly settings: Settings },
): Promise<Map<number, string>> {
  const doubts = new Map(outcome.doubts.map(({ rowNo, text }) => [rowNo, text]));
  return storage.transaction(async (store) => {
    const numbers = new Map<number, string>();
    for (const entry of outcome.entries) {
      const doubt = doubts.get(entry.rowNo);
      const note = `导入自${file}，${entry.note}${doubt === undefined ? '' : `。存疑：${doubt}`}`;
      const record = { at, by, step: 'log' as const, groupId: null, messageId: null, note };
      const { no } = await store.issues.create(draftIssue(entry, { at, by, settings }), record);
      numbers.set(entry.rowNo, `#${no}`);
    }
    return numbers;
  });
}

/** Numbered tasks; returns the number each row got. */
export function writeTasks(
  outcome: Understood<TaskEntry>,
  { storage, at, by, file }: Writing,
): Promise<Map<number, string>> {
  return storage.transaction(async (store) => {
    const numbers = new Map<number, string>();
    for (const { rowNo, ...entry } of outcome.entries) {
      const fresh = {
        percent: 0,
        state: 'open' as const,
        claimedBy: [],
        lastReportAt: null,
        lastReport: null,
        difficulty: null,
      };
      const record = {
        at,
        by,
        step: 'create' as const,
        messageId: null,
        percent: 0,
        difficulty: null,
        note: `导入自${file}，第${rowNo}行`,
      };
      const { no } = await store.tasks.create({ ...entry, ...fresh, createdBy: by, createdAt: at }, record);
      numbers.set(rowNo, `任务${no}`);
    }
    return numbers;
  });
}
