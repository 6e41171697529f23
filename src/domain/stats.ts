import { ORIGIN_NAMES, SOURCE_NAMES } from './asked.ts';
import type { Directory } from './city.ts';
import { figuresOf, inPeriod } from './figures.ts';
import type { Figures, Period, Scope } from './figures.ts';
import type { Issue } from './issue.ts';
import type { Settings } from './settings.ts';
import { dayOf } from './shanghai.ts';

export type GroupBy = 'unit' | 'town' | 'category' | 'site' | 'team' | 'source';

export interface StatsRow {
  /** What people read: unit, category or place. */
  readonly name: string;
  readonly figures: Figures;
}

export interface StatsQuestion extends Omit<Scope, 'unit'> {
  readonly directory: Directory;
  readonly by: GroupBy;
}

/** Kinds that are departments and the like; every other kind is a 属地, whatever the region calls it (domain §15). */
const NO_TERRITORY = new Set(['office', 'department', 'company', 'community']);

/** 街道、乡镇 and what the region has in their stead. */
export const territoriesOf = (directory: Directory): readonly string[] =>
  directory.units.filter((unit) => !NO_TERRITORY.has(unit.kind)).map((unit) => unit.name);

/** 统计 by unit, town, category or place: the fullest first, rows without problems left out. */
export function statsBy(issues: readonly Issue[], question: StatsQuestion): readonly StatsRow[] {
  const { by, directory, at, period, settings } = question;
  const towns = new Set(territoriesOf(directory));
  const buckets = new Map<string, Issue[]>();
  for (const issue of issues) {
    for (const key of KEYS[by](issue, towns)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [issue]);
      else bucket.push(issue);
    }
  }
  return [...buckets]
    .map(([key, own]) => ({
      name: by === 'category' ? categoryName(key, settings) : key,
      figures: figuresOf(own, { at, period, settings }),
    }))
    .filter(({ figures }) => figures.count > 0)
    .toSorted((a, b) => b.figures.count - a.figures.count || (a.name < b.name ? -1 : 1));
}

const KEYS: Readonly<Record<GroupBy, (issue: Issue, towns: ReadonlySet<string>) => readonly string[]>> = {
  unit: (issue) => issue.units,
  town: (issue, towns) => issue.units.filter((unit) => towns.has(unit)),
  category: (issue) => [issue.category],
  site: (issue) => [issue.site ?? issue.location],
  team: (issue) => (issue.team === null ? [] : [issue.team]),
  // 四查 are ways of the own inspection; where none was said the source stands.
  source: ({ origin, source }) => [origin === null ? (SOURCE_NAMES[source] ?? source) : ORIGIN_NAMES[origin]],
};

/** 车辆停放; the id itself where the settings do not know it. */
export const categoryName = (id: string, settings: Pick<Settings, 'categories'>): string =>
  settings.categories.find((category) => category.id === id)?.name ?? id;

/** 登记了多少: logged in the period, whatever became of them; drafts that nobody confirmed are not problems yet. */
export const loggedIn = (issues: readonly Issue[], period: Period | null, at: Date): readonly Issue[] =>
  issues.filter(
    (issue) =>
      issue.state !== 'draft' &&
      issue.loggedAt <= at &&
      (period === null || (period.from <= dayOf(issue.loggedAt) && dayOf(issue.loggedAt) <= period.to)),
  );

/** 查了几个点位: different places among the issues of the period (none: the whole campaign). */
export const siteCount = (issues: readonly Issue[], scope: Omit<Scope, 'unit'>): number =>
  new Set(
    issues
      .filter(inPeriod(scope.period ?? null, scope.at, scope.settings))
      .map(({ site, location }) => site ?? location),
  ).size;
