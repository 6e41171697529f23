/** Names of units and sites in cells, by the directory: canonical names and aliases only, nothing guessed. */
import type { Directory } from '../../domain/city.ts';
import type { Site } from '../../domain/directory.ts';

export interface UnitsReading {
  readonly units: readonly string[];
  /** Words of the cell that no unit goes by. */
  readonly unknown: readonly string[];
}

/** Units of a cell: `市城管局、住建局`, one a line, with or without 牵头：. A word for several units stands for all of them. */
export function readUnits(text: string, directory: Directory): UnitsReading {
  const whole = directory.unitNames(text);
  if (whole.length > 0) return { units: whole, unknown: [] };
  const words = splitNames(text);
  const found = words.map((word) => ({ word, units: directory.unitNames(word) }));
  return {
    units: [...new Set(found.flatMap(({ units }) => units))],
    unknown: found.filter(({ units }) => units.length === 0).map(({ word }) => word),
  };
}

/** Words of a cell that lists several: by 、, commas, semicolons, lines and spaces. */
export const splitNames = (text: string): string[] =>
  text
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .replace(/(?:牵头|主责|责任|配合|协办)(?:单位)?[:：]/gu, '、')
    .split(/[、,，;；/／\s]+/u)
    .filter((word) => word !== '');

/** Behind the name of a site these only say where at it: 北门农贸市场西门, 人民路（东段）. */
const AT_THE_SITE =
  /^[（(\s]*(?:[东西南北中]{0,2}(?:[门口侧段头角边]|大门|出入口|入口)?|正?门前?|门口|周边|附近|沿线|内|全域|全段)[)）\s]*$/u;
/** Behind it these make another place of it: 人民路小学 is not 人民路. */
const ANOTHER_PLACE =
  /^(?:(?![与和及到至旁对的])\p{Script=Han}){0,3}?(?:小学|中学|学校|幼儿园|社区|小区|花园|家园|市场|医院|诊所|公园|广场|派出所|街道|车站|大厦|大楼|酒店|宾馆|饭店|超市|商场|大桥|支路|支行|分店|加油站|工地)/u;

/** The site that a cell of the column 点位 names: its name or alias, at most with a side or gate behind it. */
export function siteNamed(text: string, directory: Directory): Site | undefined {
  const exact = directory.site(text);
  if (exact !== undefined) return exact;
  return siteNames(directory).find(({ name }) => text.startsWith(name) && AT_THE_SITE.test(text.slice(name.length)))
    ?.site;
}

/** The site a place in words is at: the longest name or alias in it; undefined where two are equally long. */
export function siteIn(text: string, directory: Directory): Site | undefined {
  const exact = directory.site(text);
  if (exact !== undefined) return exact;
  const [best, second] = siteNames(directory).filter(({ name }) => isAt(text, name));
  if (best === undefined) return undefined;
  const isTie = second !== undefined && second.site !== best.site && second.name.length === best.name.length;
  return isTie ? undefined : best.site;
}

/** Names and aliases that only one site has, the longest first. */
const siteNames = (directory: Directory): readonly { readonly site: Site; readonly name: string }[] =>
  directory.sites
    .flatMap((site) => [site.name, ...site.aliases].map((name) => ({ site, name })))
    .filter(({ site, name }) => name.length >= 3 && directory.site(name) === site)
    .toSorted((a, b) => b.name.length - a.name.length);

const isAt = (text: string, name: string): boolean => {
  const at = text.indexOf(name);
  return at !== -1 && !ANOTHER_PLACE.test(text.slice(at + name.length));
};
