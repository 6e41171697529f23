import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptBytes, encryptBytes, readKey } from './cipher.ts';

const KEY_TEXT = 'Qfbu9dj9g8lmTA7MVRO1d2vzJ7jOEeOaorblL8RBn5o';
const key = readKey(KEY_TEXT);

describe('file cipher', () => {
  it('agrees with the reference vector for a file', () => {
    const encrypted = 'd53a372c6fb109cf00fd2e9f7972153d1f3cf6273f90188ea6c2abd5bc923c93';
    expect(encryptBytes(key, Buffer.from('photo-bytes-for-selftest')).toString('hex')).toBe(encrypted);
    expect(decryptBytes(key, Buffer.from(encrypted, 'hex')).toString()).toBe('photo-bytes-for-selftest');
  });

  it('gives back every length across all padding values', () => {
    for (let length = 0; length <= 64; length += 1) {
      const plain = Buffer.alloc(length, 7);
      const encrypted = encryptBytes(key, plain);
      expect(encrypted.length % 32).toBe(0);
      expect(encrypted.length).toBeGreaterThan(length);
      expect(decryptBytes(key, encrypted)).toEqual(plain);
    }
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(decryptBytes(key, encryptBytes(key, Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a cut block', encryptBytes(key, Buffer.from('x')).subarray(0, 31)],
    ['noise', Buffer.alloc(64, 9)],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decryptBytes(key, bytes)).toThrow(/密文长度不对|填充不对/u);
  });
});

describe('keys', () => {
  it.each([
    ['43 characters', KEY_TEXT],
    ['with its equals sign', `${KEY_TEXT}=`],
    ['64 hex digits', key.toString('hex')],
  ])('are read from %s', (_name, text) => {
    expect(readKey(text)).toEqual(key);
  });

  it.each(['', 'short', `${KEY_TEXT}A`, KEY_TEXT.replace('Q', '*')])('are refused: %j', (text) => {
    expect(() => readKey(text)).toThrow('密钥格式不对');
  });
});
