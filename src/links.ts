/** Signed links to pages: whoever holds one may look for as long as it lives, nobody else may (contract §2 PUBLIC_URL, LINK_SECRET). */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Links {
  /** Address of a problem's page. The same for all who ask on one day, so that a chat does not fill with different links. */
  readonly issue: (no: number) => string;
  /** Whether this is a link of ours for this problem and still alive. `expires` and `signature` as they stood in the query. */
  readonly isGood: (no: number, expires: string, signature: string) => boolean;
}

export interface LinksOptions {
  /** Base without a slash at the end. */
  readonly publicUrl: string;
  readonly secret: string;
  readonly now: () => Date;
}

const DAY_MS = 86_400_000;
/** A problem is rarely longer on its way; an old card's link is renewed by asking for the problem again. */
const LIFE_DAYS = 14;

export function createLinks({ publicUrl, secret, now }: LinksOptions): Links {
  const sign = (no: number, expires: string): string =>
    createHmac('sha256', secret).update(`issue\n${no}\n${expires}`).digest('base64url').slice(0, 32);

  return {
    issue(no) {
      const expires = String((Math.floor(now().getTime() / DAY_MS) + LIFE_DAYS) * (DAY_MS / 1000));
      return `${publicUrl}/p/${no}?e=${expires}&s=${sign(no, expires)}`;
    },
    isGood(no, expires, signature) {
      if (!/^\d{1,12}$/u.test(expires)) return false;
      const [given, right] = [Buffer.from(signature), Buffer.from(sign(no, expires))];
      return given.length === right.length && timingSafeEqual(given, right) && Number(expires) * 1000 > now().getTime();
    },
  };
}
