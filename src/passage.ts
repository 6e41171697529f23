/**
 * The answer that travels in the webhook's own response: the one exception to the outbox loop. Its fate is written down before it leaves,
 * so that a crash in between leaves it unknown and not said twice. Whether the vendor took it is never confirmed; what speaks against it
 * makes it unknown, too.
 */
import { setTimeout } from 'node:timers/promises';
import type { PlatformName } from './chat.ts';
import type { Delivery, OutboxRow, OutboxStore } from '../storage/store.ts';

/** `carried`: out in good time. `late`: out when the vendor may have hung up. `cut`: known not to have gone out. */
export type Passed = 'carried' | 'late' | 'cut';

/** `at` null: the vendor's clock is not known, ours stands in. */
export interface Delivered {
  readonly id: string;
  readonly at: Date | null;
}

export interface Passage {
  /**
   * Takes the row for the response to this delivery, in the transaction that adds it (`outbox` is that transaction's). False where an
   * earlier message of the conversation still waits: then the response carries nothing.
   */
  readonly carrying: (row: OutboxRow, delivery: Delivered, outbox: OutboxStore) => Promise<boolean>;
  /** Resolves when it is written down. */
  readonly answered: (row: OutboxRow, passed: Passed) => Promise<void>;
  /** No response carries the answer: the outbox need not wait for one. */
  readonly released: (row: OutboxRow) => Promise<void>;
  /** A message that was handled before is delivered again: where the vendor does so for want of a response, that one was not taken. */
  readonly repeated: (platform: PlatformName, delivery: Delivered) => Promise<void>;
}

export interface PassageOptions {
  readonly outbox: OutboxStore;
  readonly owner: string;
  readonly now: () => Date;
  /** Wakes the outbox loop. */
  readonly poke: () => void;
  readonly log: (line: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Longer than any response takes; only after a crash does a row outlive it. */
const CARRYING_MS = 60_000;
/** Marks of so long are written in one commit: each commit waits for the disk. A crash before it leaves the row unknown, not said twice. */
const TOGETHER_MS = 20;
/**
 * A vendor that has had no response asks again after its five seconds (whole seconds on its clock), and once more. What comes sooner is
 * the same delivery twice on the network, what comes much later is somebody's replay: neither says anything about the response.
 */
const RETRY_FROM_MS = 4_000;
const RETRY_TO_MS = 10 * 60_000;

export function createPassage({ outbox, owner, now, poke, log }: PassageOptions): Passage {
  const dated = ({ id, at }: Delivered): Delivery => ({ id, at: at ?? now() });

  async function released(row: OutboxRow): Promise<void> {
    await outbox.release(row.id, now());
    poke();
  }

  /** Out in a response, and not marked in a commit of their own yet. */
  let marks: string[] = [];
  let writing: Promise<void> | undefined;

  function mark(id: string): Promise<void> {
    marks.push(id);
    writing ??= setTimeout(TOGETHER_MS).then(() => {
      const ids = marks;
      [marks, writing] = [[], undefined];
      return outbox.carried(ids, now());
    });
    return writing;
  }

  return {
    released,
    async carrying(row, delivery, within) {
      const at = now();
      // The marks ride along, so that an answer that is out holds up none behind it. What is written twice is the same.
      await within.carried([...marks], at);
      if (!(await within.isNext(row.id))) return false;
      const until = new Date(at.getTime() + CARRYING_MS);
      return within.carry(row.id, { owner, at, until, delivery: dated(delivery) });
    },
    async answered(row, passed) {
      switch (passed) {
        case 'carried':
          await mark(row.id);
          break;
        case 'late':
          await outbox.gaveUp(row.id, 'unknown', '答复随回调发出时已接近平台的时限，不确定是否送达', now());
          break;
        case 'cut':
          await outbox.notCarried(row.id, now(), '没有随回调的应答发出');
      }
      poke();
    },
    async repeated(platform, delivery) {
      const { id, at } = dated(delivery);
      const earlier = { id, from: new Date(at.getTime() - RETRY_TO_MS), to: new Date(at.getTime() - RETRY_FROM_MS) };
      const doubted = await outbox.doubt(
        platform,
        earlier,
        '平台重推了同一条消息，随回调发出的答复不确定是否送达',
        now(),
      );
      if (doubted > 0) log('vendor delivered again, the answer in the first response is doubtful', { platform, id });
    },
  };
}
