/** 谁办、何时: the orders of a message, each with its units, people and limit, and the items of a list that it names. */
import { partsOf } from '../unit-parts.ts';
import type { OrderGroup } from './binding.ts';
import { aimOf, type Deed } from './by-thing.ts';
import type { PersonMention } from '../people.ts';
import type { Ordered, Told } from './clauses.ts';
import { itemsBehind, itemsNamed } from './items.ts';
import type { Spans, Stretch } from './spans.ts';
import type { IssueTools } from './tools.ts';

/** Orders with no problem between them are one, unless they share out the items of a list. */
export function ordersOf(
  text: string,
  scene: { sequence: readonly (Told | Ordered)[]; taken: ReadonlySet<number>; count: number },
  spans: Spans,
  tools: IssueTools,
): readonly OrderGroup[] {
  const runs: { at: number; parts: Ordered[]; items: readonly number[] | null }[] = [];
  let isOpen = false;
  for (const [at, part] of scene.sequence.entries()) {
    if (part.kind === 'told') {
      if (scene.taken.has(at)) isOpen = false;
      continue;
    }
    const before = scene.sequence[at - 1];
    const items =
      itemsBehind(text.slice(part.start, part.end), scene.count) ??
      (before?.kind === 'told' && before.sentence === part.sentence ? itemsNamed(before.text, scene.count) : null);
    const last = runs.at(-1);
    const isOwnLimit =
      last !== undefined && (setsLimitApart(part, last.parts, scene, spans) || endsSharing(part, runs, spans));
    if (isOpen && last && items === null && last.items === null && !isOwnLimit) last.parts.push(part);
    else runs.push({ at, parts: [part], items });
    isOpen = true;
  }
  return runs.map((run) => {
    const deeds = deedsOf(run, { ...scene, text, spans }, tools);
    return { ...groupOf(text, run, spans, tools), deeds: deeds.length > 1 ? deeds : [] };
  });
}

interface Run {
  readonly at: number;
  readonly parts: readonly Ordered[];
  readonly items: readonly number[] | null;
}

/** The orders of a run one by one: each begins where somebody else is told to act. A limit over all is that of each. */
function deedsOf(
  { at, parts }: Run,
  {
    text,
    sequence,
    taken,
    spans,
  }: { text: string; sequence: readonly (Told | Ordered)[]; taken: ReadonlySet<number>; spans: Spans },
  tools: IssueTools,
): readonly Deed[] {
  const each: Ordered[][] = [];
  for (const part of parts) {
    const { units, persons, asksStreet } = groupOf(text, { at, parts: [part], items: null }, spans, tools);
    const last = each.at(-1);
    if (last && units.length + persons.length === 0 && !asksStreet) last.push(part);
    else each.push([part]);
  }
  // 垃圾请环卫清: the thing may stand before the name.
  const headOf = (part: Ordered | undefined): string => {
    const index = part === undefined ? -1 : sequence.indexOf(part) - 1;
    const before = sequence[index];
    const isHead =
      before?.kind === 'told' && !taken.has(index) && text.slice(0, part?.start).trimEnd().endsWith(before.text);
    return isHead ? before.text : '';
  };
  const told = each.map((own, no) => {
    const start = own[0]?.start ?? 0;
    const next = each[no + 1]?.[0];
    const end = next ? next.start - headOf(next).length : endOfSentence(text, own.at(-1)?.end ?? start);
    const aim = aimOf(headOf(own[0]) + withoutSpans(text, { start, end }, spans), tools.findCategory);
    return { ...groupOf(text, { at, parts: own, items: null }, spans, tools), ...aim };
  });
  const last = told.at(-1)?.deadline ?? null;
  const isForAll = last !== null && closesAll(each, spans);
  return told.map((deed) => ({ ...deed, deadline: deed.deadline ?? (isForAll ? last : null) }));
}

/** 环卫清垃圾，住建局修灯，3天内: a time in a clause of its own behind the last, where no other has one, is over all of them. */
function closesAll(each: readonly (readonly Ordered[])[], { units, people, actors, deadlines }: Spans): boolean {
  const last = each.at(-1)?.at(-1);
  const isAlone = last !== undefined && !within(last, [...units, ...people, ...actors]);
  return last?.isOverAll === true || (isAlone && !each.flat().some((part) => part !== last && within(part, deadlines)));
}

