/** Presses over HTTP: the address is registered once, and each press is signed by a formula of its own (dingtalk §7.7). */
import { createHmac } from 'node:crypto';
import { isSame, isStale, TOO_OLD } from './verify.ts';

/** Where presses go in HTTP mode; the secret is ours to choose. */
export interface CardAddress {
  readonly url: string;
  readonly secret: string;
}

/** Names our address among those of the app. */
export const ROUTE_KEY = 'chuangcheng-duban';

const [SIGNATURE, TIMESTAMP] = ['x-ddpaas-signature', 'x-ddpaas-signature-timestamp'];

type Headers = Readonly<Record<string, string | undefined>>;

/** The reason where nothing but the age is wrong. */
export const PRESS_TOO_OLD = `卡片${TOO_OLD}`;

export const isCardCallback = (headers: Headers): boolean => headers[SIGNATURE] !== undefined;

/** base64(HMAC-SHA256(secret, timestamp)): the message is the timestamp alone. */
function cardSignatureOf(timestamp: string, secret: string): string {
  return createHmac('sha256', secret).update(timestamp).digest('base64');
}

/** Why a press is not believed, in Chinese for the log; null when it is. */
export function whyNotSignedCard(headers: Headers, secret: string | undefined, now: Date): string | null {
  if (secret === undefined) return '没有配置卡片回调地址';
  const timestamp = headers[TIMESTAMP] ?? '';
  if (!/^\d{1,16}$/u.test(timestamp)) return '卡片回调的时间戳不是毫秒数';
  if (!isSame(headers[SIGNATURE] ?? '', cardSignatureOf(timestamp, secret))) return '卡片回调签名不对';
  return isStale(timestamp, now) ? PRESS_TOO_OLD : null;
}

/** Tells the vendor the address before the first card, once; throws what the call throws, and then the next card tries again. */
export function createRegistration(
  address: CardAddress | null,
  register: (body: Readonly<Record<string, unknown>>) => Promise<void>,
): () => Promise<void> {
  let done: Promise<void> | undefined;
  return async () => {
    if (address === null) return;
    const { url: callbackUrl, secret: apiSecret } = address;
    done ??= register({ apiSecret, callbackUrl, callbackRouteKey: ROUTE_KEY, forceUpdate: true });
    try {
      await done;
    } catch (error) {
      done = undefined;
      throw error;
    }
  };
}
