import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encryptBytes, readKey } from './cipher.ts';
import { createCodec } from './codec.ts';

/** The self-test vectors of the protocol reference (wecom §2.7). */
const secrets = {
  token: 'ChuangChengTok01',
  aesKey: 'Qfbu9dj9g8lmTA7MVRO1d2vzJ7jOEeOaorblL8RBn5o',
  receiveId: '',
};
const RANDOM = Buffer.from('0123456789abcdef');
const ALIGNED =
  '4OBty8cLu+N7Yg8cgLtDicziQUkIRF3ijUccURmWkQBIZ0xJUrktQZuAk74ofh0pwg6v8HDvEBrz2TptJ00rcNG6/csQ3k+egl5X4s/vnKc726P/BNTxVfFBm5i20P/P';
const codec = createCodec(secrets);

const vectors = [
  {
    name: 'verification',
    timestamp: '1767225600',
    nonce: 'n0nce7788',
    plain: '8412093377156620',
    encrypted: '4OBty8cLu+N7Yg8cgLtDiXEqekHDcEAC1EJTeem+0/byEQ/aaNu8j1Y7hbJAr+fufhQYQjVeAtIXg50JriFOag==',
    signature: '34576c70903b8f49325b371556dbd47f34731998',
  },
  {
    name: 'message',
    timestamp: '1767225660',
    nonce: 'n0nce7789',
    plain:
      '{"msgid":"MSG-0001","aibotid":"AIBOT-DEMO","chatid":"GROUP-DEMO-1","chattype":"group","from":{"userid":"wangkai"},"msgtype":"text","text":{"content":"@督办小助手 完成 D-17"}}',
    encrypted:
      '4OBty8cLu+N7Yg8cgLtDiRwEOgPrvMyW6o4CSTRLxxLkVAXNHGFgnUnoFcoDc3h4Y0KnIde/nfNTTfDZHcCeU5d3Cpkth8MiuZgUFswryoFG5dwLRtOcKflTS8t6SEvDTHIN40Ea39jsa2uORMosKBasFYfyw3IyjcNYFPjHHEOpl2wCeGr1Z2WZAzBRceswNrDBtjWp2Deja+Sjm6WXxKH98WnOqlqU/U+Co+hyPOsK/xUAPosNpzlyCHklhTn30edAqHS8nscmqsozWYv//TKTXOy5qiSPADdUYNPzESw=',
    signature: '760afa0843f85743a5ffcf4b69d1c8fe6db94007',
  },
  {
    name: 'a whole block of padding',
    timestamp: '1',
    nonce: 'n',
    plain: `{"a":"${'x'.repeat(36)}"}`,
    encrypted: ALIGNED,
    signature: getSignature(secrets.token, '1', 'n', ALIGNED),
  },
];

describe('callback codec', () => {
  it.each(vectors)('agrees with the reference: $name', ({ plain, encrypted, timestamp, nonce, signature }) => {
    expect(codec.seal(plain, RANDOM)).toBe(encrypted);
    expect(codec.open(encrypted)).toBe(plain);
    expect(codec.sign(timestamp, nonce, encrypted)).toBe(signature);
  });

  it('agrees with the official library in both directions', () => {
    const withId = createCodec({ ...secrets, receiveId: 'ww0demo' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const ours = withId.seal(text);
        expect(decrypt(secrets.aesKey, ours)).toMatchObject({ message: text, id: 'ww0demo' });
        const theirs = encrypt(secrets.aesKey, text, 'ww0demo');
        expect(withId.open(theirs)).toBe(text);
        expect(withId.sign('1767225600', 'n', theirs)).toBe(getSignature(secrets.token, '1767225600', 'n', theirs));
      }),
      { numRuns: 100 },
    );
  });

  it('does not accept a signature that differs in one place or in length', () => {
    const signature = '34576c70903b8f49325b371556dbd47f34731998';
    const encrypted = '4OBty8cLu+N7Yg8cgLtDiXEqekHDcEAC1EJTeem+0/byEQ/aaNu8j1Y7hbJAr+fufhQYQjVeAtIXg50JriFOag==';
    const ask = (given: string): boolean =>
      codec.isSigned({ signature: given, timestamp: '1767225600', nonce: 'n0nce7788' }, encrypted);
    expect(ask(signature)).toBe(true);
    expect(ask(`${signature.slice(0, -1)}9`)).toBe(false);
    expect(ask(signature.slice(1))).toBe(false);
    expect(ask('')).toBe(false);
  });

  it('names both ids when the receive id is not ours', () => {
    const other = createCodec({ ...secrets, receiveId: 'ww-other' });
    expect(() => codec.open(other.seal('{}'))).toThrow('应为""，收到"ww-other"');
  });

  it.each([
    ['not base64', 'a b'],
    ['cut', vectors[1]?.encrypted.slice(0, 64) ?? ''],
    ['tampered', `A${vectors[1]?.encrypted.slice(1) ?? ''}`.replace('Dac', 'Aac').slice(0, -4).concat('AAA=')],
    ['another key', encryptBytes(readKey('A'.repeat(43)), Buffer.alloc(40)).toString('base64')],
    ['too short inside', encryptBytes(readKey(secrets.aesKey), Buffer.alloc(10)).toString('base64')],
    ['a length past the end', encryptBytes(readKey(secrets.aesKey), Buffer.alloc(40, 255)).toString('base64')],
  ])('refuses what is %s', (_name, encrypted) => {
    expect(() => codec.open(encrypted)).toThrow(/密文|填充|解密后/u);
  });
});
