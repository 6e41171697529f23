/** What can go wrong on the vendor's side, switched on by a test for the next calls (dingtalk §11). */

export type Part =
  | 'token'
  | 'gateway'
  /** The websocket that the gateway's address leads to. */
  | 'connect'
  | 'group'
  | 'batch'
  | 'session'
  | 'webhook'
  | 'upload'
  | 'download'
  | 'picture'
  | 'card'
  | 'card-address';

export type Fault =
  /** The connection is cut before anything happened. */
  | { readonly kind: 'cut' }
  /** Done, but the answer never arrives. */
  | { readonly kind: 'lost' }
  /** Done, and the answer comes only when the test lets it (`releaseLate`). */
  | { readonly kind: 'late' }
  /** Nothing done, an HTTP status with a page. */
  | { readonly kind: 'status'; readonly status: number }
  /** Nothing done, an error of the vendor: on the old host inside a 200, on the new one with the status. */
  | { readonly kind: 'code'; readonly code: string; readonly status?: number }
  /** Done, and the JSON of the answer is cut in the middle. */
  | { readonly kind: 'truncated' }
  /** Done, and the JSON says nothing of what was promised. */
  | { readonly kind: 'wrong' };

export interface Faults {
  /** The next `times` calls of this part go wrong. */
  add(part: Part, fault: Fault, times?: number): void;
  /** The fault that is due now, taken off the list. */
  take(part: Part): Fault | undefined;
  /** Asked on every call after the listed ones are used up; for runs where a share of all calls fails. */
  setChance(chance: ((part: Part) => Fault | undefined) | undefined): void;
}

export function createFaults(): Faults {
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
