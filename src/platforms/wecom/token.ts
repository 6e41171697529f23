/** access_token of the 自建应用: fetched when needed, one fetch at a time, renewed once upon "invalid" or "expired" (wecom §6.2). */
import { VendorError } from './error-codes.ts';

/** Renewed so long before its end, so that no call starts with a token about to expire. */
const EARLY_MS = 5 * 60_000;
const TOKEN_ERRORS: ReadonlySet<number> = new Set([40014, 42001]);

export interface Token {
  readonly text: string;
  readonly lastsMs: number;
}

/** Runs calls with a valid token. */
export type WithToken = <T>(call: (token: string) => Promise<T>) => Promise<T>;

export function createToken(fetchToken: () => Promise<Token>, now: () => Date): WithToken {
  let held: { text: string; until: number } | undefined;
  let fetching: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const { text, lastsMs } = await fetchToken();
    held = { text, until: now().getTime() + Math.max(lastsMs - EARLY_MS, lastsMs / 2) };
    return text;
  }

  function current(): Promise<string> {
    if (held !== undefined && now().getTime() < held.until) return Promise.resolve(held.text);
    fetching ??= renew().finally(() => (fetching = undefined));
    return fetching;
  }

  return async (call) => {
    const token = await current();
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof VendorError) || !TOKEN_ERRORS.has(error.errcode)) throw error;
      // Another call may have renewed it meanwhile; only the token that failed is dropped.
      if (held?.text === token) held = undefined;
      return call(await current());
    }
  };
}
