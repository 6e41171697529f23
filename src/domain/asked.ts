/** 问的范围: which problems a question is about, and how that is said in the answer (domain §5, scope of a figure). */
import type { Directory } from './city.ts';
import type { Period } from './figures.ts';
import type { Issue, IssueOrigin } from './issue.ts';
import type { Settings } from './settings.ts';
import { dayOf, dayText } from './shanghai.ts';

/** What a question narrows its problems to; all hold together, an empty list narrows nothing. Units are narrowed apart: figures know their own. */
export interface Asked {
  readonly categories?: readonly string[] | undefined;
  /** Canonical names of sites. */
  readonly sites?: readonly string[] | undefined;
  readonly siteTypes?: readonly string[] | undefined;
  readonly source?: string | undefined;
  /** 四查. */
  readonly origin?: IssueOrigin | undefined;
  readonly team?: string | undefined;
  /** A place that is no site. */
  readonly location?: string | undefined;
}

/** The part of a question that the database can narrow by itself. */
export const storedPart = ({ categories, source, team }: Asked) => ({
  ...(categories === undefined || categories.length === 0 ? {} : { categories }),
  ...(source === undefined ? {} : { source }),
  ...(team === undefined ? {} : { team }),
});

/** The problems a question is about, in one pass. A site is also meant where a place is named by it: 人民路 and its junctions. */
export function selectAsked(issues: readonly Issue[], asked: Asked, directory: Directory): readonly Issue[] {
  const { sites = [], siteTypes = [], location } = asked;
  const names = sites.flatMap((name) => [name, ...(directory.site(name)?.aliases ?? [])]);
  const places = names.length > 0 || location === undefined ? names : [location];
  const types = new Set(siteTypes);
  const typed = new Set(directory.sites.filter(({ type }) => types.has(type)).map(({ name }) => name));
  return issues.filter(
    (issue) =>
      (places.length === 0 || places.some((place) => isAt(issue, place))) &&
      (types.size === 0 || (issue.site !== null && typed.has(issue.site))) &&
      (asked.source === undefined || issue.source === asked.source) &&
      (asked.origin === undefined || issue.origin === asked.origin) &&
      (asked.team === undefined || issue.team === asked.team) &&
      (!asked.categories?.length || asked.categories.includes(issue.category)),
  );
}

const isAt = (issue: Issue, place: string): boolean =>
  issue.site === place || issue.location.includes(place) || issue.site?.includes(place) === true;

/** 四查 as people call them. */
export const ORIGIN_NAMES: Readonly<Record<IssueOrigin, string>> = {
  leaders: '领导督导',
  sector: '行业联查',
  grid: '网格巡查',
  territory: '属地排查',
};

export const SOURCE_NAMES: Readonly<Record<string, string>> = {
  inspection: '督查发现',
  superior: '上级督查反馈',
  citizen: '市民反映',
  '12345': '12345热线',
  mock: '模拟测评',
};

/** Received from outside: their 办结率 is of all received, not of those due (domain §5). */
export const isReceived = ({ source }: Asked): boolean =>
  source === 'superior' || source === 'citizen' || source === '12345';

/** `市城管局、人民路、公益广告、督查一组`; null where nothing narrows the question. */
export function askedName(
  asked: Asked & { readonly units?: readonly string[] | undefined },
  settings: Pick<Settings, 'categories' | 'siteTypes'>,
): string | null {
  const named = (ids: readonly string[] = [], of: readonly { id: string; name: string }[]): readonly string[] =>
    ids.map((id) => of.find((each) => each.id === id)?.name ?? id);
  const { units = [], sites = [], location, source, origin, team } = asked;
  const words = [
    ...units,
    ...(sites.length > 0 ? sites : location === undefined ? [] : [location]),
    ...named(asked.siteTypes, settings.siteTypes),
    ...named(asked.categories, settings.categories),
    ...(source === undefined ? [] : [SOURCE_NAMES[source] ?? source]),
    ...(origin === undefined ? [] : [ORIGIN_NAMES[origin]]),
    ...(team === undefined ? [] : [team]),
  ];
  return words.length === 0 ? null : words.join('、');
}

/** A period that has begun ends today at the latest: 本月 on the 22nd is 1—22日. */
export function untilToday(period: Period | null | undefined, at: Date): Period | null {
  if (period === null || period === undefined) return null;
  const today = dayOf(at);
  return period.from <= today && today < period.to ? { from: period.from, to: today } : period;
}

/** Said where no period was asked for: figures run since the campaign's start (domain §5). */
export const sinceText = ({ campaign }: Pick<Settings, 'campaign'>, at: Date): string =>
  `没有说时段，按${dayText(campaign.from, dayOf(at))}以来累计。`;
