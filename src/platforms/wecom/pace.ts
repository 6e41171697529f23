/** So many per time and address, kept before the vendor has to say so: sliding windows in memory (wecom §1.1, §4.8, §6.1). */
import { DeliveryError } from '../../chat.ts';
import type { VendorError } from './error-codes.ts';

export interface Window {
  readonly most: number;
  readonly periodMs: number;
}

/** 群机器人: 20 a minute per webhook (wecom §6.1). */
export const WEBHOOK_WINDOWS: readonly Window[] = [{ most: 20, periodMs: 60_000 }];

/** Long connection: answers and pushes together, per conversation (wecom §4.8). 自建应用 per member has the same figures (wecom §6.3). */
export const CONVERSATION_WINDOWS: readonly Window[] = [
  { most: 30, periodMs: 60_000 },
  { most: 1000, periodMs: 3_600_000 },
];

export interface Pace {
  /** Throws DeliveryError `later` unless `count` sends to this key fit now. Takes nothing. */
  check(key: string, count: number): void;
  /** Counts one send. Throws DeliveryError `later` with the time until there is room. */
  take(key: string): void;
  /** After the vendor's own refusal: nothing for so long. */
  pause(key: string, forMs: number): void;
}

const THROTTLED = 45009;

/** What becomes of a refusal: one for frequency lets this key rest, and the message waits as long. */
export function throttled(error: VendorError, rest: { pace: Pace; key: string; ms: number }): DeliveryError {
  if (error.errcode !== THROTTLED) return error;
  rest.pace.pause(rest.key, rest.ms);
  return new DeliveryError('later', error.message, rest.ms);
}

export function createPace(windows: readonly Window[], now: () => Date): Pace {
  const longestMs = Math.max(...windows.map((window) => window.periodMs));
  const sent = new Map<string, number[]>();
  const pausedUntil = new Map<string, number>();

  function waitMs(key: string, count: number): number {
    const at = now().getTime();
    const times = (sent.get(key) ?? []).filter((time) => time > at - longestMs);
    if (times.length === 0) sent.delete(key);
    else sent.set(key, times);
    const waits = windows.map(({ most, periodMs }) => {
      const recent = times.filter((time) => time > at - periodMs);
      const over = recent.length + Math.min(count, most) - most;
      const freed = over > 0 ? recent[over - 1] : undefined;
      return freed === undefined ? 0 : freed + periodMs - at;
    });
    return Math.max(0, (pausedUntil.get(key) ?? 0) - at, ...waits);
  }

  function check(key: string, count: number): void {
    const wait = waitMs(key, count);
    if (wait > 0) throw new DeliveryError('later', '已达企业微信的发送频率上限，稍后自动继续发送。', wait);
  }

  return {
    check,
    take(key) {
      check(key, 1);
      sent.set(key, [...(sent.get(key) ?? []), now().getTime()]);
    },
    pause(key, forMs) {
      pausedUntil.set(key, now().getTime() + forMs);
    },
  };
}
