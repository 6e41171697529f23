/** 创城办晨报: what the office has to see to, above all what could not be delivered (style §3.3). Nothing to say, no message. */
import { OPEN_STATES } from '../domain/issue.ts';
import { isQuiet } from '../domain/manners.ts';
import { isWaitingLong } from '../domain/reminders.ts';
import { REQUEST_NAMES } from '../domain/request.ts';
import { isLive } from '../domain/request-cards.ts';
import { addDays, dayOf, dayText, stampText, startOfDay, timeText } from '../domain/shanghai.ts';
import type { OutboxRow } from '../../storage/store.ts';
import { besideLines } from './beside-lines.ts';
import { atHour } from './hours.ts';
import type { Job, JobContext } from './job.ts';

const MOST_LISTED = 8;
/** Before the first morning line: a long holiday is bridged, not more. */
const MOST_DAYS_BACK = 14;
/** The mark of a morning line that went out. */
const TOLD = 'office-morning-told';

export const officeMorningJob: Job = {
  name: 'office-morning',
  schedule: (settings) => atHour(settings.jobs.officeMorning, settings),

  async run(context) {
    const { moment, at, store, directory, settings, postbox } = context;
    if (isQuiet(at, settings)) return;
    const undelivered = await store.outbox.undelivered(await lastTold(context), at);
    const issues = await store.issues.list({ states: ['draft', 'reported'] });
    const drafts = issues.filter(({ state }) => state === 'draft').map(({ no }) => `#${no}`);
    const waiting = issues.filter((issue) => isWaitingLong(issue, moment, settings)).map(({ no }) => `#${no}`);
    const asked = await pendingRequests(context);
    const lines = [
      ...(asked.length > 0 ? [`待答复申请${asked.length}件：${short(asked)}。回复“查+编号”看理由。`] : []),
      ...(drafts.length > 0 ? [`待交办${drafts.length}件：${short(drafts)}。回复“确认+编号”交办。`] : []),
      ...(waiting.length > 0 ? [`待核查超时${waiting.length}件：${short(waiting)}。`] : []),
      ...(await besideLines(context)),
      ...undeliveredLines(undelivered, context),
      ...context.concerns,
    ];
    if (lines.length === 0) return;
    const text = [`【创城办晨报】${dayText(dayOf(moment))}`, ...lines].join('\n');
    let isTold = false;
    for (const to of directory.officePeople()) isTold = (await postbox.notice(store, { to, text, at })) || isTold;
    if (isTold) await store.jobRuns.begin(TOLD, at, at);
  },
};

/** `#327申诉`: what units have asked for and nobody has answered, oldest first. */
async function pendingRequests({ store }: JobContext): Promise<string[]> {
  const pending = await store.requests.pending();
  const open = await store.issues.list({ nos: pending.map(({ issueNo }) => issueNo), states: OPEN_STATES });
  const byNo = new Map(open.map((issue) => [issue.no, issue]));
  return pending.flatMap((request) => {
    const issue = byNo.get(request.issueNo);
    return issue && isLive(issue, request) ? [`#${issue.no}${REQUEST_NAMES[request.kind]}`] : [];
  });
}

/** Until when the office has been told, so that nothing is told twice and nothing falls between two mornings. */
async function lastTold({ at, store }: JobContext): Promise<Date> {
  return (await store.jobRuns.lastMoment(TOLD, at)) ?? startOfDay(addDays(dayOf(at), -MOST_DAYS_BACK));
}

const short = (nos: readonly string[]): string =>
  nos.length > MOST_LISTED ? `${nos.slice(0, MOST_LISTED).join('、')}等` : nos.join('、');

function undeliveredLines(rows: readonly OutboxRow[], context: JobContext): string[] {
  if (rows.length === 0) return [];
  const lines = rows.slice(0, MOST_LISTED).map((row) => {
    const fate = row.state === 'unknown' ? '不确定是否送达' : '未送达';
    const isToday = dayOf(row.createdAt) === dayOf(context.at);
    const when = isToday ? timeText(row.createdAt) : stampText(row.createdAt);
    return `· ${addressee(row, context)} ${when} ${fate}：${row.failure ?? '原因不明'}`;
  });
  const more = rows.length > MOST_LISTED ? [`另有${rows.length - MOST_LISTED}条`] : [];
  return [`消息未送达${rows.length}条，请人工转告：`, ...lines, ...more];
}

function addressee({ to, platform }: OutboxRow, { directory }: JobContext): string {
  if (to.kind === 'single') return directory.personById(platform, to.personId)?.name ?? '通讯录外的人';
  return (to.groupId === null ? undefined : directory.group(to.groupId)?.name) ?? '未配对的群';
}
