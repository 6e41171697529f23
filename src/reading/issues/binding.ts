/** 谁管哪件: which of the orders of a message goes with which of its problems. Where it is unsure, with none. */
import type { Deadline } from '../deadlines.ts';
import type { Place } from '../place.ts';
import { byThing, type Deed } from './by-thing.ts';

export interface OrderGroup {
  /** Its place in the row of problems and orders. */
  readonly at: number;
  readonly sentence: number;
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  readonly persons: readonly string[];
  readonly deadline: Deadline | null;
  /** 街道 without a name: the street office of the place. */
  readonly asksStreet: boolean;
  readonly isAsked: boolean;
  readonly isOverAll: boolean;
  /** 都要明天下班前. */
  readonly isLimitOverAll: boolean;
  /** 住建局3天内换: the time is said to somebody in one breath; behind a comma it may be over all. */
  readonly isLimitOwn: boolean;
  /** 分别由…: the first unit for the first problem, the second for the second. */
  readonly isShared: boolean;
  /** Numbers of the items of the list that it names; null: it names none. */
  readonly items: readonly number[] | null;
  /** Its orders one by one, where several are told to act: 环卫清垃圾，住建局修路灯. */
  readonly deeds: readonly Deed[];
}

export interface BoundRow {
  readonly at: number;
  readonly sentence: number;
  /** Number of its item in the list, from 1. */
  readonly item: number | null;
  /** The number that it goes by: its item's, or its place among the problems. */
  readonly number: number;
  /** Nothing but its mark parts its item from the one before: 1…2…3…. */
  readonly isRunOn: boolean;
  readonly place: Place | null;
  readonly category: string | null;
  readonly text: string;
}

/** For each problem the group it takes its units from, and the one it takes its deadline from. */
export function bind(
  rows: readonly BoundRow[],
  groups: readonly OrderGroup[],
): readonly { who: OrderGroup | null; when: OrderGroup | null }[] {
  const naming = withHelpers(groups.filter(namesSomebody));
  const limiting = groups.flatMap((group) =>
    group.deadline === null ? [] : [{ ...group, isOverAll: group.isLimitOverAll }],
  );
  const bound = rows.map((row) => {
    const who = groupFor(row, rows, naming);
    return { row, who: who && shareOf(who, row, rows), when: limitFor(row, rows, { groups: limiting, who }) };
  });
  return bound.map(({ row, who, when }) => {
    const own = who && ownDeeds(who, row, bound);
    return own ? { who: united(own), when: own.findLast(({ deadline }) => deadline !== null) ?? null } : { who, when };
  });
}

/** The orders in a group that are about this problem; null where they do not tell its problems apart. */
function ownDeeds(
  { at, deeds }: OrderGroup,
  row: BoundRow,
  bound: readonly { row: BoundRow; who: OrderGroup | null }[],
): readonly OrderGroup[] | null {
  const under = bound.flatMap((one) => (one.who?.at === at ? [one.row] : []));
  return (
    byThing(deeds, under)
      ?.get(row)
      ?.map((deed) => ({ ...deed, deeds: [] })) ?? null
  );
}

/** Its own unit of a group that is shared out; none where the numbers do not match. */
function shareOf(group: OrderGroup, row: BoundRow, rows: readonly BoundRow[]): OrderGroup {
  if (!group.isShared || rows.length === 1 || group.units.length === 1) return group;
  const own = group.units.length === rows.length ? group.units[rows.indexOf(row)] : undefined;
  return { ...group, units: own === undefined ? [] : [own], coUnits: own === undefined ? [] : group.coUnits };
}

const namesSomebody = ({ units, coUnits, persons, asksStreet }: OrderGroup): boolean =>
  units.length + coUnits.length + persons.length > 0 || asksStreet;

/** 环卫配合 alone belongs to the order before it, or after it. */
function withHelpers(groups: readonly OrderGroup[]): readonly OrderGroup[] {
  const joined: OrderGroup[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    const isHelper = (one: OrderGroup): boolean => one.units.length === 0 && one.coUnits.length > 0 && !one.asksStreet;
    if (last && (isHelper(group) || isHelper(last)) && group.items === null)
      joined[joined.length - 1] = {
        ...(isHelper(last) ? group : last),
        at: isHelper(last) ? group.at : last.at,
        coUnits: [...last.coUnits, ...group.coUnits],
        isOverAll: last.isOverAll || group.isOverAll,
      };
    else joined.push(group);
  }
  return joined;
}

