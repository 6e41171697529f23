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

const GROUPS: readonly (readonly [NonNullable<Filters['groupBy']>, RegExp])[] = [
  [
    'town',
    /各(?:个)?(?:街道|乡镇|镇|街镇|属地)|街道(?:和|、|与)?乡?镇|乡镇(?:、|和|与)?街道|(?:按|分)(?:街道|乡镇|属地)|哪个?(?:街道|乡镇|镇)|最[高低多少好差].{0,3}的(?:街道|乡镇|镇)|乡镇(?:排|红|黑|整改)|街镇|(?:街道|乡镇|镇街)(?:里面?|当?中)?(?:谁|哪)|街道(?:排名|红黑榜|排行)/,
  ],
  [
    'category',
    /分类统计|(?:按|分)(?:类别|问题?类型?|种类|类)(?!桶)|各类|哪[一]?类|哪种|最多的?(?:问题)?(?:类|种)|什么(?:类型?|问题)最|类别分布|问题类型|分类(?:汇总|情况|数据)/,
  ],
  [
    'site',
    /(?:按|分)点位|各(?:个)?(?:点位|小区|市场|农贸市场|公园|学校|医院|路段|工地|商场|超市|广场|车站)|哪个点位|哪[条段](?:路|街|巷)|最[多少高低差好].{0,4}(?:点位|地方|小区|市场|路段?|学校)|哪些?(?:点位|地方|市场|小区|路段?|学校|公园).{0,8}最/,
  ],
  [
    'source',
    /四查|来源(?:分布|统计|构成|占比|情况|汇总)|(?:按|分)(?:问题)?来源|各(?:类|个|种)?(?:问题)?来源|哪(?:种|个)来源/,
  ],
  ['team', /各(?:个)?(?:督查)?组|(?:按|分)(?:督查)?组|哪个组/],
  [
    'unit',
    /各(?:个)?(?:责任)?(?:单位|部门|局|委办)|(?:按|分)(?:责任)?(?:单位|部门)|哪[个家些](?:责任)?(?:单位|部门|局)/,
  ],
];

/** 我们社区 is a unit, not a kind of place. */
const isOwnUnit = (text: string): boolean => /(?:我们?|本|咱们?)(?:社区|街道|镇)/.test(text);

export function filtersOf(said: Said): Filters {
  const found = GROUPS.find(([, pattern]) => pattern.test(said.text))?.[0];
  // 街道整改率排名 without a street by name.
  const isTowns =
    said.units.length === 0 && /(?:街道|乡镇|镇街)(?:的)?(?:整改率|办结率|按期|超期|排|红|黑)/.test(said.text);
  const groupBy = found ?? (isTowns ? 'town' : undefined);
  // 资料 and 到岗 are the matter itself there, no category of problems.
  const categories = said.act?.startsWith('query.') ? said.categories : [];
  return {
    // 各街道 asks for a line each, not for the figure of all together.
    units: said.hasUnitGroup && (groupBy === 'town' || groupBy === 'unit') ? [] : said.units,
    ...(groupBy === undefined ? {} : { groupBy }),
    ...(categories.length > 0 && groupBy !== 'category' ? { categories } : {}),
    ...(said.sites.length > 0 ? { sites: said.sites } : {}),
    ...(said.siteTypes.length > 0 && !isOwnUnit(said.text) ? { siteTypes: said.siteTypes } : {}),
    ...(said.source === undefined ? {} : { source: said.source }),
    ...(said.origin === undefined ? {} : { origin: said.origin }),
    ...(said.team === null ? {} : { team: said.team }),
  };
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
