/** How far a message of several pieces has got. In memory: after a restart the outbox itself counts an interrupted message as unknown. */

export interface Progress {
  /** Pieces that are out. */
  done: number;
  /** How often the next piece may or may not have gone out through the group webhook; 0 when nothing is uncertain. */
  uncertain: number;
  /** The vendor no longer knows the session webhook that came with the message. */
  isSessionGone: boolean;
}

export interface ProgressMemory {
  of(id: string): Progress;
  forget(id: string): void;
}

/** Messages that are given up elsewhere are never forgotten here by name, so the oldest make room. */
const MOST_REMEMBERED = 10_000;

export function createProgress(): ProgressMemory {
  const known = new Map<string, Progress>();
  return {
    of(id) {
      const progress = known.get(id) ?? { done: 0, uncertain: 0, isSessionGone: false };
      known.delete(id);
      known.set(id, progress);
      const [oldest] = known.keys();
      if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
      return progress;
    },
    forget(id) {
      known.delete(id);
    },
  };
}
