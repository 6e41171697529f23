/** 登记入册: numbers, record, pictures, and the answer: the dispatch card, or that it waits for the office (domain §4 log, §12). */
import type { Answer } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText } from '../../src/bot/several.ts';
import { hasRole } from '../../src/domain/city.ts';
import { closedLine } from '../../src/domain/cards.ts';
import { withoutContacts } from '../../src/domain/contacts.ts';
import type { Person } from '../../src/domain/directory.ts';
import type { Issue, IssueOrigin } from '../../src/domain/issue.ts';
import { fixOnSpot } from '../../src/domain/steps/fix-on-spot.ts';
import { logIssue } from '../../src/domain/steps/log.ts';
import type { NewIssue } from '../../src/domain/steps/log.ts';
import type { IssueEntry } from '../../src/reading/said.ts';
import { attachPictures } from '../attach.ts';
import { dispatched } from './dispatched-answer.ts';
import type { LogArgs } from './log-args.ts';
import type { Context } from './log-question.ts';
import { statedDeadline, unitsFor, whyText } from './log-question.ts';
import { repetitionLine } from './repetition.ts';
import type { Remark } from './repetition.ts';
import { contraryRuling } from './rulings.ts';

/** Throws Refusal: what logging or fixing on the spot refuses. */
export async function logAll(args: LogArgs, context: Context): Promise<Answer> {
  const issues: Issue[] = [];
  const remarks: string[] = [];
  // Looked up before any is logged: two of one message do not repeat one another.
  const known: (Remark | null)[] = [];
  for (const entry of args.issues) known.push(await repetitionLine(entry, context));
  for (const [index, entry] of args.issues.entries()) {
    const remark = known[index] ?? null;
    const issue = await logOne(entry, args, context);
    issues.push(issue);
    if (remark !== null) remarks.push(remark(issue.no));
    const contrary = contraryRuling(issue, context.rulings);
    if (contrary !== null) remarks.push(contrary);
  }
  const answer = answerFor(issues, args, context);
  return { ...answer, text: [answer.text, ...remarks].join('\n') };
}

async function logOne(entry: IssueEntry, args: LogArgs, context: Context): Promise<Issue> {
  const { store } = context;
  const fresh = newIssue(entry, args, context);
  const issue = await store.issues.create(fresh, recordOf(context, 'log'));
  if (issue.state === 'dispatched') {
    await store.records.add(issue, recordOf(context, 'dispatch', issue.units.join('、')));
  }
  if (issue.state === 'closed') await store.records.add(issue, recordOf(context, 'close', '现场整改'));
  await attachPictures(context, issue, issue.fixedOnSpot ? 'after' : 'before');
  return issue;
}

function newIssue(entry: IssueEntry, args: LogArgs, context: Context): NewIssue {
  const { by, at, settings, directory, conversation, pictureIds } = context;
  const { location, site, category, description, urgent, units, coUnits } = entry;
  const particulars = {
    location: withoutContacts(location ?? ''),
    site,
    category: category ?? 'other',
    description: withoutContacts(description),
    source: args.source ?? 'inspection',
    origin: args.origin ?? originOf(by),
    hurried: urgent,
    units,
    coUnits,
    deadline: statedDeadline(entry, at),
  };
  const fresh = logIssue(particulars, { by, at, settings, team: directory.teamOf(by), groupId: conversation.groupId });
  return args.fixedOnSpot === true ? fixOnSpot(fresh, { by, at, photos: pictureIds.length, settings }) : fresh;
}

/** 四查 (§1), as far as the role tells. */
function originOf(by: Person): IssueOrigin | null {
  if (hasRole(by, 'commander')) return 'leaders';
  if (hasRole(by, 'gridHead', 'gridMember')) return 'grid';
  return hasRole(by, 'communityHead') ? 'territory' : null;
}

function answerFor(issues: readonly Issue[], args: LogArgs, context: Context): Answer {
  if (args.fixedOnSpot === true) return { text: ['已登记，现场整改完成：', ...issues.map(closedLine)].join('\n') };
  if (issues.every(({ state }) => state === 'dispatched'))
    return dispatched(issues, context.pictureIds.length, context);
  return waiting(issues, args, context);
}

/** Entries that the office has to confirm: who logged it is told so, the office what to reply. */
function waiting(issues: readonly Issue[], args: LogArgs, context: Context): Answer {
  const { by, directory } = context;
  const lines = issues.map((issue, index) => {
    const entry = args.issues[index];
    const units = entry ? unitsFor(entry, context).join('、') : '';
    const why = entry ? whyText(entry, context) : '';
    const unit = issue.units.length > 0 ? units : units === '' ? '责任单位待定' : `建议${units}${why}`;
    return `#${issue.no} ${issue.location} ${issue.description}|${unit}`;
  });
  const [first] = issues;
  const notice = [
    `【待确认】${by.name}${by.unit === null ? '' : `（${by.unit}）`}上报：`,
    ...lines,
    `回复“确认${issues.map(({ no }) => no).join('、')}”交办；换单位请回复“确认${first?.no ?? ''}，责任单位…”；不属实请回复“撤销${first?.no ?? ''}，原因：…”。`,
  ].join('\n');
  return {
    text: [`已记下${nosText(issues)}，等创城办确认后交办：`, ...lines].join('\n'),
    notices: directory.officePeople().map(({ name }) => ({ to: name, text: notice })),
  };
}
