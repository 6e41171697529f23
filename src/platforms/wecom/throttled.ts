/** The vendor's own word for "too often" (wecom §6.1, §7). */
import { DeliveryError } from '../../chat.ts';
import type { Pace } from '../pace.ts';
import type { VendorError } from './error-codes.ts';

const THROTTLED = 45009;

/** What becomes of a refusal: one for frequency lets this key rest, and the message waits as long. */
export function throttled(error: VendorError, rest: { pace: Pace; key: string; ms: number }): DeliveryError {
  if (error.errcode !== THROTTLED) return error;
  rest.pace.rest(rest.key, rest.ms);
  return new DeliveryError('later', error.message, { exactMs: rest.ms });
}
