/** 点位的回答: who answers for a place, what is looked for there, and the brief for somebody who has arrived (domain §2, §9, §10). */
import type { Directory } from './city.ts';
import type { Grid, Site } from './directory.ts';
import { isOpen } from './issue.ts';
import type { Issue } from './issue.ts';
import type { Suggestion } from './routing.ts';
import type { Settings } from './settings.ts';
import { dayOf, dayText } from './shanghai.ts';
import type { Visit } from './visit.ts';
import { byPressure, issueLine, listed } from './wording.ts';

interface Knowing {
  readonly directory: Directory;
  readonly settings: Settings;
}

/** `人民路（主干道·东湖街道）`. */
function siteTitle(site: Site, { settings }: Knowing): string {
  const type = settings.siteTypes.find(({ id }) => id === site.type)?.name;
  const facts = [type, site.territory, site.nominated === true ? '上报点位' : null].filter((fact) => fact != null);
  return facts.length === 0 ? site.name : `${site.name}（${facts.join('·')}）`;
}

/** `李强（市城管局）`; a unit stands alone. */
function named(name: string, directory: Directory): string {
  const unit = directory.unit(name) === undefined ? (directory.person(name)?.unit ?? null) : null;
  return unit === null ? name : `${name}（${unit}）`;
}

const MOST_SHOPS = 10;

/** A line for each way in which somebody answers for the place; what the directory does not know is left out. */
function answerableLines(site: Site, { directory }: Knowing): readonly string[] {
  const { unit, roadChief, territory, sponsors = [], shopfronts = [], leader } = site;
  const grid = (directory.data.grids ?? []).find(({ name }) => name === site.grid);
  const estate = sponsors.filter(({ part }) => part === null).map(({ who }) => named(who, directory));
  const buildings = sponsors.flatMap(({ part, who }) => (part === null ? [] : [`${part}${named(who, directory)}`]));
  const shops = shopfronts.map(({ name, keeper }) => (keeper === null ? name : `${name}（${keeper}）`));
  return [
    ...(unit === null ? [] : [`责任单位：${unit}${liaisonText(unit, directory)}`]),
    ...(roadChief === null ? [] : [`路长：${named(roadChief, directory)}`]),
    ...(territory === null ? [] : [`属地：${territory}${liaisonText(territory, directory)}`]),
    ...(estate.length === 0 ? [] : [`包联单位：${estate.join('、')}`]),
    ...(buildings.length === 0 ? [] : [`包楼栋：${buildings.join('、')}`]),
    ...(grid === undefined ? [] : [gridLine(grid)]),
    ...(shops.length === 0 ? [] : [`门前三包：${listed(shops, MOST_SHOPS)}`]),
    ...(leader == null ? [] : [`点位负责领导：${named(leader, directory)}`]),
  ];
}

function liaisonText(unit: string, directory: Directory): string {
  const names = directory.liaisonsOf(unit).map(({ name }) => name);
  return names.length === 0 ? '' : `，联络员${names.join('、')}`;
}

function gridLine({ name, head, members }: Grid): string {
  const people = [
    ...(head === null ? [] : [`网格长${head}`]),
    ...(members.length === 0 ? [] : [`网格员${members.join('、')}`]),
  ];
  return `网格：${[name, ...people].join('，')}`;
}

export interface WhoQuestion extends Knowing {
  readonly site: Site | null;
  /** As asked, where it is no site. */
  readonly location: string;
  /** Name of the category asked about; null: none was. */
  readonly category: string | null;
  readonly suggestions: readonly Suggestion[];
  /** Asked whether it is on the list handed to the examiners. */
  readonly nominated?: boolean | undefined;
}

