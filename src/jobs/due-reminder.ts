/** 到期与超期提醒: every morning, everything that concerns a person in one message to him alone (domain §13.3). */
import { isOver, isQuiet } from '../domain/manners.ts';
import { withAssigned } from '../domain/material.ts';
import { remindersFor } from '../domain/reminders.ts';
import { withBeside } from '../domain/reminders-beside.ts';
import type { Job } from './job.ts';
import { sendReminders } from './send-reminders.ts';

export const dueReminderJob: Job = {
  name: 'due-reminder',
  schedule: ({ jobs }) => (jobs.dueReminder === null ? null : { dailyAt: jobs.dueReminder }),

  async run(context) {
    const { moment: at, store, directory, settings } = context;
    if (isQuiet(at, settings) || isOver(at, settings)) return;
    const issues = await store.issues.listAsOf(at, {});
    const topics = ['overdue', 'due', 'awaitingVerification'] as const;
    const most = settings.bulletin.mostListed;
    const question = { at, directory, settings, topics, most };
    const materials = withAssigned(await store.materials.list({}), settings);
    const messages = await store.citizens.list({ state: 'open' });
    await sendReminders(withBeside(remindersFor(issues, question), { materials, messages }, question), context);
  },
};
