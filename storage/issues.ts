/** 问题: the present state of each, kept together with its record. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Issue } from '../src/domain/issue.ts';
import { toText } from './columns.ts';
import type { Connection } from './connection.ts';
import { nextNumber } from './counters.ts';
import { matching } from './issue-filter.ts';
import { fromPicture, isSameIssue, selectIssues, toIssue, toIssueValues, toUnitRows } from './issue-rows.ts';
import { addRecord } from './records.ts';
import type { Schema } from './schema.ts';
import { StaleIssue } from './stale.ts';
import type { IssueFilter, IssueStore } from './store.ts';

export function createIssues(connection: Connection): IssueStore {
  return {
    async find(no) {
      const row = await selectIssues(connection.read).where('no', '=', no).executeTakeFirst();
      return row && toIssue(row);
    },

    list: (filter) => list(connection.read, filter),

    create: (draft, record) =>
      connection.atomic(async ({ write }) => {
        const issue: Issue = { ...draft, no: await nextNumber(write, 'issue') };
        const row = { no: issue.no, version: 1, changed_at: toText(record.at), ...toIssueValues(issue) };
        await write.insertInto('issues').values(row).execute();
        await writeUnits(write, issue);
        await addRecord(write, { before: null, after: issue, record });
        return issue;
      }),

    save: (before, after, record) =>
      connection.atomic(async ({ write }) => {
        if (before.no !== after.no) throw new Error(`issue ${before.no} cannot become issue ${after.no}`);
        const row = await selectIssues(write).where('no', '=', before.no).executeTakeFirst();
        if (!row || !isSameIssue(toIssue(row), before)) throw new StaleIssue(before.no);
        const at = toText(record.at);
        const changed = await write
          .updateTable('issues')
          .set({
            ...toIssueValues(after),
            version: row.version + 1,
            changed_at: at > row.changed_at ? at : row.changed_at,
          })
          // Between the question and this statement another connection of PostgreSQL may have been faster.
          .where((eb) => eb.and({ no: before.no, version: row.version }))
          .returning('no')
          .executeTakeFirst();
        if (!changed) throw new StaleIssue(before.no);
        if (JSON.stringify(toUnitRows(before)) !== JSON.stringify(toUnitRows(after))) await writeUnits(write, after);
        await addRecord(write, { before, after, record });
      }),

    async listAsOf(at, filter) {
      const unchanged = await list(connection.read, filter, at);
      const earlier = (await pictures(connection.read, at, filter.nos)).filter(
        ({ units }) => !filter.units || filter.units.some((unit) => units.includes(unit)),
      );
      return [...unchanged, ...earlier].toSorted((one, other) => one.no - other.no);
    },
  };
}

async function list(db: Kysely<Schema>, filter: IssueFilter, unchangedSince?: Date): Promise<Issue[]> {
  let query = selectIssues(db).where(matching(filter)).orderBy('no');
  if (unchangedSince) query = query.where('changed_at', '<=', toText(unchangedSince));
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  return (await query.execute()).map(toIssue);
}

/** Issues that changed after `at`, as their record pictures them at that moment; those logged later have none. */
async function pictures(db: Kysely<Schema>, at: Date, nos: readonly number[] | undefined): Promise<Issue[]> {
  if (nos?.length === 0) return [];
  const ranked = db
    .selectFrom('issue_records')
    .innerJoin('issues', 'issues.no', 'issue_records.issue_no')
    .where('issues.changed_at', '>', toText(at))
    .where('issue_records.at', '<=', toText(at))
    .$if(nos !== undefined, (query) => query.where('issues.no', 'in', nos ?? []))
    .select('issue_records.after')
    .select(
      sql<number>`row_number() over (partition by issue_records.issue_no order by issue_records.at desc, issue_records.seq desc)`.as(
        'place',
      ),
    );
  const rows = await db.selectFrom(ranked.as('ranked')).select('ranked.after').where('ranked.place', '=', 1).execute();
  return rows.map(({ after }) => fromPicture(after));
}

async function writeUnits(write: Kysely<Schema>, issue: Issue): Promise<void> {
  await write.deleteFrom('issue_units').where('issue_no', '=', issue.no).execute();
  const rows = toUnitRows(issue);
  if (rows.length > 0) await write.insertInto('issue_units').values(rows).execute();
}
