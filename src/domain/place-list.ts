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
  /** 待认领, 待核查: the state that narrows the list; absent: none. */
  readonly stand?: string | undefined;
  readonly most: number;
  /** The unit all are of; null: each line names its own. */
  readonly unit: string | null;
}

/** Numbers of closed or suspended ones shown: the newest. */
const MOST_NUMBERS = 8;

/** Suspended ones count neither as open nor in all, just as in the rate; they are said beside (domain §5). */
export function placeList(
  all: readonly Issue[],
  { about, at, period, stand = '', most, unit }: PlaceListWording,
): string {
  const when = period === null ? '' : ` ${periodText(period.from, period.to, dayOf(at))}交办`;
  const head = `${about}${when}${when === '' || stand === '' ? '' : '、'}${stand}的问题`;
  const suspended = all.filter(({ state }) => state === 'suspended');
  const issues = all.filter(({ state }) => state !== 'suspended');
  const beside = suspended.length > 0 ? [`另：挂账${suspended.length}件：${newest(suspended)}`] : [];
  if (issues.length === 0) return [`${head}：没有（截至${stampText(at)}）。`, ...beside].join('\n');
  const left = issues.filter(({ state }) => state !== 'closed');
  const closed = issues.filter(({ state }) => state === 'closed');
  const lines = byPressure(left, at)
    .slice(0, most)
    .map((issue) => issueLine(issue, at, { withUnit: unit === null }));
  return [
    `${head} ${issues.length}件，未销号${left.length}件（截至${stampText(at)}）`,
    ...lines,
    ...(left.length > most ? [`另有${left.length - most}件`] : []),
    ...(closed.length > 0 ? [`已销号${closed.length}件：${newest(closed)}`] : []),
    ...beside,
  ].join('\n');
}

function newest(issues: readonly Issue[]): string {
  const nos = issues.map(({ no }) => no).toSorted((a, b) => b - a);
  const shown = nos.slice(0, MOST_NUMBERS).map((no) => `#${no}`);
  return `${shown.join('、')}${nos.length > shown.length ? '等' : ''}`;
}

/** 挂账清单: what is put aside, with the reason, the plan and the day of review (domain §4), the next to be reviewed first. */
export function suspendedList(
  issues: readonly Issue[],
  { about, at, most }: Pick<PlaceListWording, 'about' | 'at' | 'most'>,
): string {
  const own = issues
    .filter(({ state }) => state === 'suspended')
    .toSorted((a, b) => (a.suspension?.reviewOn ?? '9').localeCompare(b.suspension?.reviewOn ?? '9') || a.no - b.no);
  if (own.length === 0) return `${about}的挂账问题：没有（截至${stampText(at)}）。`;
  const lines = own.slice(0, most).map((issue) => {
    const { reason, plan } = issue.suspension ?? { reason: null, plan: null };
    const words = [reason, plan === null ? null : `计划：${plan}`].filter((word) => word !== null);
    return [issueLine(issue, at, { withUnit: true }), ...words].join('，');
  });
  const more = own.length > most ? [`另有${own.length - most}件`] : [];
  return [`${about}的挂账问题 ${own.length}件（截至${stampText(at)}）`, ...lines, ...more].join('\n');
}
