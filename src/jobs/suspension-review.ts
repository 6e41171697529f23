/**
 * 挂账复查 (domain §4 suspend): on its day of review a problem goes on and everybody concerned is told; until then the office looks at it
 * every thirty days. On rest days it waits: nobody could begin anyway.
 */
import { addresseesOf } from '../domain/addressees.ts';
import { isQuiet } from '../domain/manners.ts';
import { isOfficeLead } from '../domain/rights.ts';
import { dayOf, dayText, momentText } from '../domain/shanghai.ts';
import { resume } from '../domain/steps/suspend.ts';
import { isReviewDue, looksDue, REVIEW_EVERY_DAYS, suspendedAtOf } from '../domain/suspensions.ts';
import type { Issue } from '../domain/issue.ts';
import { BOT_NAME } from './bot-name.ts';
import { atMorningLook } from './hours.ts';
import type { Job, JobContext } from './job.ts';

export const suspensionReviewJob: Job = {
  name: 'suspension-review',
  schedule: atMorningLook,

  async run(context) {
    const { moment, at, store, settings } = context;
    if (isQuiet(at, settings)) return;
    for (const issue of await store.issues.list({ states: ['suspended'] })) {
      const records = await store.records.ofIssue(issue.no);
      const suspendedAt = suspendedAtOf(records) ?? at;
      if (isReviewDue(issue, moment)) await goOn(issue, suspendedAt, context);
      else await lookAt(issue, suspendedAt, context);
    }
  },
};

async function goOn(issue: Issue, suspendedAt: Date, context: JobContext): Promise<void> {
  const { at, store, directory } = context;
  const resumed = resume(issue, { by: null, at, suspendedAt, stated: null });
  const until = resumed.deadline === null ? '时限未定' : `时限${momentText(resumed.deadline, at)}`;
  const record = { at, step: 'resume' as const, by: BOT_NAME, groupId: null, messageId: null };
  await store.issues.save(issue, resumed, { ...record, note: `挂账复查时间已到，${until}` });
  const text = [
    `【挂账到期】#${issue.no}（${issue.location} ${issue.description}）复查时间已到，已恢复整改，${until}。`,
    `仍不具备条件的，请责任单位回复“${issue.no}申请挂账，原因：…，…前复查”重新申请。`,
  ].join('\n');
  const office = directory.officePeople().map(({ name }) => name);
  await tell([...addresseesOf(issue, directory), ...office], text, context);
}

async function lookAt(issue: Issue, suspendedAt: Date, context: JobContext): Promise<void> {
  const { moment, at, store, directory } = context;
  const looks = looksDue(suspendedAt, moment);
  const mark = `suspension-look:${issue.no}:${suspendedAt.toISOString()}:${looks}`;
  if (looks === 0 || !(await store.jobRuns.begin(mark, suspendedAt, at))) return;
  const { suspension } = issue;
  const review = suspension?.reviewOn ?? null;
  const text = [
    `【挂账复查】#${issue.no}|${issue.units.join('、')}，挂账已满${looks * REVIEW_EVERY_DAYS}天。`,
    `点位：${issue.location}；问题：${issue.description}`,
    `挂账原因：${suspension?.reason ?? ''}${review === null ? '' : `；到${dayText(review, dayOf(at))}恢复`}`,
    `现在可以整改的，请回复“${issue.no}恢复整改”。`,
  ].join('\n');
  const leads = directory.officePeople().filter(isOfficeLead);
  await tell(
    leads.map(({ name }) => name),
    text,
    context,
  );
}

async function tell(names: readonly string[], text: string, context: JobContext): Promise<void> {
  const { at, store, directory, postbox } = context;
  for (const name of new Set(names)) {
    const to = directory.person(name);
    if (to) await postbox.notice(store, { to, text, at });
  }
}
