/** 轮廓: a text with a mark for each name, so that who does what can be seen whatever they are called: 463Ⓟ跟一下, 428给Ⓤ. */
import type { PersonMention } from './people.ts';
import type { UnitMention } from './units.ts';

/** A unit, a person; the sender's own unit is 我们. */
const MARKS = { unit: 'Ⓤ', person: 'Ⓟ', ours: '我们' } as const;

/** `ours`: the sender's unit. Of names that overlap the first counts. */
export function outlineOf(
  text: string,
  { units, people }: { units: readonly UnitMention[]; people: readonly PersonMention[] },
  ours: string | null,
): string {
  const names = [
    ...units.map(({ start, end, units: named }) => ({
      start,
      end,
      mark: ours !== null && named.includes(ours) ? MARKS.ours : MARKS.unit,
    })),
    ...people.map(({ start, end }) => ({ start, end, mark: MARKS.person })),
  ];
  let [out, at] = ['', 0];
  for (const { start, end, mark } of names.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    out += text.slice(at, start) + mark;
    at = end;
  }
  return (out + text.slice(at)).replace(/[俺咱]们?(?=[管办认接领收来负])/g, MARKS.ours);
}
