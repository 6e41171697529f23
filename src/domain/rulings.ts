/** 裁定: what upheld appeals and designations have settled about who answers for a place (domain §10). */
import { isOpen } from './issue.ts';
import type { Issue, IssueRecord } from './issue.ts';
import { isOnSameStretch, isRoad } from './same-place.ts';
import { dayOf, dayText } from './shanghai.ts';

export interface Ruling {
  readonly issueNo: number;
  readonly at: Date;
  readonly units: readonly string[];
  readonly location: string;
  readonly site: string | null;
  readonly category: string;
}

/** Steps in whose records rulings are found. */
export const RULING_STEPS = ['appeal.approve', 'reassign'] as const;

/** Upheld appeals that gave the problem to another unit, and designations; oldest first as the records are. */
export function rulingsOf(records: readonly IssueRecord[]): readonly Ruling[] {
  return records.filter(isRuling).map(({ issueNo, at, after }) => ({
    issueNo,
    at,
    units: after.units,
    location: after.location,
    site: after.site,
    category: after.category,
  }));
}

function isRuling({ step, before, after }: IssueRecord): boolean {
  if (!isOpen(after)) return false;
  if (step === 'appeal.approve') return before?.units.join() !== after.units.join();
  return step === 'reassign' && after.designated && before?.designated !== true;
}

/** The newest ruling on the same place and category; null: none. */
export const rulingOn = (
  problem: Pick<Issue, 'location' | 'site' | 'category'>,
  rulings: readonly Ruling[],
): Ruling | null =>
  rulings.findLast((ruling) => ruling.category === problem.category && isOnSameStretch(ruling, problem)) ?? null;

/** `此路段2026年11月18日裁定归北门街道，见#418`. */
export function rulingText({ issueNo, at, units, site, location }: Ruling): string {
  const place = isRoad(site ?? location) || /[路道街].*段/.test(location) ? '此路段' : '此处';
  return `${place}${dayOf(at).slice(0, 4)}年${dayText(dayOf(at))}裁定归${units.join('、')}，见#${issueNo}`;
}
