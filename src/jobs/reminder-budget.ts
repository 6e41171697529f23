/**
 * How often one person is reminded (domain §13.3): the morning's bundle and at most one more notice on the same day, a problem once a
 * day. What finds no room waits for the next morning's bundle. Urgent problems and an inspection period (§13.2) are not held back.
 */
import type { Issue } from '../domain/issue.ts';
import { atTime, dayOf, startOfDay } from '../domain/shanghai.ts';
import { isInspectionPeriod } from '../domain/workday.ts';
import { toldMark } from '../papers/daily-ground.ts';
import { atHour } from './hours.ts';
import type { JobContext } from './job.ts';

const NOTICES_A_DAY = 2;

/** Before the morning's bundle of a day nothing is told that could stand in it; what ends earlier cannot wait, what has ended can. */
export function waitsForBundle(issue: Issue, { moment, settings }: JobContext): boolean {
  const look = atHour(settings.jobs.dueReminder, settings);
  const day = dayOf(moment);
  if (issue.urgent || look === null || isInspectionPeriod(day, settings)) return false;
  const bundle = atTime(day, look.dailyAt);
  const { deadline } = issue;
  return moment < bundle && (deadline === null || deadline > bundle || deadline <= moment);
}

/** Those of the problems that the person may be told of now. Writes nothing: only what was posted is noted, by `noteTold`. */
export async function tellableTo(
  person: string,
  issues: readonly Issue[],
  context: JobContext,
): Promise<readonly Issue[]> {
  const day = dayOf(context.moment);
  if (isInspectionPeriod(day, context.settings)) return issues;
  const ordinary = issues.filter(({ urgent }) => !urgent);
  const untold = await unmarked(ordinary, ({ no }) => toldMark(person, no, day), context);
  const hasRoom = untold.length > 0 && (await hasNoticeLeft(person, context));
  return issues.filter((issue) => issue.urgent || (hasRoom && untold.includes(issue)));
}

/** The person has been told of these in one notice; writes in the job's transaction. */
export async function noteTold(person: string, issues: readonly Issue[], context: JobContext): Promise<void> {
  const day = dayOf(context.moment);
  if (isInspectionPeriod(day, context.settings)) return;
  if (issues.some(({ urgent }) => !urgent)) await takeNotice(person, context);
  for (const { no } of issues) await mark(toldMark(person, no, day), context);
}

/** The morning's bundle has gone out; it counts, and what stands in it is told. */
export async function noteBundle(person: string, issueNos: readonly number[], context: JobContext): Promise<void> {
  await takeNotice(person, context);
  for (const no of issueNos) await mark(toldMark(person, no, dayOf(context.moment)), context);
}

const noticeMarks = (person: string, { moment }: JobContext): readonly string[] =>
  Array.from({ length: NOTICES_A_DAY }, (_, index) => `reminder:${person}:${dayOf(moment)}:${index + 1}`);

async function hasNoticeLeft(person: string, context: JobContext): Promise<boolean> {
  return (await context.store.jobRuns.known(noticeMarks(person, context))).size < NOTICES_A_DAY;
}

async function takeNotice(person: string, context: JobContext): Promise<void> {
  for (const one of noticeMarks(person, context)) if (await mark(one, context)) return;
}

const mark = (name: string, { moment, at, store }: JobContext): Promise<boolean> =>
  store.jobRuns.begin(name, startOfDay(dayOf(moment)), at);

/** Those whose mark has not been written; writes none. */
export async function unmarked(
  issues: readonly Issue[],
  markOf: (issue: Issue) => string,
  { store }: Pick<JobContext, 'store'>,
): Promise<Issue[]> {
  const marked = await store.jobRuns.known(issues.map(markOf));
  return issues.filter((issue) => !marked.has(markOf(issue)));
}
