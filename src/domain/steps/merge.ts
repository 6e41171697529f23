import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { mayReassign } from '../rights.ts';
import { requireRight, requireState } from './state.ts';

/**
 * 合并 (domain §4): the older number survives, units join. Records and photos are joined by whoever saves it.
 * Throws Refusal: `right`, `issue.same`, `issue.state`.
 */
export function merge(
  one: Issue,
  other: Issue,
  { by }: { by: Person },
): { readonly survivor: Issue; readonly merged: Issue } {
  requireRight(mayReassign(by), '合并由创城办办理。');
  if (one.no === other.no) throw new Refusal('issue.same', `#${one.no}不能与自己合并。可回复：445和327重复，合并`);
  const [older, newer] = one.no < other.no ? [one, other] : [other, one];
  requireState(newer, ['draft', 'dispatched', 'claimed'], '合并');
  requireState(older, ['dispatched', 'claimed', 'reported', 'suspended'], '合并');
  const units = [...new Set([...older.units, ...newer.units])];
  const coUnits = [...new Set([...older.coUnits, ...newer.coUnits])].filter((unit) => !units.includes(unit));
  return {
    survivor: { ...older, units, coUnits, urgent: older.urgent || newer.urgent },
    merged: { ...newer, state: 'merged', mergedInto: older.no },
  };
}
