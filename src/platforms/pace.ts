/** So many sends per time and address, kept before a vendor has to say so: sliding windows in memory (wecom §1.1, §6; dingtalk §6.4, §8.1). */
import { DeliveryError } from '../chat.ts';

export interface Window {
  readonly most: number;
  readonly periodMs: number;
}

export interface Pace {
  /** Throws DeliveryError `later` unless `count` sends to this key fit now. Counts nothing. */
  check(key: string, count: number): void;
  /**
   * Runs `call` as one send to each of these keys. The vendor counts it when it arrives, at some moment of the call; so it counts here
   * from its beginning until a whole period after its end. Throws DeliveryError `later` where there is no room, and runs nothing then.
   */
  send<T>(keys: readonly string[], call: () => Promise<T>): Promise<T>;
  /** A send of an earlier run of the program. */
  remember(key: string, at: Date): void;
  /** After the vendor's own refusal: nothing for so long. */
  rest(key: string, forMs: number): void;
}

/** Null while the call is under way. */
interface Sent {
  endedAt: number | null;
}

/** `vendor` stands in the words of the error. */
export function createPace(given: {
  readonly windows: readonly Window[];
  readonly vendor: string;
  readonly now: () => Date;
}): Pace {
  const { windows, vendor } = given;
  const now = (): number => given.now().getTime();
  const longestMs = Math.max(...windows.map(({ periodMs }) => periodMs));
  const sent = new Map<string, Sent[]>();
  const restsUntil = new Map<string, number>();

  function add(key: string, one: Sent): void {
    sent.set(key, [...(sent.get(key) ?? []), one]);
  }

  /** When the sends to this key ended that may still count, oldest first. */
  function recent(key: string, at: number): number[] {
    const all = (sent.get(key) ?? []).filter(({ endedAt }) => endedAt === null || endedAt > at - longestMs);
    if (all.length === 0) sent.delete(key);
    else sent.set(key, all);
    return all.map(({ endedAt }) => endedAt ?? at).toSorted((one, other) => one - other);
  }

  /** A message of more parts than fit in one period may begin when the period is empty. */
  function waitMs(key: string, count: number): number {
    const at = now();
    const ends = recent(key, at);
    const waits = windows.map(({ most, periodMs }) => {
      const counted = ends.filter((end) => end > at - periodMs);
      const over = counted.length + Math.min(count, most) - most;
      const freed = over > 0 ? counted[over - 1] : undefined;
      return freed === undefined ? 0 : freed + periodMs - at;
    });
    return Math.max(0, (restsUntil.get(key) ?? 0) - at, ...waits);
  }

  function check(key: string, count: number): void {
    const wait = waitMs(key, count);
    if (wait > 0) throw new DeliveryError('later', `已达${vendor}的发送频率上限，稍后自动继续发送`, { exactMs: wait });
  }

  return {
    check,
    async send(keys, call) {
      for (const key of keys) check(key, 1);
      const one: Sent = { endedAt: null };
      for (const key of keys) add(key, one);
      try {
        return await call();
      } finally {
        one.endedAt = now();
      }
    },
    remember: (key, at) => add(key, { endedAt: at.getTime() }),
    rest(key, forMs) {
      restsUntil.set(key, now() + forMs);
    },
  };
}
