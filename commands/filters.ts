/** 筛选: what a question narrows its problems to, and how it wants them grouped. Keys as the corpus README has them. */
import type { IssueOrigin } from '../src/domain/issue.ts';
import type { Source } from '../src/reading/metrics.ts';
import type { Said } from '../src/reading/said.ts';

export interface Filters {
  readonly units: readonly string[];
  readonly groupBy?: 'unit' | 'town' | 'category' | 'site' | 'team' | 'source';
  readonly categories?: readonly string[];
  readonly sites?: readonly string[];
  readonly siteTypes?: readonly string[];
  readonly source?: Source;
  readonly origin?: IssueOrigin;
  readonly team?: string;
}

const WHICH = '各(?:个|类|种)?|每(?:个|家)|按照?|分(?:成)?|哪(?:个|些|[一几]个|[一几]?家|[一几]?类|一?种|条|段)?';
/** 各街道, 按类别, 哪个组; 街道里边谁; 最多的点位. */
const groupedBy = (nouns: string): string =>
  `(?:${WHICH})(?:${nouns})|(?:${nouns})(?:里(?:面|边|头)?|当?中)?(?:谁|哪)|最[高低多少好差].{0,4}?(?:的)?(?:${nouns})`;

const GROUPS: readonly (readonly [NonNullable<Filters['groupBy']>, RegExp])[] = [
  [
    'town',
    new RegExp(
      `${groupedBy('街道|乡镇|镇街|街镇|镇|属地')}|街道(?:和|、|与)?乡?镇|乡镇(?:、|和|与)?街道|乡镇(?:排|红|黑|整改)|街镇|街道(?:排名|红黑榜|排行)`,
    ),
  ],
  [
    'category',
    new RegExp(
      `${groupedBy('类别|问题?类型?|种类|类(?!桶)')}|分类(?:统计|汇总|情况|数据)|各类|哪种|最多的?(?:问题)?(?:类|种)|什么(?:类型?|问题)最|类别分布|问题类型|(?:排)?前[\\d一二三四五六七八九十]+的?(?:问题)?类`,
    ),
  ],
  [
    'site',
    /(?:按|分)点位|各(?:个)?(?:点位|小区|市场|农贸市场|公园|学校|医院|路段|工地|商场|超市|广场|车站)|哪个点位|哪[条段](?:路|街|巷)|最[多少高低差好].{0,4}(?:点位|地方|小区|市场|路段?|学校)|哪些?(?:点位|地方|市场|小区|路段?|学校|公园).{0,8}最/,
  ],
  [
    'source',
    /四查|来源(?:分布|统计|构成|占比|情况|汇总)|(?:按|分)(?:问题)?来源|各(?:类|个|种)?(?:问题)?来源|哪(?:种|个)来源/,
  ],
  ['team', /各(?:个)?(?:督查)?组|(?:按|分)(?:督查)?组|哪[一几]?个组/],
  [
    'unit',
    /(?:各|每)(?:个)?(?:责任)?(?:单位|部门|局|委办)|(?:按|分)(?:责任)?(?:单位|部门)|哪(?:[个家些]|[一几][个家])(?:责任)?(?:单位|部门|局)|[谁哪][一几]?家|(?:超期|逾期)(?:了)?的(?:责任)?(?:单位|部门)/,
  ],
];
/** A ranking names what is ranked without any such word: 排名：街道, 小区整改率排行. */
const RANKED: readonly (readonly [NonNullable<Filters['groupBy']>, RegExp])[] = [
  ['town', /街道|乡镇/],
  ['category', /类别|问题类/],
  ['team', /督查组/],
];

/** 我们社区 is a unit, not a kind of place. */
const isOwnUnit = (text: string): boolean => /(?:[我咱俺]们?|本)(?:社区|街道|镇)/.test(text);

/** The units a question is about, the asker's own with them: 我们和河西. */
export function unitsAsked({ units, ownUnit, text }: Said): readonly string[] {
  if (ownUnit === null || units.includes(ownUnit)) return units;
  return units.length === 0 || /[我咱俺]们?[^,。]{0,4}[和跟与]|[和跟与][我咱俺]们/.test(text)
    ? [...units, ownUnit]
    : units;
}

export function filtersOf(said: Said): Filters {
  const units = unitsAsked(said);
  const found =
    GROUPS.find(([, pattern]) => pattern.test(said.text))?.[0] ??
    (said.act === 'query.ranking' ? rankedIn(said) : undefined);
  // 街道整改率排名 without a street by name.
  const isTowns = units.length === 0 && /(?:街道|乡镇|镇街)(?:的)?(?:整改率|办结率|按期|超期|排|红|黑)/.test(said.text);
  const groupBy = found ?? (isTowns ? 'town' : undefined);
  // 资料 and 到岗 are the matter itself there, no category of problems.
  const categories = said.act?.startsWith('query.') ? said.categories : [];
  return {
    // 各街道 asks for a line each, not for the figure of all together.
    units: said.hasUnitGroup && (groupBy === 'town' || groupBy === 'unit') ? [] : units,
    ...(groupBy === undefined ? {} : { groupBy }),
    ...(categories.length > 0 && groupBy !== 'category' ? { categories } : {}),
    ...(said.sites.length > 0 ? { sites: said.sites } : {}),
    // 公厕 is a category as well as a kind of site: both together would leave out those in markets.
    ...(said.siteTypes.length > 0 && !isOwnUnit(said.text) && !isSameAs(categories, said.siteTypes)
      ? { siteTypes: said.siteTypes }
      : {}),
    ...(said.source === undefined ? {} : { source: said.source }),
    ...(said.origin === undefined ? {} : { origin: said.origin }),
    ...(said.team === null ? {} : { team: said.team }),
  };
}

const isSameAs = (categories: readonly string[], siteTypes: readonly string[]): boolean =>
  siteTypes.every((type) => categories.includes(type));

function rankedIn(said: Said): Filters['groupBy'] {
  if (unitsAsked(said).length > 0) return undefined;
  if (said.siteTypes.length > 0 && said.sites.length === 0) return 'site';
  return RANKED.find(([, pattern]) => pattern.test(said.text))?.[0];
}

/** Whose problems: those somebody has in hand, or those he has logged. */
export interface AskedPeople {
  readonly persons?: readonly string[];
  readonly personsAs?: 'logged' | 'inHand';
  readonly scope?: 'me';
}

/** 我今天报了几个: the sender’s own. 我们组 is a team. */
const OWN_LOGGED =
  /(?:^|[,。\s今昨前天日周月上])我(?!们)[^,。]{0,8}?(?:报|登|录|发现|查|记|上传|跑|走|看)(?:了|的|过)|我(?:登记|上报|发现)的/;

/** 陈芳今天报了几个, 王磊手上有几件, 我报了几个. */
export function peopleOf({ persons, text, heard, speaker, team }: Said): AskedPeople {
  const logged = /报|登|录|查了|发现|跑了|巡/.test(text);
  if (persons.length > 0) return { persons, personsAs: logged ? 'logged' : 'inHand' };
  if (team !== null || heard.sender === null || speaker === 'unit' || !OWN_LOGGED.test(text)) return {};
  return { persons: [heard.sender.name], personsAs: 'logged', scope: 'me' };
}
