/** 派单建议: which unit a problem should go to, where the message names none (domain §10). Always shown, changeable in one reply. */
import type { Directory } from './city.ts';
import type { Site } from './directory.ts';
import type { Issue } from './issue.ts';
import type { Settings } from './settings.ts';
import { rulingOn, rulingText } from './rulings.ts';
import type { Ruling } from './rulings.ts';
import { isSamePlace } from './same-place.ts';
import { DAY_MS } from './shanghai.ts';

/** A ruling on this place; the site's own unit; the usual unit of the category; the territory; the road chief's unit; its trade's department. */
export type RoutingGround = 'ruling' | 'site' | 'category' | 'territory' | 'roadChief' | 'siteType';

export interface Suggestion {
  readonly unit: string;
  readonly ground: RoutingGround;
  /** `此路段2026年11月18日裁定归北门街道，见#418`, `属地`. */
  readonly why: string;
}

/** What was settled before, and the spot that is meant. */
export interface Settled {
  readonly location: string;
  readonly rulings: readonly Ruling[];
}

/**
 * Units that probably answer for it, the likeliest first, each once: what was settled before, the site's own unit, the category's usual
 * ones (`territory`: where it lies, on a road its chief's unit), the department of its trade, its road chief's unit.
 */
export function suggestUnits(
  categoryId: string,
  site: Site | null,
  directory: Directory,
  settings: Settings,
  settled: Settled | null = null,
): readonly Suggestion[] {
  const category = settings.categories.find(({ id }) => id === categoryId);
  const suggest = (ground: RoutingGround, unit: string | null | undefined, why: string): Suggestion[] =>
    typeof unit === 'string' ? [{ unit, ground, why }] : [];
  const ruling =
    settled &&
    rulingOn({ location: settled.location, site: site?.name ?? null, category: categoryId }, settled.rulings);
  const ruled = (ruling?.units ?? []).flatMap((unit) => suggest('ruling', unit, ruling ? rulingText(ruling) : ''));
  const own = suggest('site', site?.unit, '该点位的责任单位');
  const chief = suggest('roadChief', roadChiefUnit(site, directory), '路长单位');
  // A road that crosses territories has none: there the road chief stands for it.
  const territory = site?.territory === null ? chief : suggest('territory', site?.territory, '属地');
  const usual = (category?.usualUnits ?? []).flatMap((unit) =>
    unit === 'territory' ? territory : suggest('category', unit, `${category?.name ?? ''}一般由该单位负责`),
  );
  const trade = settings.siteTypes.find(({ id }) => id === site?.type)?.units ?? [];
  const sector = trade.flatMap((unit) => suggest('siteType', unit, '行业主管部门'));
  const known = [...ruled, ...own, ...usual, ...sector, ...chief].filter(
    ({ unit }) => directory.unit(unit) !== undefined,
  );
  return known.filter((one, index) => known.findIndex(({ unit }) => unit === one.unit) === index);
}

/** 路长 is a unit, or a person who stands for his. */
function roadChiefUnit(site: Site | null, directory: Directory): string | null {
  const chief = site?.roadChief ?? null;
  if (chief === null) return null;
  return directory.unit(chief)?.name ?? directory.person(chief)?.unit ?? null;
}

export interface Repetition {
  /** Earlier problems of the same place and category, the newest first. */
  readonly earlier: readonly Issue[];
  /** The newest that is still not closed: probably the same problem, logged twice. */
  readonly open: Issue | null;
  /** The newest that was closed: probably a rebound. */
  readonly closed: Issue | null;
}

/** 重复问题 (§4 rebound): same place and category within so many days before `at`; the place is the site, else the very same words. */
export function repetitionsOf(
  problem: Pick<Issue, 'location' | 'site' | 'category'>,
  issues: readonly Issue[],
  { at, withinDays }: { readonly at: Date; readonly withinDays: number },
): Repetition {
  const since = at.getTime() - withinDays * DAY_MS;
  const earlier = issues
    .filter((issue) => issue.state !== 'withdrawn' && issue.state !== 'merged' && issue.state !== 'draft')
    .filter((issue) => issue.category === problem.category && isSamePlace(issue, problem))
    .filter((issue) => (issue.closedAt ?? issue.dispatchedAt ?? issue.loggedAt).getTime() >= since)
    .toSorted((a, b) => b.no - a.no);
  return {
    earlier,
    open: earlier.find((issue) => issue.state !== 'closed') ?? null,
    closed: earlier.find((issue) => issue.state === 'closed') ?? null,
  };
}
