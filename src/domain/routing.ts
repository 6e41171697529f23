/** 派单建议: which unit a problem should go to, where the message names none (domain §10). Always shown, changeable in one reply. */
import type { Directory } from './city.ts';
import type { Site } from './directory.ts';
import type { Issue } from './issue.ts';
import type { Settings } from './settings.ts';
import { DAY_MS } from './shanghai.ts';

/** A site's own unit; the territory it lies in; the usual unit of the category. */
export type RoutingGround = 'site' | 'territory' | 'category';

export interface Suggestion {
  readonly unit: string;
  readonly ground: RoutingGround;
}

/**
 * Units that probably answer for it, the likeliest first, each once. What lies in a territory goes there when the category's usual unit is
 * `territory`; a site with a unit of its own keeps what has no other home.
 */
export function suggestUnits(
  categoryId: string,
  site: Site | null,
  directory: Directory,
  settings: Settings,
): readonly Suggestion[] {
  const category = settings.categories.find(({ id }) => id === categoryId);
  const own: Suggestion[] = site === null || site.unit === null ? [] : [{ unit: site.unit, ground: 'site' }];
  const usual = (category?.usualUnits ?? []).flatMap((unit): Suggestion[] => {
    if (unit !== 'territory') return [{ unit, ground: 'category' }];
    return site === null || site.territory === null ? [] : [{ unit: site.territory, ground: 'territory' }];
  });
  const known = [...own, ...usual].filter(({ unit }) => directory.unit(unit) !== undefined);
  return known.filter((one, index) => known.findIndex(({ unit }) => unit === one.unit) === index);
}

/** The site whose name or alias stands in the text; the longest one wins (人民路与解放路交叉口 over 人民路). Null: none, or two different ones equally long. */
export function siteIn(text: string, directory: Directory): Site | null {
  let [best, length, tied]: [Site | null, number, boolean] = [null, 0, false];
  for (const site of directory.sites) {
    const longest = Math.max(0, ...[site.name, ...site.aliases].filter((name) => text.includes(name)).map(weight));
    if (longest === 0 || longest < length) continue;
    tied = longest === length;
    [best, length] = [site, longest];
  }
  return tied ? null : best;
}

/** A name of one character would be found everywhere. */
const weight = (name: string): number => (name.length < 2 ? 0 : name.length);

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

function isSamePlace(issue: Issue, problem: Pick<Issue, 'location' | 'site'>): boolean {
  if (bare(issue.location) === bare(problem.location)) return true;
  // A road is too long to be one place: two spots on it are two problems, so only the same words count.
  return issue.site !== null && issue.site === problem.site && !/[路道街]$/.test(issue.site);
}

const bare = (text: string): string => text.replaceAll(/[\s，,。.、（）()]/g, '');
