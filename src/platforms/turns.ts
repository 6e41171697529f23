/** One after the other within a conversation, side by side between conversations: nobody waits for another group's trouble. */
import type { Incoming } from '../chat.ts';

export interface Turns {
  /** Does the work when all that was taken before in this conversation is done. `work` must not throw. */
  take(of: Pick<Incoming, 'chatKind' | 'chatId'>, work: () => Promise<void>): void;
  /** Resolves when everything taken so far is done. */
  settled(): Promise<void>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    take({ chatKind, chatId }, work) {
      const key = `${chatKind}:${chatId}`;
      const turn = (last.get(key) ?? Promise.resolve()).then(work);
      last.set(key, turn);
      void turn.finally(() => {
        if (last.get(key) === turn) last.delete(key);
      });
    },
    async settled() {
      await Promise.all(last.values());
    },
  };
}
