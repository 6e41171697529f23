/** 再点名: a clause that only says which items of the list, or which thing told before, the order behind it is about. */
import type { Ordered, Told } from './clauses.ts';
import { itemsNamed } from './items.ts';

/** 1、2 市监局, 垃圾请环卫清: only says which items, or which thing told before, the next order is about. */
export function isNamedAgain(
  told: Told,
  parts: readonly (readonly [number, Told | Ordered])[],
  /** What was told of the same place. */
  before: readonly { readonly text: string }[],
): boolean {
  const next = parts[parts.findIndex(([, part]) => part === told) + 1]?.[1];
  if (next?.kind !== 'order' || next.isBracketed || told.isHeading) return false;
  const thing = told.text.replace(/^(?:这[些个]?|那[些个]?)|(?:的(?:问题|事)?|问题|这[块边]|那[块边])$/g, '');
  const isThingAgain =
    thing.length <= 5 && before.some(({ text }) => text.length > thing.length && text.includes(thing));
  return itemsNamed(told.text, 1) !== null || isThingAgain;
}
