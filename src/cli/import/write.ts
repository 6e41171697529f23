/** Problems and tasks into the database: all of a file in one transaction, or nothing. */
import type { Storage } from '../../../storage/store.ts';
import type { ImportRow } from '../../domain/import-row.ts';
import type { Settings } from '../../domain/settings.ts';
import { draftIssue, importedNote } from '../../papers/import/draft-issue.ts';
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

export interface WrittenProblems {
  /** Number of the import; null where the file had nothing new. */
  readonly importNo: number | null;
  /** The number each row on record has got. */
  readonly numbers: ReadonlyMap<number, string>;
  /** Rows that wait for the office. */
  readonly waiting: number;
}

/** What is plain becomes a numbered draft; doubtful rows are kept until the office has settled them in chat. */
export function writeProblems(
  outcome: Understood<ProblemEntry>,
  { storage, at, by, file, settings }: Writing & { readonly settings: Settings },
): Promise<WrittenProblems> {
  const { entries } = outcome;
  return storage.transaction(async (store) => {
    const numbers = new Map<number, string>();
    const rows: Omit<ImportRow, 'importNo'>[] = [];
    for (const { rowNo, open, ...problem } of entries) {
      const row = { rowNo, problem, open, decided: [] };
      if (open.length > 0) rows.push({ ...row, state: 'waiting', issueNo: null });
      else {
        const note = importedNote(file, row);
        const record = { at, by, step: 'log' as const, groupId: null, messageId: null, note };
        const { no } = await store.issues.create(draftIssue(problem, { at, by, settings }), record);
        numbers.set(rowNo, `#${no}`);
        rows.push({ ...row, state: 'logged', issueNo: no });
      }
    }
    const importNo = rows.length === 0 ? null : await store.imports.add({ file, by, at }, rows);
    return { importNo, numbers, waiting: rows.length - numbers.size };
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
        unit: null,
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
