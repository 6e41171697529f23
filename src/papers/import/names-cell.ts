/** Names of units in cells, by the directory: canonical names and aliases only, nothing guessed. */
import type { Directory } from '../../domain/city.ts';

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
