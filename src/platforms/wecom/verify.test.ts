import { describe, expect, it } from 'vitest';
import { createCodec } from './codec.ts';
import { readQuery, whyNotSigned } from './verify.ts';

const codec = createCodec({
  token: 'ChuangChengTok01',
  aesKey: 'Qfbu9dj9g8lmTA7MVRO1d2vzJ7jOEeOaorblL8RBn5o',
  receiveId: '',
});
const echostr = '4OBty8cLu+N7Yg8cgLtDiXEqekHDcEAC1EJTeem+0/byEQ/aaNu8j1Y7hbJAr+fufhQYQjVeAtIXg50JriFOag==';
const head = 'msg_signature=34576c70903b8f49325b371556dbd47f34731998&timestamp=1767225600&nonce=n0nce7788&echostr=';

describe('query of a callback', () => {
  it.each([
    ['percent-encoded', encodeURIComponent(echostr)],
    ['with a bare plus', echostr],
  ])('keeps the echo text whole when %s', (_name, sent) => {
    const query = readQuery(head + sent);
    expect(query.echostr).toBe(echostr);
    expect(whyNotSigned(codec, { query, encrypted: echostr }, { now: new Date(0), staleAfterMs: null })).toBeNull();
  });

  it('decodes once only', () => {
    expect(readQuery('nonce=%2541').nonce).toBe('%41');
  });

  it('survives broken escapes', () => {
    expect(readQuery('nonce=%zz&timestamp')).toMatchObject({ nonce: '%zz', timestamp: '', signature: '' });
  });
});

describe('age of a callback', () => {
  const query = readQuery(head + echostr);
  const at = (seconds: number): Date => new Date((1_767_225_600 + seconds) * 1000);

  it.each([
    [600, null],
    [601, '回调时间过旧'],
    [-601, '回调时间过旧'],
  ])('%d seconds apart with a limit of ten minutes: %s', (seconds, expected) => {
    expect(whyNotSigned(codec, { query, encrypted: echostr }, { now: at(seconds), staleAfterMs: 600_000 })).toBe(
      expected,
    );
  });

  it('is of no matter without a limit', () => {
    expect(whyNotSigned(codec, { query, encrypted: echostr }, { now: at(40_000_000), staleAfterMs: null })).toBeNull();
  });
});