function groupFor(row: BoundRow, rows: readonly BoundRow[], groups: readonly OrderGroup[]): OrderGroup | null {
  if (rows.length === 1 && groups.length > 0) return groups.every(isSame) ? (groups[0] ?? null) : united(groups);
  const numbered = groups.find(({ items }) => items !== null && items.includes(row.number));
  if (numbered) return numbered;
  const plain = groups.filter(({ items }) => items === null);
  const [first] = plain;
  if (!first) return null;
  const begins = first.at < (rows[0]?.at ?? 0);
  const endsOpen = (rows.at(-1)?.at ?? 0) > (plain.at(-1)?.at ?? 0);
  const before = plain.findLast(({ at }) => at < row.at) ?? null;
  // 城管局:人民路…; 环卫:解放路…: each name goes before its problems.
  if (begins && endsOpen) return before;
  const after = plain.find(({ at }) => at > row.at);
  if (after && covers(after, row, { rows, groups: plain })) return after;
  if (before && before.at < (rows[0]?.at ?? 0)) return before;
  const neighbour = before && rows.findLast(({ at }) => at < before.at);
  return before && neighbour && sharesPlace(neighbour, row) ? before : null;
}

const isSame = (group: OrderGroup, _: number, all: readonly OrderGroup[]): boolean => group === all[0];

/** One problem, told to several one after the other. */
function united(groups: readonly OrderGroup[]): OrderGroup | null {
  const [first] = groups;
  if (!first) return null;
  const units = [...new Set(groups.flatMap((group) => group.units))];
  return {
    ...first,
    units,
    coUnits: [...new Set(groups.flatMap((group) => group.coUnits))].filter((unit) => !units.includes(unit)),
    persons: [...new Set(groups.flatMap((group) => group.persons))],
    asksStreet: groups.some(({ asksStreet }) => asksStreet),
  };
}

function limitFor(
  row: BoundRow,
  rows: readonly BoundRow[],
  { groups, who }: { groups: readonly OrderGroup[]; who: OrderGroup | null },
): OrderGroup | null {
  const first = rows[0]?.at ?? 0;
  if (rows.length === 1) return groups.at(-1) ?? null;
  const numbered = groups.find(({ items }) => items !== null && items.includes(row.number));
  if (numbered) return numbered;
  const after = groups.find(({ at }) => at > row.at);
  // …，交警增派人手，另外减速带坏了，住建局3天内换: the time said to the other is his alone.
  const isOthers =
    after !== undefined &&
    who !== null &&
    after.isLimitOwn &&
    row.at < who.at &&
    rows.some(({ at }) => who.at < at && at < after.at);
  if (after && (!isOthers || after.isOverAll) && covers(after, row, { rows, groups })) return after;
  const overAll = groups.findLast((group) => group.isOverAll || isAlone(group, rows));
  // 城管局今天把…，环卫把…: the time said to the one is not the other's.
  const opening = groups.find(({ at }) => at < first) ?? null;
  const isAnothers = opening !== null && namesSomebody(opening) && who !== null && who.at !== opening.at;
  return overAll ?? (isAnothers ? null : opening);
}

/** Whether an order behind a problem is over it: the last problem before it for sure, others only with reason. */
function covers(
  group: OrderGroup,
  row: BoundRow,
  { rows, groups }: { readonly rows: readonly BoundRow[]; readonly groups: readonly OrderGroup[] },
): boolean {
  const nearest = rows.findLast(({ at }) => at < group.at);
  if (!nearest) return false;
  // 人车混行、…违停: told in one breath.
  if (nearest === row || nearest.at === row.at || group.isOverAll || isAlone(group, rows) || sharesPlace(nearest, row))
    return true;
  const isOnly = groups.length === 1 && rows.every(({ at }) => at < group.at);
  const inOneSentence = nearest.sentence === row.sentence;
  const inOneList = nearest.item !== null && row.item !== null;
  const isRunOn = rows.every(({ item, isRunOn: goesOn }, at) => item !== null && (at === 0 || goesOn));
  return (
    isOnly &&
    (isRunOn || (inOneSentence && nearest.category === row.category) || (group.isAsked && (inOneSentence || inOneList)))
  );
}

/** A sentence of its own. */
const isAlone = (group: OrderGroup, rows: readonly BoundRow[]): boolean =>
  rows.every(({ sentence }) => sentence !== group.sentence);

/** 阳光新城3栋 and 阳光新城7栋, 文昌路23号 and 文昌路41号. */
function sharesPlace(a: BoundRow, b: BoundRow): boolean {
  if (a.place === null || b.place === null) return true;
  if (a.place.site !== null && a.place.site === b.place.site) return true;
  const [one, other] = [a.place.text, b.place.text];
  const same = Array.from(one).findIndex((char, i) => char !== other[i]);
  return same === -1 || same >= 3;
}
