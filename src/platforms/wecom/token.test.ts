import { describe, expect, it } from 'vitest';
import { VendorError } from './error-codes.ts';
import { createToken } from '../token.ts';
import type { Token, WithToken } from '../token.ts';
import { isTokenRefused } from './token.ts';

const tokenOf = (fetchToken: () => Promise<Token>, now: () => Date): WithToken =>
  createToken({ fetchToken, isRefused: isTokenRefused, now });

function source(): { withToken: WithToken; fetched: () => number; pass: (ms: number) => void } {
  let fetched = 0;
  let at = 0;
  const withToken = tokenOf(
    async () => {
      fetched += 1;
      await Promise.resolve();
      return { text: `t${fetched}`, lastsMs: 7_200_000 };
    },
    () => new Date(at),
  );
  return { withToken, fetched: () => fetched, pass: (ms) => void (at += ms) };
}

const echo = (token: string): Promise<string> => Promise.resolve(token);

describe('access token', () => {
  it('is fetched once for twenty calls at a time, and again near its end', async () => {
    const { withToken, fetched, pass } = source();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => withToken(echo)));
    expect(new Set(tokens)).toEqual(new Set(['t1']));
    pass(6_899_999);
    expect(await withToken(echo)).toBe('t1');
    pass(1);
    expect(await withToken(echo)).toBe('t2');
    expect(fetched()).toBe(2);
  });

  it.each([40014, 42001])('is renewed once on %d, for all calls together', async (code) => {
    const { withToken, fetched } = source();
    const call = (token: string): Promise<string> =>
      token === 't1' ? Promise.reject(new VendorError(code, '')) : Promise.resolve(token);
    expect(await Promise.all([withToken(call), withToken(call), withToken(call)])).toEqual(['t2', 't2', 't2']);
    expect(fetched()).toBe(2);
  });

  it('a second refusal in a row is reported', async () => {
    const { withToken, fetched } = source();
    await expect(withToken(() => Promise.reject(new VendorError(40014, '')))).rejects.toMatchObject({
      outcome: 'later',
    });
    expect(fetched()).toBe(2);
  });

  it('a failed fetch does not end the chain', async () => {
    let tries = 0;
    const withToken = tokenOf(
      () => {
        tries += 1;
        return tries === 1
          ? Promise.reject(new VendorError(-1, ''))
          : Promise.resolve({ text: 't', lastsMs: 7_200_000 });
      },
      () => new Date(0),
    );
    await expect(withToken(echo)).rejects.toMatchObject({ errcode: -1 });
    expect(await withToken(echo)).toBe('t');
  });
});
