/** 谁办、何时: the orders of a message, each with its units, people and limit, and the items of a list that it names. */
import { partsOf } from '../units.ts';
import type { OrderGroup } from './binding.ts';
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
      itemsBehind(text.slice(part.start, part.end)) ??
      (before?.kind === 'told' && before.sentence === part.sentence ? itemsNamed(before.text, scene.count) : null);
    const last = runs.at(-1);
    if (isOpen && last && items === null && last.items === null) last.parts.push(part);
    else runs.push({ at, parts: [part], items });
    isOpen = true;
  }
  return runs.map(({ at, parts, items }) => groupOf(text, { at, parts, items }, spans, tools));
}

function groupOf(
  text: string,
  { at, parts, items }: { at: number; parts: readonly Ordered[]; items: readonly number[] | null },
  spans: Spans,
  tools: IssueTools,
): OrderGroup {
  const here = <T extends { start: number }>(all: readonly T[]): T[] =>
    all.filter((span) => parts.some(({ start, end }) => start <= span.start && span.start < end));
  const named = partsOf(text, here(spans.units));
  const people = here(spans.people).map(({ person }) => person);
  const fromPeople = people.flatMap(({ unit }) => (unit !== null && tools.unitNames.has(unit) ? [unit] : []));
  return {
    at,
    sentence: parts[0]?.sentence ?? 0,
    units: [...new Set([...named.lead, ...fromPeople.filter((unit) => !named.co.includes(unit))])],
    coUnits: named.co,
    persons: [...new Set(people.map(({ name }) => name))],
    deadline: here(spans.deadlines).at(-1) ?? null,
    asksStreet: here(spans.actors).some(({ isStreet }) => isStreet),
    isAsked: parts.some(({ isAsked }) => isAsked),
    isOverAll: parts.some((part) => part.isOverAll && within(part, [...spans.units, ...spans.people, ...spans.actors])),
    isLimitOverAll: parts.some((part) => part.isOverAll && within(part, spans.deadlines)),
    isShared: parts.some(({ start, end }) => /分别|依次|各自/.test(text.slice(Math.max(0, start - 3), end))),
    items,
  };
}

const within = (part: Stretch, spans: readonly Stretch[]): boolean =>
  spans.some(({ start }) => part.start <= start && start < part.end);
