/** 简称: a site by the short name people make up (北门市场 for 北门农贸市场). For questions only, where the answer names the site that was taken. */
import type { Directory } from './city.ts';
import type { Site } from './directory.ts';

const SHORTEST = 4;

/** The one site whose name begins and ends like `spoken` and holds its characters in order; null where none or several do. */
export function siteMeant(spoken: string, { sites }: Pick<Directory, 'sites'>): Site | null {
  if (spoken.length < SHORTEST) return null;
  const [head, tail] = [spoken.slice(0, 2), spoken.slice(-2)];
  const found = sites.filter(
    ({ name }) => name.startsWith(head) && name.endsWith(tail) && name.length > spoken.length && holds(name, spoken),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function holds(name: string, spoken: string): boolean {
  let at = 0;
  for (const char of spoken) {
    at = name.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
