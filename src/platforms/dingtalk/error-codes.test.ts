import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failureOf, MEANINGS } from './error-codes.ts';

const handbook = readFileSync(new URL('../../../docs/dingtalk.md', import.meta.url), 'utf8');

describe('error codes', () => {
  it.each(Object.keys(MEANINGS))('%s stands in the handbook, and is worded in Chinese with its code', (code) => {
    expect(handbook).toContain(`\`${code}\``);
    const failure = failureOf(code, 200);
    expect(failure.message).toMatch(/^[一-龥]/u);
    expect(failure.message).toContain(`错误码 ${code}`);
  });

  it.each([
    ['invalidParameter.msgKey.invalid', 400, 'refused'],
    ['miss.param.robotCode', 400, 'refused'],
    ['contain.sensitive', 400, 'refused'],
    ['Forbidden.AccessDenied.New', 403, 'refused'],
    // Flow control says of itself that the call was not carried out; a message must outlive it under every name.
    ['Forbidden.AccessDenied.QpsLimitForSuitekeyAndOrgAndApi', 403, 'later'],
    ['Forbidden.AccessDenied.QpmLimitForSuitekeyAndOrgAndApi', 403, 'later'],
    ['Throttling.User', 400, 'later'],
    ['90001', 200, 'later'],
    ['90005', 200, 'later'],
    ['90014', 200, 'later'],
    ['qps.exceed.limit', 400, 'later'],
    ['request.overlimit', 400, 'later'],
    ['oaplus.query.limit', 400, 'later'],
    ['invalidParameter.token.invalid', 400, 'later'],
    ['invalidParameter.msgParam.tooLong', 400, 'refused'],
    ['token.notExisted', 400, 'refused'],
    ['', 401, 'later'],
    ['', 429, 'later'],
    ['', 400, 'refused'],
    ['', 503, 'unknown'],
    ['never.heard', 500, 'unknown'],
    ['never.heard', 400, 'refused'],
  ])('%s with HTTP %d is %s', (code, status, outcome) => {
    expect(failureOf(code, status).outcome).toBe(outcome);
  });

  it('a limit per minute is waited out', () => {
    expect(failureOf('Forbidden.AccessDenied.QpmLimitForSuitekeyAndOrgAndApi', 403).retryAfterMs).toBe(60_000);
  });

  it.each([
    ['90001', 'blocked'],
    ['41001', 'auth'],
    ['accesstoken.expired', 'auth'],
    ['token.notExisted', 'session'],
  ])('%s is %s', (code, kind) => {
    expect(failureOf(code, 200).kind).toBe(kind);
  });
});
