/** 待认领提醒: once for each problem and round that nobody has claimed within the claim limit (domain §4 claim). */
import type { Issue } from '../domain/issue.ts';
import { isQuiet } from '../domain/manners.ts';
import { isUnclaimed, reminderFor, remindersFor } from '../domain/reminders.ts';
import type { Reminder } from '../domain/reminders.ts';
import { HOUR_MS } from '../domain/shanghai.ts';
import type { Job, JobContext } from './job.ts';
import { noteTold, tellableTo, unmarked, waitsForBundle } from './reminder-budget.ts';
import { sendReminders } from './send-reminders.ts';

const EVERY_MINUTES = 10;

export const unclaimedReminderJob: Job = {
  name: 'unclaimed-reminder',
  schedule: () => ({ everyMinutes: EVERY_MINUTES }),

  async run(context) {
    const { at, store, directory, settings } = context;
    const dispatched = await store.issues.list({ states: ['dispatched'] });
    const isLoud = !isQuiet(at, settings);
    const late = dispatched.filter(
      (issue) => (isLoud || isFreshDanger(issue, context)) && !waitsForBundle(issue, context),
    );
    const fresh = await unclaimedUntold(late, context);
    const question = { at, directory, settings, topics: ['unclaimed'] as const, most: settings.bulletin.mostListed };
    const reminders: Reminder[] = [];
    for (const { person: name, issueNos } of remindersFor(fresh, question)) {
      const own = fresh.filter(({ no }) => issueNos.includes(no));
      const taken = await tellableTo(name, own, context);
      const person = directory.person(name);
      const reminder = person && reminderFor(person, taken, question);
      if (reminder) reminders.push(reminder);
    }
    for (const { person, issueNos } of await sendReminders(reminders, context)) {
      const told = fresh.filter(({ no }) => issueNos.includes(no));
      await noteTold(person, told, context);
      await markUnclaimedTold(told, context);
    }
  },
};

/**
 * Where danger runs by day and night (tier 0 with `clock: calendar`) it is told at night while it is news, and not once more for what was
 * late in the evening already (domain §13.2). By working time, the default of §6, nothing falls due at night: the unit has heard of the
 * danger when it was dispatched, and of its delay when work begins.
 */
const isFreshDanger = (issue: Issue, { moment, settings }: JobContext): boolean =>
  issue.urgent && !isUnclaimed(issue, new Date(moment.getTime() - HOUR_MS), settings);

/** Those past the claim limit that nobody has been reminded of in this round. */
export function unclaimedUntold(issues: readonly Issue[], context: JobContext): Promise<Issue[]> {
  const late = issues.filter((issue) => isUnclaimed(issue, context.moment, context.settings));
  return unmarked(late, markOf, context);
}

/** Written in the same transaction as the reminder, so neither a restart nor a second process repeats it. */
export async function markUnclaimedTold(issues: readonly Issue[], { at, store }: JobContext): Promise<void> {
  for (const issue of issues) await store.jobRuns.begin(markOf(issue), issue.dispatchedAt ?? at, at);
}

const markOf = ({ no, round }: Issue): string => `unclaimed:${no}:${round}`;
