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
    ['', 401, 'later'],
    ['', 429, 'later'],
    ['', 400, 'refused'],
    ['', 503, 'unknown'],
    ['never.heard', 500, 'unknown'],
    ['never.heard', 400, 'refused'],
  ])('%s with HTTP %d is %s', (code, status, outcome) => {
    expect(failureOf(code, status).outcome).toBe(outcome);
  });
});
