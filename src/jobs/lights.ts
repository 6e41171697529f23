/** 黄灯、红灯: yellow in one bundled message a person, red on the record; each once for a problem and round (domain §7). */
import { addresseesOf } from '../domain/addressees.ts';
import type { Issue } from '../domain/issue.ts';
import { isOverdue } from '../domain/issue.ts';
import { isYellow } from '../domain/ladder.ts';
import { isQuiet } from '../domain/manners.ts';
import type { Reminder } from '../domain/reminders.ts';
import { RED_LIGHT } from '../domain/score.ts';
import { HOUR_MS, stampText } from '../domain/shanghai.ts';
import { byPressure, issueLine } from '../domain/wording.ts';
import { BOT_NAME } from './bot-name.ts';
import type { JobContext } from './job.ts';
import { noteTold, tellableTo, unmarked, waitsForBundle } from './reminder-budget.ts';
import { sendReminders } from './send-reminders.ts';

/** `all`: also what has been overdue for long; else only what has just become so, which spares the marks of the others. */
export async function showLights(
  issues: readonly Issue[],
  context: JobContext,
  { all }: { readonly all: boolean },
): Promise<void> {
  const { moment, at, settings } = context;
  for (const issue of issues) {
    const isNews = all || (issue.deadline !== null && moment.getTime() - issue.deadline.getTime() <= HOUR_MS);
    if (isOverdue(issue, moment) && isNews) await showRed(issue, context);
  }
  if (isQuiet(at, settings)) return;
  const yellow = issues.filter((issue) => isYellow(issue, moment, settings.ladder) && !waitsForBundle(issue, context));
  const fresh = await unmarked(yellow, yellowMark, context);
  for (const { person, issues: told } of await sendReminders(await digests(fresh, context), context)) {
    await noteTold(person, told, context);
    for (const issue of told) await isFirst(yellowMark(issue), issue, context);
  }
}

const yellowMark = ({ no, round }: Issue): string => `yellow:${no}:${round}`;

async function showRed(issue: Issue, context: JobContext): Promise<void> {
  if (!(await isFirst(`red:${issue.no}:${issue.round}`, issue, context))) return;
  const record = { at: context.at, step: 'escalate' as const, by: BOT_NAME, groupId: null, messageId: null };
  await context.store.records.add(issue, { ...record, note: RED_LIGHT });
}

/** The mark and what follows from it are one transaction: neither a restart nor a second process repeats it. */
const isFirst = (mark: string, issue: Issue, { at, store }: JobContext): Promise<boolean> =>
  store.jobRuns.begin(mark, issue.dispatchedAt ?? at, at);

interface Digest extends Reminder {
  readonly issues: readonly Issue[];
}

/** A message for each person it concerns, with all that is theirs and may be told today. */
async function digests(issues: readonly Issue[], context: JobContext): Promise<Digest[]> {
  const { at, directory, settings } = context;
  const own = new Map<string, Issue[]>();
  for (const issue of issues) {
    for (const name of addresseesOf(issue, directory)) {
      own.set(name, [...(own.get(name) ?? []), issue]);
    }
  }
  const most = settings.bulletin.mostListed;
  const reminders: Digest[] = [];
  for (const [person, all] of own) {
    const theirs = await tellableTo(person, all, context);
    if (theirs.length === 0) continue;
    const shown = byPressure(theirs, at).slice(0, most);
    reminders.push({
      person,
      issues: theirs,
      issueNos: theirs.map(({ no }) => no),
      text: [
        `【黄灯提醒】${person}同志，时限将到${theirs.length}件（截至${stampText(at)}）：`,
        ...shown.map((issue) => issueLine(issue, at)),
        ...(theirs.length > most ? [`另有${theirs.length - most}件`] : []),
        `整改后请回复“${shown[0]?.no ?? ''}已整改”并附照片；确有困难的，请在到期前回复“${shown[0]?.no ?? ''}申请延期到…，原因：…”。`,
      ].join('\n'),
    });
  }
  return reminders;
}
