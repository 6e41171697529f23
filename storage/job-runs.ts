/** Which job has run for which moment: the row is the right to run it. */
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { JobRunStore } from './store.ts';

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

    async lastMoment(job) {
      const row = await connection.read
        .selectFrom('job_runs')
        .select('moment')
        .where('job', '=', job)
        .orderBy('moment', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toDate(row.moment);
    },
  };
}
