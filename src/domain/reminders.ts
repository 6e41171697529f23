/** 提醒: everything a person should hear of, in one message (domain §13.3): overdue, due, unclaimed, awaiting verification. */
import { isContact } from './addressees.ts';
import { isOffice } from './city.ts';
import { claimDueAt } from './deadline.ts';
import type { Directory } from './city.ts';
import type { Person } from './directory.ts';
import { isOpen } from './issue.ts';
import type { Issue } from './issue.ts';
import { dueOn, overdueOf } from './lists.ts';
import { isOrStandsFor } from './rights.ts';
import type { Settings } from './settings.ts';
import { addDays, dayOf, HOUR_MS, stampText } from './shanghai.ts';
import { byPressure, issueLine } from './wording.ts';

/** What a reminder may speak of. */
export type ReminderTopic = 'overdue' | 'due' | 'unclaimed' | 'awaitingVerification';

export interface ReminderQuestion {
  readonly at: Date;
  readonly directory: Directory;
  readonly settings: Settings;
  readonly topics: readonly ReminderTopic[];
  /** Lines per topic. */
  readonly most: number;
  /** Unclaimed ones nobody has been reminded of; absent: all of them. That reminder is given once (§4 claim). */
  readonly untold?: ReadonlySet<number>;
}

export interface Reminder {
  readonly person: string;
  /** One-to-one text. */
  readonly text: string;
  readonly issueNos: readonly number[];
}

const TITLES: Readonly<Record<ReminderTopic, string>> = {
  overdue: '已超期',
  due: '今明两天到期',
  unclaimed: '待认领',
  awaitingVerification: '待核查',
};

/** What to type, with the number of the first problem of the list, or of all that can be said at once: typing just that works. */
const HINTS: Readonly<Record<ReminderTopic, (no: number, all: string) => string>> = {
  overdue: (no) => `整改后请回复“${no}已整改”并附照片。`,
  due: (no) => `确有困难的，请在到期前回复“${no}申请延期到…，原因：…”。`,
  unclaimed: (_, all) => `请回复“认领${all}”。`,
  awaitingVerification: (no) => `请回复“${no}核查通过”或“${no}退回，原因：…”。`,
};

const ORDER: readonly ReminderTopic[] = ['overdue', 'due', 'unclaimed', 'awaitingVerification'];

/** The bundled reminder of one person, or null where there is nothing to remind of: nobody hears from the bot without something open. */
export const reminderFor = (person: Person, issues: readonly Issue[], question: ReminderQuestion): Reminder | null =>
  bundled(person, topicsOf(issues, question), question);

/** Reminders for everybody of the directory who has something, in its order. */
export function remindersFor(issues: readonly Issue[], question: ReminderQuestion): readonly Reminder[] {
  const topics = topicsOf(issues, question);
  return question.directory.people.flatMap((person) => bundled(person, topics, question) ?? []);
}

type Topics = readonly (readonly [ReminderTopic, readonly Issue[]])[];

/** The issues of each topic asked for, worked out once for everybody. */
const topicsOf = (issues: readonly Issue[], question: ReminderQuestion): Topics =>
  ORDER.filter((topic) => question.topics.includes(topic)).map((topic) => [
    topic,
    topicIssues(topic, issues, question),
  ]);

function bundled(person: Person, topics: Topics, { at, most, directory }: ReminderQuestion): Reminder | null {
  const seen = new Set<number>();
  const sections: string[] = [];
  for (const [topic, issues] of topics) {
    const own = issues.filter((issue) => !seen.has(issue.no) && concerns(topic, { person, issue, directory }));
    if (own.length === 0) continue;
    for (const { no } of own) seen.add(no);
    sections.push(section(topic, own, { at, most }));
  }
  if (sections.length === 0) return null;
  return {
    person: person.name,
    text: [`【创城提醒】${person.name}同志（截至${stampText(at)}）`, ...sections].join('\n'),
    issueNos: [...seen],
  };
}

function section(topic: ReminderTopic, issues: readonly Issue[], { at, most }: { at: Date; most: number }): string {
  const shown = byPressure(issues, at).slice(0, most);
  const lines = shown.map((issue) => issueLine(issue, at, { withUnit: topic === 'awaitingVerification' }));
  const more = issues.length > most ? [`另有${issues.length - most}件`] : [];
  const all = shown.map(({ no }) => no).join('、');
  const hint = shown.slice(0, 1).map(({ no }) => HINTS[topic](no, all));
  return [`${TITLES[topic]}${issues.length}件：`, ...lines, ...more, ...hint].join('\n');
}

function topicIssues(
  topic: ReminderTopic,
  issues: readonly Issue[],
  { at, settings, untold }: ReminderQuestion,
): readonly Issue[] {
  const today = dayOf(at);
  const tests: Readonly<Record<ReminderTopic, () => readonly Issue[]>> = {
    overdue: () => overdueOf(issues, at),
    due: () => dueOn(issues, at, { from: today, to: addDays(today, 1) }),
    unclaimed: () => issues.filter((issue) => isUnclaimed(issue, at, settings) && (untold?.has(issue.no) ?? true)),
    awaitingVerification: () => issues.filter((issue) => isWaitingLong(issue, at, settings)),
  };
  return tests[topic]();
}

/** Past the claim limit and nobody has claimed it (§4 claim). */
export function isUnclaimed(issue: Issue, at: Date, settings: Settings): boolean {
  const due = claimDueAt(issue, settings);
  return issue.state === 'dispatched' && due !== null && due <= at;
}

/** Reported longer ago than a verifier may take (§4 pass). */
export const isWaitingLong = ({ state, reportedAt }: Issue, at: Date, { verify }: Settings): boolean =>
  state === 'reported' &&
  reportedAt !== null &&
  at.getTime() - reportedAt.getTime() >= verify.remindAfterHours * HOUR_MS;

interface Concern {
  readonly person: Person;
  readonly issue: Issue;
  readonly directory: Directory;
}

/** Whom a topic concerns: the unit's contacts and the owner; the office and who logged it for the verification. */
function concerns(topic: ReminderTopic, { person, issue, directory }: Concern): boolean {
  if (topic === 'awaitingVerification') return isOffice(person) || isOrStandsFor(person, issue.loggedBy);
  if (!isOpen(issue)) return false;
  if (isOrStandsFor(person, issue.owner)) return topic !== 'unclaimed';
  return isContact(person, issue, directory);
}
