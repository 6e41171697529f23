/** What goes wrong on a vendor's side, switched on by a test for the next calls of a part of it. */

export interface Faults<Part, Fault> {
  /** The next `times` calls of this part go wrong. */
  add(part: Part, fault: Fault, times?: number): void;
  /** The fault that is due now, taken off the list. */
  take(part: Part): Fault | undefined;
  /** Asked on every call after the listed ones are used up; for runs where a share of all calls fails. */
  setChance(chance: ((part: Part) => Fault | undefined) | undefined): void;
}

export function createFaults<Part, Fault>(): Faults<Part, Fault> {
  const lists = new Map<Part, Fault[]>();
  let chance: ((part: Part) => Fault | undefined) | undefined;
  return {
    add(part, fault, times = 1) {
      lists.set(part, [...(lists.get(part) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    take: (part) => lists.get(part)?.shift() ?? chance?.(part),
    setChance(given) {
      chance = given;
    },
  };
}
