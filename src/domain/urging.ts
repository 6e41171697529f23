/** 催办: which problems are meant, and the one message in which a person hears of all of his (domain §4, §13.3). */
import type { Directory } from './city.ts';
import { addresseesOf } from './addressees.ts';
import { isOpen, isOverdue } from './issue.ts';
import type { Issue } from './issue.ts';
import type { Settings } from './settings.ts';
import { addDays, dayOf } from './shanghai.ts';
import { byPressure, issueLine } from './wording.ts';
import { workingDeadline } from './deadline.ts';

/** As the corpus README names them. */
export type UrgeFilter = 'overdue' | 'dueToday' | 'dueTomorrow' | 'dueSoon' | 'unclaimed' | 'open';

/** Days within which something is due soon. */
const SOON_DAYS = 3;

/** Whether an open problem is one of those meant; what is not open is never urged. */
export function isUrgeable(issue: Issue, filter: UrgeFilter, at: Date): boolean {
  if (!isOpen(issue)) return false;
  const due = workingDeadline(issue);
  const dueOn = due === null ? null : dayOf(due);
  const today = dayOf(at);
  const isDueUntil = (from: string, to: string): boolean =>
    dueOn !== null && due !== null && due >= at && dueOn >= from && dueOn <= to;
  switch (filter) {
    case 'overdue':
      return isOverdue(issue, at);
    case 'dueToday':
      return dueOn === today;
    case 'dueTomorrow':
      return isDueUntil(addDays(today, 1), addDays(today, 1));
    case 'dueSoon':
      return isDueUntil(today, addDays(today, SOON_DAYS));
    case 'unclaimed':
      return issue.state === 'dispatched';
    default:
      return true;
  }
}

export interface UrgeLetter {
  readonly to: string;
  readonly text: string;
  readonly issueNos: readonly number[];
}

interface Urging {
  readonly directory: Directory;
  readonly settings: Settings;
  readonly at: Date;
  readonly by: string;
  /** Who has been urged today: hears of danger only (§13). */
  readonly told: ReadonlySet<string>;
}

/** Whom an urge about it would still reach today. */
export const reachable = (issue: Issue, urging: Omit<Urging, 'by'>): readonly string[] =>
  addresseesOf(issue, urging.directory).filter((name) => issue.urgent || !urging.told.has(name));

/** One message a person, with his own problems. */
export function urgeLetters(issues: readonly Issue[], wording: Urging): readonly UrgeLetter[] {
  const byPerson = new Map<string, Issue[]>();
  for (const issue of issues) {
    for (const name of reachable(issue, wording)) byPerson.set(name, [...(byPerson.get(name) ?? []), issue]);
  }
  return [...byPerson].map(([to, own]) => ({
    to,
    text: letterText(own, wording),
    issueNos: own.map(({ no }) => no),
  }));
}

function letterText(issues: readonly Issue[], { at, by }: Pick<Urging, 'at' | 'by'>): string {
  const [first] = byPressure(issues, at);
  return [
    `【催办】${by}请您抓紧办理${issues.length}件：`,
    ...byPressure(issues, at).map((issue) => issueLine(issue, at)),
    ...(first === undefined ? [] : [`整改后请回复“${first.no}已整改”并附照片。`]),
  ].join('\n');
}
