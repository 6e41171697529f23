/**
 * The envelope of WeCom's HTTP callbacks: framing, receive id and signature (wecom §2.1–2.3). Our own, strict: the official
 * @wecom/crypto checks neither padding nor length nor receive id, so it serves the tests as an oracle only.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { CipherError, decryptBytes, encryptBytes, readKey } from './cipher.ts';

const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

export interface Secrets {
  readonly token: string;
  /** EncodingAESKey, 43 characters. */
  readonly aesKey: string;
  /** Empty for the in-house 智能机器人, the corpid for the 自建应用. */
  readonly receiveId: string;
}

export interface Codec {
  /** Lower-case hex signature over token, timestamp, nonce and the encrypted text. */
  sign(timestamp: string, nonce: string, encrypted: string): string;
  /** Compares in constant time. */
  isSigned(query: { signature: string; timestamp: string; nonce: string }, encrypted: string): boolean;
  /** Plain text → base64. `random` (16 bytes) is given by tests only. */
  seal(message: string, random?: Buffer): string;
  /** Base64 → plain text. Throws CipherError with the reason; on a wrong receive id the reason holds both ids. */
  open(encrypted: string): string;
}

/** Throws CipherError when the key is malformed. */
export function createCodec(secrets: Secrets): Codec {
  const key = readKey(secrets.aesKey);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  function sign(timestamp: string, nonce: string, encrypted: string): string {
    const sorted = [secrets.token, timestamp, nonce, encrypted].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return createHash('sha1').update(sorted.join('')).digest('hex');
  }

  return {
    sign,

    isSigned({ signature, timestamp, nonce }, encrypted) {
      const given = Buffer.from(signature);
      const right = Buffer.from(sign(timestamp, nonce, encrypted));
      return given.length === right.length && timingSafeEqual(given, right);
    },

    seal(message, random = randomBytes(RANDOM_BYTES)) {
      const text = Buffer.from(message);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(text.length);
      return encryptBytes(key, Buffer.concat([random, length, text, Buffer.from(secrets.receiveId)])).toString(
        'base64',
      );
    },

    open(encrypted) {
      if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(encrypted)) throw new CipherError('密文不是 base64');
      const plain = decryptBytes(key, Buffer.from(encrypted, 'base64'));
      if (plain.length < RANDOM_BYTES + LENGTH_BYTES) throw new CipherError('解密后的内容太短');
      const end = RANDOM_BYTES + LENGTH_BYTES + plain.readUInt32BE(RANDOM_BYTES);
      if (end > plain.length) throw new CipherError('解密后的长度字段不对');
      const receiveId = decodeUtf8(decoder, plain.subarray(end));
      if (receiveId !== secrets.receiveId) {
        throw new CipherError(
          `接收方标识不符：应为"${secrets.receiveId}"，收到"${receiveId}"，可能用错了另一个应用的密钥`,
        );
      }
      return decodeUtf8(decoder, plain.subarray(RANDOM_BYTES + LENGTH_BYTES, end));
    },
  };
}

function decodeUtf8(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new CipherError('解密后的内容不是 UTF-8');
  }
}