const endOfSentence = (text: string, from: number): number => {
  const length = text.slice(from).search(/[;。!\n\uE001]/);
  return length < 0 ? text.length : from + length;
};

/** What a stretch says beside the names and the times in it. */
function withoutSpans(text: string, { start, end }: Stretch, { units, people, deadlines, actors }: Spans): string {
  let rest = text.slice(start, end);
  for (const span of [...units, ...people, ...deadlines, ...actors].toSorted((a, b) => b.start - a.start))
    if (start <= span.start && span.end <= end) rest = rest.slice(0, span.start - start) + rest.slice(span.end - start);
  return rest;
}

function groupOf(text: string, { at, parts, items }: Run, spans: Spans, tools: IssueTools): Omit<OrderGroup, 'deeds'> {
  const here = <T extends { start: number }>(all: readonly T[]): T[] =>
    all.filter((span) => parts.some(({ start, end }) => start <= span.start && span.start < end));
  const named = partsOf(text, here(spans.units));
  const mentioned = here(spans.people);
  const people = mentioned.map(({ person }) => person);
  const unitsOf = (all: readonly PersonMention[]): string[] =>
    all.flatMap(({ person: { unit } }) => (unit !== null && tools.unitNames.has(unit) ? [unit] : []));
  // 谢书记牵头、张局配合.
  const helps = ({ end }: PersonMention): boolean => /^(?:做好)?(?:配合|协助|协办|协同)/.test(text.slice(end));
  const fromPeople = unitsOf(mentioned.filter((one) => !helps(one)));
  // 住建局吴局配合: he and his unit are one.
  const isNamedTwice = ({ start }: PersonMention): boolean => spans.units.some(({ end }) => end === start);
  const withUnit = unitsOf(mentioned.filter((one) => helps(one) && isNamedTwice(one)));
  const lead = named.lead.filter((unit) => !withUnit.includes(unit));
  const helpers = unitsOf(mentioned.filter(helps)).filter((unit) => !lead.includes(unit));
  return {
    at,
    sentence: parts[0]?.sentence ?? 0,
    units: [...new Set([...lead, ...fromPeople.filter((unit) => !named.co.includes(unit))])],
    coUnits: [...new Set([...named.co, ...helpers])],
    persons: [...new Set(people.map(({ name }) => name))],
    deadline: here(spans.deadlines).at(-1) ?? null,
    asksStreet: here(spans.actors).some(({ isStreet }) => isStreet),
    isAsked: parts.some(({ isAsked }) => isAsked),
    isOverAll: parts.some((part) => part.isOverAll && within(part, [...spans.units, ...spans.people, ...spans.actors])),
    isLimitOverAll: parts.some((part) => part.isOverAll && within(part, spans.deadlines)),
    isLimitOwn: parts.some(
      (part) =>
        !part.isBracketed &&
        within(part, spans.deadlines) &&
        within(part, [...spans.units, ...spans.people, ...spans.actors]),
    ),
    isShared: parts.some(({ start, end }) => /分别|依次|各自/.test(text.slice(Math.max(0, start - 3), end))),
    items,
  };
}

/** 城管局负责1，住建局负责2、3，28日前: a time behind items that were shared out without one is over all of them. */
const endsSharing = (
  part: Ordered,
  runs: readonly { parts: readonly Ordered[]; items: readonly number[] | null }[],
  { units, people, actors, deadlines }: Spans,
): boolean =>
  runs.length > 1 &&
  runs.every(({ items, parts }) => items !== null && !parts.some((one) => within(one, deadlines))) &&
  within(part, deadlines) &&
  !within(part, [...units, ...people, ...actors]);

/** …，住建局\n30号前: a time in a sentence of its own, behind a unit that stands with its problem, is over all of them. */
function setsLimitApart(
  part: Ordered,
  before: readonly Ordered[],
  { sequence, taken }: { sequence: readonly (Told | Ordered)[]; taken: ReadonlySet<number> },
  { units, people, actors, deadlines }: Spans,
): boolean {
  const last = before.at(-1)?.sentence;
  if (last === part.sentence || !within(part, deadlines) || within(part, [...units, ...people, ...actors]))
    return false;
  return sequence.some((one, at) => one.kind === 'told' && one.sentence === last && taken.has(at));
}

const within = (part: Stretch, spans: readonly Stretch[]): boolean =>
  spans.some(({ start }) => part.start <= start && start < part.end);
