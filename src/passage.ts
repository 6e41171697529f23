/**
 * The answer that travels in the webhook's own response: the one exception to the outbox loop. Its fate is written down before it leaves,
 * so that a crash in between leaves it unknown and not said twice.
 */
import type { OutboxRow, OutboxStore } from '../storage/store.ts';

export interface Passage {
  /**
   * Takes the row before the answer leaves in a response. False where the outbox has it already, or where an earlier message of the
   * conversation still waits: then the response carries nothing.
   */
  readonly carrying: (row: OutboxRow) => Promise<boolean>;
  /** The answer that was taken went out in the response; or it did not. */
  readonly answered: (row: OutboxRow, carried: boolean) => Promise<void>;
  /** No response carries the answer: the outbox need not wait for one. */
  readonly released: (row: OutboxRow) => Promise<void>;
}

export interface PassageOptions {
  readonly outbox: OutboxStore;
  readonly owner: string;
  readonly now: () => Date;
  /** Wakes the outbox loop. */
  readonly poke: () => void;
}

/** Longer than any response takes; only after a crash does a row outlive it. */
const CARRYING_MS = 60_000;

export function createPassage({ outbox, owner, now, poke }: PassageOptions): Passage {
  async function released(row: OutboxRow): Promise<void> {
    await outbox.release(row.id, now());
    poke();
  }

  return {
    released,
    async carrying(row) {
      if (await outbox.isNext(row.id))
        return outbox.claim(row.id, owner, now(), new Date(now().getTime() + CARRYING_MS));
      await released(row);
      return false;
    },
    async answered(row, carried) {
      if (carried) await outbox.sent(row.id, now());
      else await outbox.later(row.id, now(), '没有随回调的应答发出');
      poke();
    },
  };
}
