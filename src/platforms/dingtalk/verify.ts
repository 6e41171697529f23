/** The two signatures of the same formula: callbacks of the enterprise robot and 加签 of a group webhook (dingtalk §2.1, §6.2). Pure. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the timestamp of a callback may be from our clock, in ms: one hour, as the vendor prescribes (dingtalk §2.1). */
export const STALE_AFTER_MS = 3_600_000;

/** The reason where nothing but the age is wrong. */
export const TOO_OLD = '回调时间与本机相差超过一小时';

/** base64(HMAC-SHA256(secret, timestamp + "\n" + secret)), not URL-encoded. `timestamp` in ms. */
export function signatureOf(timestamp: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

/** Why a callback is not believed, in Chinese for the log; null when it is. The signature covers the timestamp only, never the body. */
export function whyNotSigned(
  headers: Readonly<Record<string, string | undefined>>,
  secret: string,
  now: Date,
): string | null {
  const timestamp = headers['timestamp'] ?? '';
  const sign = headers['sign'] ?? '';
  if (timestamp === '' || sign === '') return '缺少签名';
  if (!/^\d{1,16}$/u.test(timestamp)) return '时间戳不是毫秒数';
  if (!isSame(sign, signatureOf(timestamp, secret))) return '签名不对';
  if (isStale(timestamp, now)) return TOO_OLD;
  return null;
}

export function isStale(timestamp: string, now: Date): boolean {
  return Math.abs(now.getTime() - Number(timestamp)) > STALE_AFTER_MS;
}

/** Compares without telling by its duration where the difference is. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
