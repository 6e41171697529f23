/** The access token: fetched when needed, one fetch at a time, renewed once when the vendor says it is no good (dingtalk §7.1). */
import { z } from 'zod';
import { at, harmless } from './api.ts';
import type { Api } from './api.ts';
import { DingtalkFailure, SERVER } from './error-codes.ts';

export interface Token {
  /** Makes a call with a valid token. Where the vendor refuses the token, renews it and makes the call once more. */
  use<T>(call: (token: string) => Promise<T>): Promise<T>;
}

/** It is renewed this much before its time is over, so that none expires on the way; one of a short life at half of it. */
const EARLY_MS = 5 * 60_000;

const answer = z.object({ accessToken: z.string().min(1), expireIn: z.coerce.number().positive() });

export function createToken(parts: {
  readonly api: Api;
  readonly apiBase: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly now: () => Date;
}): Token {
  let held: { readonly token: string; readonly until: number } | undefined;
  let fetching: Promise<string> | undefined;

  async function fetchToken(): Promise<string> {
    const body = { appKey: parts.clientId, appSecret: parts.clientSecret };
    const value = await harmless(() => parts.api.open(at(parts.apiBase, '/v1.0/oauth2/accessToken'), body));
    const read = answer.safeParse(value);
    if (!read.success) throw new DingtalkFailure({ ...SERVER, outcome: 'later', wait: 5_000 }, '');
    const lifeMs = read.data.expireIn * 1000;
    held = {
      token: read.data.accessToken,
      until: parts.now().getTime() + lifeMs - Math.min(EARLY_MS, lifeMs / 2),
    };
    return held.token;
  }

  async function get(): Promise<string> {
    if (held !== undefined && parts.now().getTime() < held.until) return held.token;
    fetching ??= fetchToken().finally(() => (fetching = undefined));
    return fetching;
  }

  return {
    async use(call) {
      const token = await get();
      try {
        return await call(token);
      } catch (error) {
        if (!(error instanceof DingtalkFailure) || error.kind !== 'auth') throw error;
        // Another call may have renewed it meanwhile; only the refused one is thrown away.
        if (held?.token === token) held = undefined;
        return call(await get());
      }
    },
  };
}
