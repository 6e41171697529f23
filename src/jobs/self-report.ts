/** 机器人月报 (domain §13): on the first working day the office hears how often the bot spoke unasked last month, and whom it tagged most. */
import { groupIdIn } from '../conversation-key.ts';
import { addDays, dayOf, monthOf, startOfDay } from '../domain/shanghai.ts';
import { selfFigures, selfReport } from '../domain/self-report.ts';
import { isWorkday } from '../domain/workday.ts';
import { atMorningLook } from './hours.ts';
import type { Job, JobContext } from './job.ts';

export const selfReportJob: Job = {
  name: 'self-report',
  schedule: atMorningLook,

  async run(context) {
    const { moment, at, store, directory, settings, postbox } = context;
    if (!isFirstWorkday(context)) return;
    const { from, to } = monthOf(addDays(monthOf(dayOf(moment)).from, -1));
    const counts = await store.outbox.counts(startOfDay(from), startOfDay(addDays(to, 1)));
    if (counts.length === 0) return;
    const sent = counts.map((count) => ({ ...count, groupId: groupIdIn(count.conversation) }));
    const figures = selfFigures(sent, await store.mentions.totals(from, to), directory.groups);
    const text = selfReport(figures, { month: from, settings });
    for (const to of directory.officePeople()) await postbox.notice(store, { to, text, at });
  },
};

function isFirstWorkday({ moment, settings }: JobContext): boolean {
  const today = dayOf(moment);
  if (!isWorkday(today, settings.workday)) return false;
  for (let day = monthOf(today).from; day < today; day = addDays(day, 1)) {
    if (isWorkday(day, settings.workday)) return false;
  }
  return true;
}
