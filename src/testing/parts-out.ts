/** PartsOut of one message as the outbox keeps it, without an outbox: what was noted last is there at the next attempt. */
import type { PartsOut } from '../chat.ts';

export interface KeptPartsOut extends PartsOut {
  /** A part is under way. */
  readonly isLeaving: boolean;
}

export function createPartsOut(): KeptPartsOut {
  let note: string | null = null;
  let isLeaving = false;
  return {
    get note() {
      return note;
    },
    get isLeaving() {
      return isLeaving;
    },
    out(said) {
      note = said;
      isLeaving = false;
      return Promise.resolve();
    },
    leaving() {
      isLeaving = true;
      return Promise.resolve();
    },
  };
}
