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

/** The site a text is about: its name or alias itself, else the longest one in it; undefined where two are equally long. */
export function siteIn(text: string, directory: Directory): Site | undefined {
  const exact = directory.site(text);
  if (exact !== undefined) return exact;
  const found = directory.sites
    .flatMap((site) => [site.name, ...site.aliases].map((name) => ({ site, name })))
    .filter(({ site, name }) => name.length >= 3 && text.includes(name) && directory.site(name) === site)
    .toSorted((a, b) => b.name.length - a.name.length);
  const [best, second] = found;
  if (best === undefined) return undefined;
  const isTie = second !== undefined && second.site !== best.site && second.name.length === best.name.length;
  return isTie ? undefined : best.site;
}
