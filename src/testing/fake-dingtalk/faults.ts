/** What can go wrong on the vendor's side (dingtalk §11). */
import { createFaults as create } from '../faults.ts';
import type { Faults as AnyFaults } from '../faults.ts';
import type { HttpFault } from '../fake-http.ts';

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

export type OwnFault =
  /** Nothing done, an error of the vendor: on the old host inside a 200, on the new one with the status. */
  | { readonly kind: 'code'; readonly code: string; readonly status?: number }
  /** Done, and the JSON of the answer is cut in the middle. */
  | { readonly kind: 'truncated' }
  /** Done, and the JSON says nothing of what was promised. */
  | { readonly kind: 'wrong' };

export type Fault = HttpFault | OwnFault;
export type Faults = AnyFaults<Part, Fault>;

export const createFaults = (): Faults => create<Part, Fault>();
