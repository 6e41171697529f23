/** 待认领提醒: once for each problem and round that nobody has claimed within the claim limit (domain §4 claim). */
import type { Issue } from '../domain/issue.ts';
import { isOver, isQuiet } from '../domain/manners.ts';
import { isUnclaimed, remindersFor } from '../domain/reminders.ts';
import type { Job, JobContext } from './job.ts';
import { sendReminders } from './send-reminders.ts';

const EVERY_MINUTES = 10;

export const unclaimedReminderJob: Job = {
  name: 'unclaimed-reminder',
  schedule: () => ({ everyMinutes: EVERY_MINUTES }),

  async run(context) {
    const { moment: at, store, directory, settings } = context;
    if (isOver(at, settings)) return;
    const dispatched = await store.issues.list({ states: ['dispatched'] });
    const isLoud = !isQuiet(at, settings);
    const late = dispatched.filter((issue) => isUnclaimed(issue, at, settings) && (isLoud || issue.urgent));
    const fresh = await notYetTold(late, context);
    const most = settings.bulletin.mostListed;
    await sendReminders(remindersFor(fresh, { at, directory, settings, topics: ['unclaimed'], most }), context);
  },
};

/** The mark is written in the same transaction as the reminder, so neither a restart nor a second process repeats it. */
async function notYetTold(issues: readonly Issue[], { moment, store }: JobContext): Promise<Issue[]> {
  const fresh: Issue[] = [];
  for (const issue of issues) {
    const mark = `unclaimed:${issue.no}:${issue.round}`;
    if (await store.jobRuns.begin(mark, issue.dispatchedAt ?? moment, moment)) fresh.push(issue);
  }
  return fresh;
}
