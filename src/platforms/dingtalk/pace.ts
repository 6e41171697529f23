/** So many per time and address, kept before the vendor has to say so: a sliding window in memory (dingtalk §6.4, §8.1). */
import { DeliveryError } from '../../chat.ts';

export interface Pace {
  /** Throws DeliveryError `later`, with the time until there is room, unless `count` more fit now. Takes nothing. */
  check(key: string, count: number): void;
  /** Checks and counts one. */
  take(key: string): void;
  /** After the vendor's own refusal: nothing for so long. */
  rest(key: string, forMs: number): void;
}

export function createPace(limit: { readonly most: number; readonly periodMs: number }, now: () => Date): Pace {
  const taken = new Map<string, readonly number[]>();
  const restsUntil = new Map<string, number>();

  /** A message of more parts than fit in one period may begin when the period is empty. */
  function waitMs(key: string, count: number): number {
    const moment = now().getTime();
    const recent = (taken.get(key) ?? []).filter((time) => time > moment - limit.periodMs);
    if (recent.length === 0) taken.delete(key);
    else taken.set(key, recent);
    const over = recent.length + Math.min(count, limit.most) - limit.most;
    const freed = over > 0 ? recent[over - 1] : undefined;
    const forWindow = freed === undefined ? 0 : freed + limit.periodMs - moment;
    return Math.max(forWindow, (restsUntil.get(key) ?? 0) - moment, 0);
  }

  function check(key: string, count: number): void {
    const wait = waitMs(key, count);
    if (wait > 0) throw new DeliveryError('later', '已到钉钉的发送频率上限，稍后自动继续发送', wait);
  }

  return {
    check,
    take(key) {
      check(key, 1);
      taken.set(key, [...(taken.get(key) ?? []), now().getTime()]);
    },
    rest(key, forMs) {
      restsUntil.set(key, now().getTime() + forMs);
    },
  };
}
