/** 访问令牌: fetched when needed, one fetch at a time, renewed once when the vendor says it is no good (wecom §6.2, dingtalk §7.1). */

/** Renewed so long before its end, so that no call starts with a token about to expire; one of a short life at half of it. */
const EARLY_MS = 5 * 60_000;

export interface Token {
  readonly text: string;
  readonly lastsMs: number;
}

export interface TokenParts {
  /** Asks the vendor for a new one; what it throws is thrown by the call that needed it. */
  readonly fetchToken: () => Promise<Token>;
  /** Of what a call throws: the vendor refuses the token and nothing else. */
  readonly isRefused: (error: unknown) => boolean;
  readonly now: () => Date;
}

/** Makes a call with a valid token. Where the vendor refuses the token, renews it and makes the call once more. */
export type WithToken = <T>(call: (token: string) => Promise<T>) => Promise<T>;

export function createToken({ fetchToken, isRefused, now }: TokenParts): WithToken {
  let held: { readonly text: string; readonly until: number } | undefined;
  let fetching: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const { text, lastsMs } = await fetchToken();
    held = { text, until: now().getTime() + lastsMs - Math.min(EARLY_MS, lastsMs / 2) };
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
      if (!isRefused(error)) throw error;
      // Another call may have renewed it meanwhile; only the token that failed is dropped.
      if (held?.text === token) held = undefined;
      return call(await current());
    }
  };
}
