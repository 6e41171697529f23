/** Pieces of sentences that the parts of a paper share (domain §12): rates, what a number counts, a problem in a few words. Pure. */
import type { Figures } from '../domain/figures.ts';
import { isOverdue } from '../domain/issue.ts';
import type { Issue } from '../domain/issue.ts';
import { overdueDays } from '../domain/deadline.ts';
import { percentText } from '../domain/rate.ts';
import type { Rate } from '../domain/rate.ts';
import { dayOf, dayText, timeText } from '../domain/shanghai.ts';
import { categoryName } from '../domain/stats.ts';
import { STATE_NAMES } from '../domain/steps/state.ts';
import type { PaperTable } from './paper-table.ts';
import type { PartsQuestion } from './special-issue-parts.ts';

/** `69.44%（25/36）`: two decimals, and the brackets of a Chinese text. */
export const paperRate = (rate: Rate): string =>
  `${percentText(rate, 2) ?? '—'}（${rate.numerator}/${rate.denominator}）`;

/** `，整改率69.44%（25/36），按期整改率70.00%（21/30）`; nothing where there is nothing to divide by. */
export const ratesText = ({ rectificationRate, onTimeRate }: Figures): string =>
  [
    ['整改率', rectificationRate] as const,
    ...(rectificationRate.denominator === 0 ? [] : [['按期整改率', onTimeRate] as const]),
  ]
    .filter(([, { denominator }]) => denominator > 0)
    .map(([name, rate]) => `，${name}${paperRate(rate)}`)
    .join('');

/** `10月30日18:00`. */
export const paperStamp = (at: Date): string => `${dayText(dayOf(at))}${timeText(at)}`;

/** `24件（本期交办15件、往期交办9件）`: a number of problems always tells whether it goes beyond the period. */
export function shareText(issues: readonly Pick<Issue, 'no'>[], own: ReadonlySet<number>): string {
  const ofPeriod = issues.filter(({ no }) => own.has(no)).length;
  const earlier = issues.length - ofPeriod;
  if (issues.length === 1) return `1件（${ofPeriod === 1 ? '本期' : '往期'}交办）`;
  if (earlier === 0) return `${issues.length}件（均为本期交办）`;
  if (ofPeriod === 0) return `${issues.length}件（均为往期交办）`;
  return `${issues.length}件（本期交办${ofPeriod}件、往期交办${earlier}件）`;
}

/** `，见附件3`; nothing where the paper has no such table. */
export function referTo(title: string, attachments: readonly PaperTable[]): string {
  const at = attachments.findIndex((table) => table.title === title);
  return at === -1 ? '' : `，见附件${at + 1}`;
}

/** `北门小区#900（市交警大队，车辆停放，超期8天）`: place, number, unit and what else is told; never a person (domain §7). */
export const problemText = (issue: Issue, facts: readonly string[]): string =>
  `${issue.location}#${issue.no}（${[issue.units.join('、'), ...facts].filter((fact) => fact !== '').join('，')}）`;

/** `超期8天`, `待核查`, `整改中`. */
export function paperStanding(issue: Issue, at: Date): string {
  if (issue.deadline !== null && isOverdue(issue, at)) return `超期${overdueDays(issue.deadline, at)}天`;
  return STATE_NAMES[issue.state];
}

export const categoryOf = (issue: Issue, { settings }: Pick<PartsQuestion, 'settings'>): string =>
  categoryName(issue.category, settings);

/** How many problems a paragraph names; the rest stands in the attachments. */
export const MOST_NAMED = 5;

/** `甲、乙、丙`; `甲、乙等7件` where there are more than a paragraph takes. */
export function namedProblems(issues: readonly Issue[], facts: (issue: Issue) => readonly string[]): string {
  const shown = issues.slice(0, MOST_NAMED).map((issue) => problemText(issue, facts(issue)));
  return `${shown.join('、')}${issues.length > MOST_NAMED ? '等' : ''}`;
}
