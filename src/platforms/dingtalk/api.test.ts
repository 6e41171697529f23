import { describe, expect, it } from 'vitest';
import { createApi } from './api.ts';
import { REAL_TIMERS } from './options.ts';

/** Answers of both hosts as others have recorded them (dingtalk §8.2). */
const url = new URL('https://dingtalk.test/any');

function answering(status: number, body: unknown): ReturnType<typeof createApi> {
  return createApi({
    fetch: () => Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })),
    timers: REAL_TIMERS,
    now: () => new Date(),
    timeoutMs: 1_000,
    blockedRestMs: 1_000,
  });
}

describe('what an answer of the old host comes to', () => {
  it.each([
    ['the sub code', { errcode: 88, sub_code: '90018', sub_msg: '调用过快', errmsg: 'x' }, 'later', '90018'],
    ['under its other name', { errcode: 88, subcode: '90018', submsg: '调用过快', errmsg: 'x' }, 'later', '90018'],
    [
      'only in the words',
      { errcode: 88, errmsg: 'ding talk error[subcode=90002,submsg=当前所有钉钉应用调用该接口次数过多]' },
      'later',
      '90002',
    ],
    ['nowhere', { errcode: 88, errmsg: 'ding talk error' }, 'unknown', '88'],
    ['empty', { errcode: 88, sub_code: '', errmsg: 'ding talk error[subcode=,submsg=]' }, 'unknown', '88'],
    [
      'a timeout behind it',
      { errcode: 15, sub_code: 'isp.hsf-timeout', errmsg: 'Remote service error' },
      'unknown',
      '15',
    ],
    ['as a text', { errcode: '130101', errmsg: 'send too fast' }, 'later', '130101'],
  ])('%s', async (_, body, outcome, code) => {
    await expect(answering(200, body).old(url, {})).rejects.toMatchObject({ outcome, code });
  });
});

describe('what an answer of the new host comes to', () => {
  it.each([
    [403, { code: 'Forbidden.AccessDenied.QpsLimitForSuitekeyAndOrgAndApi', message: 'x' }, 'later'],
    [429, { code: 'Throttling', message: 'x' }, 'later'],
    [400, { code: 'invalidParameter.msgKey.invalid', message: 'x' }, 'refused'],
    [404, '<html>not found</html>', 'refused'],
    [403, '<html>denied</html>', 'later'],
  ])('%d %j', async (status, body, outcome) => {
    await expect(answering(status, body).open(url, {})).rejects.toMatchObject({ outcome });
  });
});
