/** 点位 by its name in a text: the one decision for chat, for lists and for what the office says of a row. Canonical names and aliases only. */
import type { Directory } from './city.ts';
import type { Site } from './directory.ts';

/** Behind the name of a site these only say where at it: 北门农贸市场西门, 人民路（东段）. */
const AT_THE_SITE =
  /^[（(\s]*(?:[东西南北中]{0,2}(?:[门口侧段头角边]|大门|出入口|入口)?|正?门前?|门口|周边|附近|沿线|内|全域|全段)[)）\s]*$/u;
/** Behind it these make another place of it: 人民路小学 is not 人民路. */
const ANOTHER_PLACE =
  /^(?:(?![与和及到至旁对的门段侧口号])\p{Script=Han}){0,3}?(?:小学|中学|学校|幼儿园|社区|小区|花园|家园|市场|医院|诊所|公园|广场|派出所|街道|车站|大厦|大楼|酒店|宾馆|饭店|超市|商场|大桥|支路|支行|分店|加油站|工地)/u;

/** What stands behind the name of a site makes another place of it; 阳光新城小区 is 阳光新城, but 人民路小区 is not 人民路. */
export const isAnotherPlace = (name: string, behind: string): boolean =>
  ANOTHER_PLACE.test(behind) && (/[路街道巷]$/.test(name) || !behind.startsWith('小区'));

/** The site that a name alone stands for (column 点位, 点位是…): its name or alias, at most with a side or gate behind it. */
export function siteNamed(text: string, directory: Directory): Site | null {
  const exact = directory.site(text);
  if (exact !== undefined) return exact;
  const found = siteNames(directory).find(
    ({ name }) => text.startsWith(name) && AT_THE_SITE.test(text.slice(name.length)),
  );
  return found?.site ?? null;
}

/**
 * The site a place in words is at: the longest name or alias in it (人民路与解放路交叉口 over 人民路). Null: none, another place that is
 * only called after it, or two different ones equally long.
 */
export function siteIn(text: string, directory: Directory): Site | null {
  const exact = directory.site(text);
  if (exact !== undefined) return exact;
  const [best, second] = siteNames(directory).filter(({ name }) => isAt(text, name));
  if (best === undefined) return null;
  const isTie = second !== undefined && second.site !== best.site && second.name.length === best.name.length;
  return isTie ? null : best.site;
}

/** Names and aliases that only one site has, the longest first; one of one character would be found everywhere. */
const siteNames = (directory: Directory): readonly { readonly site: Site; readonly name: string }[] =>
  directory.sites
    .flatMap((site) => [site.name, ...site.aliases].map((name) => ({ site, name })))
    .filter(({ site, name }) => name.length >= 2 && directory.site(name) === site)
    .toSorted((a, b) => b.name.length - a.name.length);

const isAt = (text: string, name: string): boolean => {
  const at = text.indexOf(name);
  return at !== -1 && !isAnotherPlace(name, text.slice(at + name.length));
};