/** 谁负责. */
export function whoAnswer({ site, location, category, suggestions, nominated, ...knowing }: WhoQuestion): string {
  const [likeliest] = suggestions;
  const why = likeliest === undefined || likeliest.ground === 'category' ? '' : `（${likeliest.why}）`;
  const about = category === null ? '问题' : category;
  const routed =
    likeliest === undefined || (category === null && likeliest.ground !== 'ruling')
      ? []
      : [`${about}一般由${likeliest.unit}负责${why}；不一致时以交办单位为准。`];
  if (site === null) {
    const unknown = `点位台账里没有“${location}”。`;
    return routed.length > 0
      ? [unknown, ...routed].join('\n')
      : `${unknown}可以说明问题类别再问，如“${location}乱停车归谁管”。`;
  }
  const lines = answerableLines(site, knowing);
  const none = lines.length === 0 && routed.length === 0 ? ['没有固定的责任单位，按问题类别交办。'] : [];
  const standing = nominated !== true ? [] : [site.nominated === true ? '是上报点位。' : '不是上报点位。'];
  return [siteTitle(site, knowing), ...standing, ...lines, ...routed, ...none].join('\n');
}

/** 上报点位, each with its leader. */
export function nominatedList({ directory, most, ...knowing }: Knowing & { readonly most: number }): string {
  const sites = directory.sites.filter(({ nominated }) => nominated === true);
  if (sites.length === 0) return '点位台账里还没有标注上报点位。';
  const lines = sites.slice(0, most).map((site) => {
    const leader = site.leader == null ? '负责领导未定' : `负责领导${named(site.leader, directory)}`;
    return `${siteTitle(site, { directory, ...knowing })}：${leader}`;
  });
  const more = sites.length > most ? [`另有${sites.length - most}个`] : [];
  return [`上报点位${sites.length}个：`, ...lines, ...more].join('\n');
}

/** 查什么: the checks of a site type, one a line. */
export function standardAnswer(typeIds: readonly string[], site: Site | null, { settings }: Knowing): string {
  const types = typeIds.flatMap((id) => settings.siteTypes.find((type) => type.id === id) ?? []);
  const blocks = types.map(({ name, checks }) => {
    const title = site === null ? name : `${site.name}（${name}）`;
    const items = checks.split(/[；;]/).filter((item) => item.trim() !== '');
    return [`${title}检查要点：`, ...items.map((item, index) => `${index + 1}. ${item.trim()}`)].join('\n');
  });
  return blocks.length === 0 ? '没有这类点位的检查要点，请创城办在设置里补充。' : blocks.join('\n');
}

export interface ArrivalQuestion extends Knowing {
  readonly site: Site | null;
  readonly location: string;
  readonly at: Date;
  /** All that was logged at the place. */
  readonly issues: readonly Issue[];
  /** The last visit of anybody before this one. */
  readonly lastVisit: Visit | null;
  readonly most: number;
}

/** 到点简报. */
export function arrivalBrief({ site, location, at, issues, lastVisit, most, ...knowing }: ArrivalQuestion): string {
  const live = byPressure(
    issues.filter((issue) => isOpen(issue) || issue.state === 'reported' || issue.state === 'suspended'),
    at,
  );
  const shown = live.slice(0, most).map((issue) => issueLine(issue, at, { withUnit: true }));
  const checks = knowing.settings.siteTypes.find(({ id }) => id === site?.type)?.checks ?? '';
  return [
    `已记到点：${site === null ? `${location}（不在点位台账）` : siteTitle(site, knowing)}`,
    ...(site === null ? [] : answerableLines(site, knowing)),
    ...(live.length === 0 ? ['未销号问题：无'] : [`未销号问题${live.length}件：`, ...shown]),
    ...(live.length > most ? [`另有${live.length - most}件，回复“${site?.name ?? location}的问题”看全部。`] : []),
    lastVisitLine(lastVisit, issues, at),
    ...(checks === '' ? [] : [`检查要点：${checks}`]),
  ].join('\n');
}

function lastVisitLine(visit: Visit | null, issues: readonly Issue[], at: Date): string {
  if (visit === null) return '上次到点：没有记录';
  const day = dayOf(visit.at);
  const found = issues.filter(({ loggedAt, state }) => dayOf(loggedAt) === day && state !== 'withdrawn');
  const closed = found.filter(({ state }) => state === 'closed').length;
  const who = [visit.team, visit.by].filter((word) => word !== null).join(' ');
  const result = found.length === 0 ? '未登记问题' : `登记${found.length}件，已销号${closed}件`;
  return `上次到点：${dayText(day, dayOf(at))} ${who}，${result}`;
}
