/** The same fault means the same at both vendors: what never left is sent again, what may have arrived is not. */
import { describe, expect, it } from 'vitest';
import { createApi as createDingtalkApi } from './dingtalk/api.ts';
import { REAL_TIMERS } from './dingtalk/options.ts';
import { createApi as createWecomApi } from './wecom/api.ts';

/** An unrepeatable message through each vendor's own calls. */
const sends: readonly [name: string, send: (given: typeof fetch) => Promise<unknown>][] = [
  [
    '企业微信',
    (given) =>
      createWecomApi({ fetch: given }).call({
        url: 'https://qyapi.example/send',
        what: '向群里发送',
        repeatable: false,
        json: {},
      }),
  ],
  [
    '钉钉',
    (given) =>
      createDingtalkApi({
        fetch: given,
        timers: REAL_TIMERS,
        now: () => new Date(0),
        timeoutMs: 1_000,
        blockedRestMs: 1_000,
      }).open(new URL('https://api.example/send'), {}),
  ],
];

const failing =
  (code: string): typeof fetch =>
  () =>
    Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));

const answering =
  (status: number): typeof fetch =>
  () =>
    Promise.resolve(new Response('', { status }));

describe.each(sends)('%s', (_name, send) => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('%s: nothing was sent, it is tried again', async (code) => {
    await expect(send(failing(code))).rejects.toMatchObject({ outcome: 'later' });
  });

  it.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'ABORT_ERR', ''])(
    '“%s”: it may have arrived, nobody repeats it',
    async (code) => {
      await expect(send(failing(code))).rejects.toMatchObject({ outcome: 'unknown' });
    },
  );

  it.each([500, 502, 503, 504])('HTTP %d: it may have arrived, nobody repeats it', async (status) => {
    await expect(send(answering(status))).rejects.toMatchObject({ outcome: 'unknown' });
  });
});
