/** 到期与超期提醒: every morning, everything that concerns a person in one message to him alone (domain §13.3). */
import { isQuiet } from '../domain/manners.ts';
import { withAssigned } from '../domain/material.ts';
import { remindersFor } from '../domain/reminders.ts';
import { withBeside } from '../domain/reminders-beside.ts';
import { atHour } from './hours.ts';
import type { Job } from './job.ts';
import { noteBundle } from './reminder-budget.ts';
import { sendReminders } from './send-reminders.ts';
import { markUnclaimedTold, unclaimedUntold } from './unclaimed-reminder.ts';

export const dueReminderJob: Job = {
  name: 'due-reminder',
  schedule: (settings) => atHour(settings.jobs.dueReminder, settings),

  async run(context) {
    const { moment: at, store, directory, settings } = context;
    if (isQuiet(context.at, settings)) return;
    const issues = await store.issues.listAsOf(at, {});
    const topics = ['overdue', 'due', 'unclaimed', 'awaitingVerification'] as const;
    const unclaimed = await unclaimedUntold(issues, context);
    const untold = new Set(unclaimed.map(({ no }) => no));
    const most = settings.bulletin.mostListed;
    const question = { at, directory, settings, topics, most, untold };
    const materials = withAssigned(await store.materials.list({}), settings);
    const messages = await store.citizens.list({ state: 'open' });
    const reminders = withBeside(remindersFor(issues, question), { materials, messages }, question);
    const posted = await sendReminders(reminders, context);
    for (const { person, issueNos } of posted) await noteBundle(person, issueNos, context);
    const told = new Set(posted.flatMap(({ issueNos }) => issueNos));
    await markUnclaimedTold(
      unclaimed.filter(({ no }) => told.has(no)),
      context,
    );
  },
};
