/** 清单: answers that list problems. At most so many lines, then how many more there are: people read them on a phone. */
import { isOpen, isOverdue } from './issue.ts';
import type { Issue } from './issue.ts';
import { dayOf, DAY_MS, stampText } from './shanghai.ts';
import { overdueDays, workingDeadline } from './deadline.ts';
import { byPressure, issueLine } from './wording.ts';

export interface ListWording {
  readonly at: Date;
  /** Lines shown at most. */
  readonly most: number;
  /** The responsible unit stands in each line; false where the list is of one unit. */
  readonly withUnit: boolean;
}

/** `title` and a line a problem, most pressing first; `另有n件` where there are more. An empty list is said in one sentence. */
export function listText(title: string, issues: readonly Issue[], { at, most, withUnit }: ListWording): string {
  if (issues.length === 0) return `${title}：没有（截至${stampText(at)}）。`;
  const lines = byPressure(issues, at)
    .slice(0, most)
    .map((issue) => issueLine(issue, at, { withUnit }));
  const more = issues.length > most ? [`另有${issues.length - most}件`] : [];
  return [`${title} ${issues.length}件（截至${stampText(at)}）`, ...lines, ...more].join('\n');
}

/** 超期的: open, the deadline passed at least so many days ago. */
export const overdueOf = (issues: readonly Issue[], at: Date, leastDays = 1): readonly Issue[] =>
  issues.filter(
    (issue) => issue.deadline !== null && isOverdue(issue, at) && overdueDays(issue.deadline, at) >= leastDays,
  );

/** 到期的: open, not overdue yet, the time the unit works towards falls on one of the days (both inclusive). */
export const dueOn = (issues: readonly Issue[], at: Date, days: { from: string; to: string }): readonly Issue[] =>
  issues.filter((issue) => {
    const until = workingDeadline(issue);
    if (until === null || !isOpen(issue) || isOverdue(issue, at)) return false;
    return days.from <= dayOf(until) && dayOf(until) <= days.to;
  });

/** 待核查 for longer than so many days; 0: all. */
export const awaitingVerification = (issues: readonly Issue[], at: Date, days = 0): readonly Issue[] =>
  issues.filter(
    ({ state, reportedAt }) =>
      state === 'reported' && reportedAt !== null && at.getTime() - reportedAt.getTime() >= days * DAY_MS,
  );

/** 超期清单, by unit: each unit with its number, its longest and its numbers; the most first. */
export function overdueByUnit(issues: readonly Issue[], at: Date, most: number): string {
  const overdue = overdueOf(issues, at);
  if (overdue.length === 0) return `超期未整改：没有（截至${stampText(at)}）。`;
  const rows = overdueUnits(overdue, at);
  const lines = rows.slice(0, most).map(({ unit, own, longest }) => {
    const nos = byPressure(own, at).map(({ no }) => `#${no}`);
    const shown = nos.length > 8 ? `${nos.slice(0, 8).join('、')}等` : nos.join('、');
    return `${unit} ${own.length}件（最长${longest}天）：${shown}`;
  });
  const more = rows.length > most ? [`另有${rows.length - most}家`] : [];
  return [`超期未整改 ${overdue.length}件（截至${stampText(at)}）`, ...lines, ...more].join('\n');
}

export interface OverdueUnit {
  readonly unit: string;
  readonly own: readonly Issue[];
  /** Days of the longest. */
  readonly longest: number;
}

/** Units with something overdue: the most first, then the longest. A problem of several units stands with each. */
export function overdueUnits(issues: readonly Issue[], at: Date): readonly OverdueUnit[] {
  const overdue = overdueOf(issues, at);
  return [...new Set(overdue.flatMap(({ units }) => units))]
    .map((unit) => {
      const own = overdue.filter(({ units }) => units.includes(unit));
      return {
        unit,
        own,
        longest: Math.max(...own.map(({ deadline }) => (deadline === null ? 0 : overdueDays(deadline, at)))),
      };
    })
    .toSorted((a, b) => b.own.length - a.own.length || b.longest - a.longest || (a.unit < b.unit ? -1 : 1));
}
