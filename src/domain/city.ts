import type { DirectoryData, Group, Person, Role, Site, Unit } from './directory.ts';

/** The platform whose id of a person is asked about; the simulator's id is the canonical name. */
export type IdPlatform = 'wecom' | 'dingtalk' | 'simulator';

/** 通讯录 that answers questions (domain §2, §3). Lists keep the order of the file; an unknown name gives undefined or nothing, never throws. */
export interface Directory {
  readonly data: DirectoryData;
  readonly city: string;
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly sites: readonly Site[];
  readonly groups: readonly Group[];
  readonly teams: readonly string[];
  /** By canonical name or alias, as typed. */
  unit(nameOrAlias: string): Unit | undefined;
  /** Canonical names a word stands for: one unit, or the members of a unit group (三大运营商); none: []. */
  unitNames(word: string): readonly string[];
  /** By canonical name, or by an alias that only one person has. */
  person(name: string): Person | undefined;
  /** By the platform's id. WeCom ids compare without case. */
  personById(platform: IdPlatform, id: string): Person | undefined;
  group(id: string): Group | undefined;
  /** The group whose conversation on a platform stands in the directory; the simulator's conversation id is the group's own. */
  groupAt(platform: IdPlatform, chatId: string): Group | undefined;
  /** By canonical name or alias. */
  site(nameOrAlias: string): Site | undefined;
  /** The unit a person belongs to; nothing for inspectors in a team and citizens. */
  unitsOfPerson(person: Person): readonly Unit[];
  isOf(person: Person, unit: string): boolean;
  membersOf(unit: string): readonly Person[];
  /** 联络员, and where there is none who speaks for a community. */
  liaisonsOf(unit: string): readonly Person[];
  deputiesOf(unit: string): readonly Person[];
  principalsOf(unit: string): readonly Person[];
  /** 责任领导 whom the 通报 names: 分管领导, else 一把手, else 联络员 (§12). */
  responsibleOfficials(unit: string): readonly Person[];
  groupsOf(person: Person): readonly Group[];
  /** Names of the groups that are ranked apart (部门, 街道乡镇), in the order of the file. */
  readonly rankingGroups: readonly string[];
  unitsOfRankingGroup(name: string): readonly Unit[];
  /** 督查组 the person is in; null outside. */
  teamOf(person: Person): string | null;
  /** 创城办: its lead first. */
  officePeople(): readonly Person[];
}

/** 路长, 网格员 and so on are roles too; several at once are normal. */
export const hasRole = (person: Person, ...roles: readonly Role[]): boolean =>
  person.roles.some((role) => roles.includes(role));

/** 创城办的人. */
export const isOffice = (person: Person): boolean => hasRole(person, 'officeLead', 'officeStaff');

/** 督查组的人. */
export const isInspector = (person: Person): boolean => hasRole(person, 'inspectorLead', 'inspector');

/** 单位领导: 一把手 or 分管领导. */
export const isUnitLeader = (person: Person): boolean => hasRole(person, 'unitPrincipal', 'unitDeputy');

/** Answers questions about the checked data; indexes once, so every lookup is a map access. */
export function createDirectory(data: DirectoryData): Directory {
  const units = namedIndex(data.units);
  const sites = namedIndex(data.sites);
  const people = namedIndex(data.people);
  const groups = new Map(data.groups.map((group) => [group.id, group]));
  const byWecom = idIndex(data.people, (person) => person.ids.wecom?.toLowerCase());
  const byDingtalk = idIndex(data.people, (person) => person.ids.dingtalk);
  const byUnit = Map.groupBy(data.people, (person) => person.unit);
  const byCanonical = new Map(data.people.map((person) => [person.name, person]));

  const membersOf = (unit: string): readonly Person[] => byUnit.get(unit) ?? [];
  const withRole = (unit: string, ...roles: readonly Role[]): readonly Person[] =>
    membersOf(unit).filter((person) => hasRole(person, ...roles));
  const liaisonsOf = (unit: string): readonly Person[] =>
    firstFilled(withRole(unit, 'unitLiaison'), withRole(unit, 'communityHead'));

  return {
    data,
    city: data.city,
    units: data.units,
    people: data.people,
    sites: data.sites,
    groups: data.groups,
    teams: data.teams,
    unit: (name) => units.get(name),
    unitNames: (word) => {
      const unit = units.get(word);
      return unit === undefined ? (data.unitGroups[word] ?? []) : [unit.name];
    },
    person: (name) => people.get(name),
    personById: (platform, id) => {
      if (platform === 'wecom') return byWecom.get(id.toLowerCase());
      return platform === 'dingtalk' ? byDingtalk.get(id) : byCanonical.get(id);
    },
    group: (id) => groups.get(id),
    groupAt: (platform, chatId) => {
      if (platform === 'simulator') return groups.get(chatId);
      return data.groups.find((group) => chatOf(group, platform) === chatId);
    },
    site: (name) => sites.get(name),
    unitsOfPerson: (person) => data.units.filter((unit) => unit.name === person.unit),
    isOf: (person, unit) => person.unit === unit,
    membersOf,
    liaisonsOf,
    deputiesOf: (unit) => withRole(unit, 'unitDeputy'),
    principalsOf: (unit) => withRole(unit, 'unitPrincipal'),
    responsibleOfficials: (unit) =>
      firstFilled(withRole(unit, 'unitDeputy'), withRole(unit, 'unitPrincipal'), liaisonsOf(unit)),
    groupsOf: (person) => data.groups.filter((group) => group.members.includes(person.name)),
    rankingGroups: [...new Set(data.units.flatMap((unit) => unit.rankingGroup ?? []))],
    unitsOfRankingGroup: (name) => data.units.filter((unit) => unit.rankingGroup === name),
    teamOf: (person) => (person.unit !== null && data.teams.includes(person.unit) ? person.unit : null),
    officePeople: () => [
      ...data.people.filter((person) => hasRole(person, 'officeLead')),
      ...data.people.filter((person) => hasRole(person, 'officeStaff') && !hasRole(person, 'officeLead')),
    ],
  };
}

function firstFilled(...lists: readonly (readonly Person[])[]): readonly Person[] {
  return lists.find((list) => list.length > 0) ?? [];
}

/** Canonical names win over aliases; an alias that two share stands for neither. */
function namedIndex<T extends { readonly name: string; readonly aliases: readonly string[] }>(
  things: readonly T[],
): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  const shared = new Set<string>();
  for (const thing of things) {
    for (const alias of new Set(thing.aliases)) {
      if (index.has(alias)) shared.add(alias);
      index.set(alias, thing);
    }
  }
  for (const alias of shared) index.delete(alias);
  for (const thing of things) index.set(thing.name, thing);
  return index;
}

function idIndex(people: readonly Person[], idOf: (person: Person) => string | undefined): ReadonlyMap<string, Person> {
  return new Map(
    people.flatMap((person) => {
      const id = idOf(person);
      return id === undefined || id === '' ? [] : [[id, person] as const];
    }),
  );
}

const chatOf = (group: Group, platform: 'wecom' | 'dingtalk'): string | undefined =>
  platform === 'wecom' ? group.wecom?.chatId : group.dingtalk?.conversationId;
