/** Progress of one message as the outbox keeps it, without an outbox: what was noted last is there at the next attempt. */
import type { Progress } from '../chat.ts';

export interface KeptProgress extends Progress {
  /** A part is under way. */
  readonly isLeaving: boolean;
}

export function createProgress(): KeptProgress {
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
