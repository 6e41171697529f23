/** Members of a group and lists of units as people write them → names. */
import type { RoleId } from './roles.ts';

interface Units {
  readonly units: readonly { readonly name: string; readonly rankingGroup: string | null }[];
  readonly unitGroups: Readonly<Record<string, readonly string[]>>;
}

interface Member {
  readonly name: string;
  readonly unit: string | null;
  readonly roles: readonly RoleId[];
}

type Selector = string | { readonly all: keyof typeof ROLES_OF_SET } | { readonly units: readonly string[] };

const ROLES_OF_SET = {
  inspectors: ['inspectorLead', 'inspector'],
  office: ['officeLead', 'officeStaff'],
  liaisons: ['unitLiaison'],
  deputies: ['unitDeputy'],
  principals: ['unitPrincipal'],
  communityHeads: ['communityHead'],
  gridMembers: ['gridHead', 'gridMember'],
} as const satisfies Record<string, readonly RoleId[]>;

/** Unit names of a list that may also name a word for several units (各街道) or a ranking group (部门). Unknown words give nothing. */
export function expandUnits(words: readonly string[], city: Units): string[] {
  const found = words.flatMap((word) => {
    if (city.units.some((unit) => unit.name === word)) return [word];
    const several = Object.hasOwn(city.unitGroups, word) ? city.unitGroups[word] : undefined;
    return several ?? city.units.filter((unit) => unit.rankingGroup === word).map((unit) => unit.name);
  });
  return [...new Set(found)];
}

/** Names of the people meant by a group's member list, each once, in the order of the list. */
export function expandMembers(selectors: readonly Selector[], people: readonly Member[], city: Units): string[] {
  const found = selectors.flatMap((selector) => {
    if (typeof selector === 'string') return [selector];
    if ('all' in selector) {
      const roles: readonly RoleId[] = ROLES_OF_SET[selector.all];
      return people.filter((person) => person.roles.some((role) => roles.includes(role))).map(({ name }) => name);
    }
    const units = expandUnits(selector.units, city);
    return people.filter(({ unit }) => unit !== null && units.includes(unit)).map(({ name }) => name);
  });
  return [...new Set(found)];
}
