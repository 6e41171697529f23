/** Which job has run for which moment: the row is the right to run it. */
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { JobRunStore } from './store.ts';

/** As many as one statement takes on every database. */
const AT_ONCE = 500;

export function createJobRuns(connection: Connection): JobRunStore {
  return {
    async begin(job, moment, at) {
      const begun = await connection.write
        .insertInto('job_runs')
        .values({ job, moment: toText(moment), begun_at: toText(at) })
        .onConflict((conflict) => conflict.columns(['job', 'moment']).doNothing())
        .returning('job')
        .executeTakeFirst();
      return begun !== undefined;
    },

    async lastMoment(job, at) {
      const row = await connection.read
        .selectFrom('job_runs')
        .select('moment')
        .where('job', '=', job)
        .where('moment', '<=', toText(at))
        .orderBy('moment', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toDate(row.moment);
    },

    async known(jobs) {
      const found = new Set<string>();
      for (let from = 0; from < jobs.length; from += AT_ONCE) {
        const rows = await connection.read
          .selectFrom('job_runs')
          .select('job')
          .distinct()
          .where('job', 'in', jobs.slice(from, from + AT_ONCE))
          .execute();
        for (const { job } of rows) found.add(job);
      }
      return found;
    },
  };
}
