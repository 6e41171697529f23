/** 办理记录: append-only; the database itself refuses changes (migration 0001). */
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Issue, IssueRecord, IssueStep } from '../src/domain/issue.ts';
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import { fromPicture, isSameIssue, selectIssues, toIssue, toPicture } from './issue-rows.ts';
import type { IssueRecordColumns, Schema } from './schema.ts';
import { StaleIssue } from './stale.ts';
import type { RecordStore, StepOf } from './store.ts';

export function createRecords(connection: Connection): RecordStore {
  return {
    async ofIssue(no) {
      const rows = await connection.read
        .selectFrom('issue_records')
        .selectAll()
        .where('issue_no', '=', no)
        .orderBy('at')
        .orderBy('seq')
        .execute();
      return rows.map(toRecord);
    },

    add: (issue, record) =>
      connection.atomic(async ({ write }) => {
        const row = await selectIssues(write).where('no', '=', issue.no).executeTakeFirst();
        if (!row || !isSameIssue(toIssue(row), issue)) throw new StaleIssue(issue.no);
        await addRecord(write, { before: issue, after: issue, record });
      }),

    async between(from, to, steps) {
      if (steps?.length === 0) return [];
      let query = connection.read
        .selectFrom('issue_records')
        .selectAll()
        .where('at', '>=', toText(from))
        .where('at', '<', toText(to));
      if (steps) query = query.where('step', 'in', steps);
      const rows = await query.orderBy('at').orderBy('seq').execute();
      return rows.map(toRecord);
    },
  };
}

/** Writes one line of the record. To be called in the transaction that changes the issue. */
export async function addRecord(
  write: Kysely<Schema>,
  { before, after, record }: { before: Issue | null; after: Issue; record: StepOf },
): Promise<void> {
  const row: Insertable<IssueRecordColumns> = {
    issue_no: after.no,
    at: toText(record.at),
    step: record.step,
    person: record.by,
    group_id: record.groupId,
    message_id: record.messageId,
    before: before && toPicture(before),
    after: toPicture(after),
    note: record.note,
  };
  await write.insertInto('issue_records').values(row).execute();
}

function toRecord(row: Selectable<IssueRecordColumns>): IssueRecord {
  return {
    issueNo: row.issue_no,
    at: toDate(row.at),
    // Only addRecord writes the column.
    step: row.step as IssueStep,
    by: row.person,
    groupId: row.group_id,
    messageId: row.message_id,
    before: row.before === null ? null : fromPicture(row.before),
    after: fromPicture(row.after),
    note: row.note,
  };
}
