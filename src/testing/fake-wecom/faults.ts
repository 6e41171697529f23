/** What can go wrong on the vendor's side, switched on by a test for the next calls. */
import { createFaults as create } from '../faults.ts';
import type { Faults as AnyFaults } from '../faults.ts';
import type { HttpFault } from '../fake-http.ts';

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
  | 'socket';

export type OwnFault =
  /** Nothing done, an error code in a good answer: 45009 throttled, 42001 expired … */
  | { readonly kind: 'code'; readonly errcode: number; readonly errmsg?: string }
  /** Done, but what comes back is no JSON. */
  | { readonly kind: 'garbage' }
  /** Done, and the JSON that comes back says nothing of what was promised. */
  | { readonly kind: 'wrong' }
  /** Done, and the connection breaks before the answer. */
  | { readonly kind: 'severed' };

/** On the socket `lost` is: no acknowledgement. */
export type Fault = HttpFault | OwnFault;
export type Faults = AnyFaults<Part, Fault>;

export const createFaults = (): Faults => create<Part, Fault>();
