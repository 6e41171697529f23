/** AES-256-CBC as WeCom uses it: the IV is the head of the key, the padding is PKCS#7 to blocks of 32 (wecom §2.1, §3.6). */
import { createCipheriv, createDecipheriv } from 'node:crypto';

const KEY_BYTES = 32;
const IV_BYTES = 16;
/** Node's own unpadding knows blocks of 16 only and throws on values 17..32, so both directions are done by hand. */
const PAD_BLOCK = 32;

/** The bytes are not what this key encrypts. The message says which check failed, in Chinese for the log, and holds no secret. */
export class CipherError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CipherError';
  }
}

/**
 * EncodingAESKey or the `aeskey` beside a link → 32 bytes. Takes 43 characters of base64 with or without `=`, or 64 hex digits.
 * Throws CipherError on anything else.
 */
export function readKey(text: string): Buffer {
  const key = /^[0-9a-f]{64}$/iu.test(text)
    ? Buffer.from(text, 'hex')
    : /^[A-Za-z0-9+/]{43}=?$/u.test(text)
      ? Buffer.from(text, 'base64')
      : undefined;
  if (key?.length !== KEY_BYTES) throw new CipherError('密钥格式不对：应为 43 个字符');
  return key;
}

/** Pads and encrypts. */
export function encryptBytes(key: Buffer, plain: Buffer): Buffer {
  const pad = PAD_BLOCK - (plain.length % PAD_BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, IV_BYTES)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]);
}

/** Decrypts and takes the padding off. Throws CipherError when length or padding do not fit. */
export function decryptBytes(key: Buffer, encrypted: Buffer): Buffer {
  if (encrypted.length === 0 || encrypted.length % IV_BYTES !== 0) throw new CipherError('密文长度不对');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, IV_BYTES)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypted), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  if (pad < 1 || pad > PAD_BLOCK || pad > padded.length) throw new CipherError('填充不对');
  if (padded.subarray(padded.length - pad).some((byte) => byte !== pad)) throw new CipherError('填充不对');
  return padded.subarray(0, padded.length - pad);
}
