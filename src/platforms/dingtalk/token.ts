/** The access token of the app (dingtalk §7.1). */
import { z } from 'zod';
import { createToken } from '../token.ts';
import type { Token, WithToken } from '../token.ts';
import { at, harmless } from './api.ts';
import type { Api } from './api.ts';
import { DingtalkFailure, SERVER } from './error-codes.ts';

const answer = z.object({ accessToken: z.string().min(1), expireIn: z.coerce.number().positive() });

export function createAppToken(parts: {
  readonly api: Api;
  readonly apiBase: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly now: () => Date;
}): WithToken {
  async function fetchToken(): Promise<Token> {
    const body = { appKey: parts.clientId, appSecret: parts.clientSecret };
    const value = await harmless(() => parts.api.open(at(parts.apiBase, '/v1.0/oauth2/accessToken'), body));
    const read = answer.safeParse(value);
    if (!read.success) throw new DingtalkFailure({ ...SERVER, outcome: 'later', wait: 5_000 }, '');
    return { text: read.data.accessToken, lastsMs: read.data.expireIn * 1000 };
  }

  const isRefused = (error: unknown): boolean => error instanceof DingtalkFailure && error.kind === 'auth';
  return createToken({ fetchToken, isRefused, now: parts.now });
}
