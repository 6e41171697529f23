/** 问题清单 of a place, a unit, a category: what is still to be done first, what is closed by number only. */
import type { Period } from './figures.ts';
import type { Issue } from './issue.ts';
import { dayOf, periodText, stampText } from './shanghai.ts';
import { byPressure, issueLine } from './wording.ts';

export interface PlaceListWording {
  /** 人民路, 市城管局、公益广告. */
  readonly about: string;
  readonly at: Date;
  readonly period: Period | null;
  readonly most: number;
  /** The unit all are of; null: each line names its own. */
  readonly unit: string | null;
}

/** Numbers of closed ones shown: the newest. */
const MOST_CLOSED = 8;

export function placeList(issues: readonly Issue[], { about, at, period, most, unit }: PlaceListWording): string {
  const when = period === null ? '' : ` ${periodText(period.from, period.to, dayOf(at))}交办`;
  const head = `${about}${when}的问题`;
  if (issues.length === 0) return `${head}：没有（截至${stampText(at)}）。`;
  const left = issues.filter(({ state }) => state !== 'closed');
  const closed = issues.filter(({ state }) => state === 'closed').toSorted((a, b) => b.no - a.no);
  const lines = byPressure(left, at)
    .slice(0, most)
    .map((issue) => issueLine(issue, at, { withUnit: unit === null }));
  const nos = closed.slice(0, MOST_CLOSED).map(({ no }) => `#${no}`);
  return [
    `${head} ${issues.length}件，未销号${left.length}件（截至${stampText(at)}）`,
    ...lines,
    ...(left.length > most ? [`另有${left.length - most}件`] : []),
    ...(closed.length > 0
      ? [`已销号${closed.length}件：${nos.join('、')}${closed.length > nos.length ? '等' : ''}`]
      : []),
  ].join('\n');
}
