/** All jobs, in the order in which they run when several are due at the same moment. */
import { citizenClosingJob } from './citizen-closing.ts';
import { campaignEndJob } from './campaign-end.ts';
import { dailyBulletinJob } from './daily-bulletin.ts';
import { dueReminderJob } from './due-reminder.ts';
import { escalationDailyJob, escalationJob } from './escalation.ts';
import { handOverJob } from './hand-over.ts';
import { heldNoticesJob } from './held-notices.ts';
import type { Job } from './job.ts';
import { officeMorningJob } from './office-morning.ts';
import { selfReportJob } from './self-report.ts';
import { suspensionReviewJob } from './suspension-review.ts';
import { unclaimedReminderJob } from './unclaimed-reminder.ts';

export const jobs: readonly Job[] = [
  heldNoticesJob,
  handOverJob,
  suspensionReviewJob,
  selfReportJob,
  officeMorningJob,
  dueReminderJob,
  escalationDailyJob,
  escalationJob,
  unclaimedReminderJob,
  citizenClosingJob,
  dailyBulletinJob,
  campaignEndJob,
];
