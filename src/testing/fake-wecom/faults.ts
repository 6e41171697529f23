/** What can go wrong on the vendor's side, switched on by a test for the next calls. */

/** A part of the vendor: the HTTP interfaces by what they do, and the socket. */
export type Part =
  | 'webhook'
  | 'webhook-upload'
  | 'token'
  | 'message'
  | 'media'
  | 'ids'
  | 'response'
  | 'picture'
  | 'socket-login'
  | 'socket'
  /** What the vendor brings to us: callbacks and frames. */
  | 'delivery';

export type Fault =
  /** The connection is cut before anything happened. */
  | { readonly kind: 'cut' }
  /** Done, but the answer never arrives. On the socket: no acknowledgement. */
  | { readonly kind: 'lost' }
  /** Done, and the answer comes only when the test lets it (`releaseLate`). A delivery leaves only then. */
  | { readonly kind: 'late' }
  /** Done, and the connection breaks before the answer. */
  | { readonly kind: 'severed' }
  /** Nothing done, an HTTP status. */
  | { readonly kind: 'status'; readonly status: number }
  /** Nothing done, an error code in a good answer: 45009 throttled, 42001 expired … */
  | { readonly kind: 'code'; readonly errcode: number; readonly errmsg?: string }
  /** Done, but what comes back is no JSON. A delivery is torn. */
  | { readonly kind: 'garbage' }
  /** Done, and the JSON that comes back says nothing of what was promised. */
  | { readonly kind: 'wrong' }
  /** Deliveries only: twice. */
  | { readonly kind: 'doubled' }
  /** Deliveries only: after the next one. */
  | { readonly kind: 'outOfOrder' };

export interface Faults {
  /** The next `times` calls of this part go wrong. */
  add(part: Part, fault: Fault, times?: number): void;
  /** The fault that is due now, taken off the list. */
  take(part: Part): Fault | undefined;
  /** Asked on every call (not on deliveries) after the listed ones are used up; for runs where a share of all calls fails. */
  setChance(chance: ((part: Part) => Fault | undefined) | undefined): void;
}

export function createFaults(): Faults {
  const lists = new Map<Part, Fault[]>();
  let chance: ((part: Part) => Fault | undefined) | undefined;
  return {
    add(part, fault, times = 1) {
      lists.set(part, [...(lists.get(part) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    take: (part) => lists.get(part)?.shift() ?? (part === 'delivery' ? undefined : chance?.(part)),
    setChance(given) {
      chance = given;
    },
  };
}
