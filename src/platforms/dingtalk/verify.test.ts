import { describe, expect, it } from 'vitest';
import { signatureOf, STALE_AFTER_MS, whyNotSigned } from './verify.ts';

const TIMESTAMP = '1767225600000';
const SECRET = 'demo-app-secret-0006';
const SIGN = 'b/VqLrQWH5+5FBPDaW3hDikeWUeb8+i8dMpjI3Jl9JE=';
const AT = Number(TIMESTAMP);

describe('signature', () => {
  it.each([
    ['the callback of a robot', SECRET, SIGN],
    ['a group webhook', 'SECdemo0014', 'BuX1ew+6DeXb/4rApI+2NQHHLweIZGUvR0TrvkjRJzc='],
  ])('of %s is as in the worked example', (_name, secret, expected) => {
    expect(signatureOf(TIMESTAMP, secret)).toBe(expected);
  });

  it.each([
    ['right', { timestamp: TIMESTAMP, sign: SIGN }, 0, null],
    ['right, an hour late', { timestamp: TIMESTAMP, sign: SIGN }, STALE_AFTER_MS, null],
    ['right, an hour early', { timestamp: TIMESTAMP, sign: SIGN }, -STALE_AFTER_MS, null],
    ['stale', { timestamp: TIMESTAMP, sign: SIGN }, STALE_AFTER_MS + 1, '回调时间与本机相差超过一小时'],
    ['from the future', { timestamp: TIMESTAMP, sign: SIGN }, -STALE_AFTER_MS - 1, '回调时间与本机相差超过一小时'],
    ['another time', { timestamp: '1767225600001', sign: SIGN }, 0, '签名不对'],
    ['one sign changed', { timestamp: TIMESTAMP, sign: SIGN.replace('b', 'c') }, 0, '签名不对'],
    ['cut short', { timestamp: TIMESTAMP, sign: SIGN.slice(0, -1) }, 0, '签名不对'],
    ['encoded for a query', { timestamp: TIMESTAMP, sign: encodeURIComponent(SIGN) }, 0, '签名不对'],
    ['no signature', { timestamp: TIMESTAMP }, 0, '缺少签名'],
    ['no timestamp', { sign: SIGN }, 0, '缺少签名'],
    ['a timestamp that is no number', { timestamp: `${TIMESTAMP} `, sign: SIGN }, 0, '时间戳不是毫秒数'],
  ])('%s', (_name, headers, lateMs, expected) => {
    expect(whyNotSigned(headers, SECRET, new Date(AT + lateMs))).toBe(expected);
  });
});
