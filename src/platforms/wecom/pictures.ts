/** Fetches the bytes of a received picture: expected hosts only, size limited while it streams, decrypted (wecom §3.6). */
import { DeliveryError } from '../../chat.ts';
import { pictureTypeOf } from '../../picture-type.ts';
import type { Api } from './api.ts';
import { CipherError, decryptBytes, readKey } from './cipher.ts';

/** Object storage and media hosts of the vendor; private deployments name their own in the settings. */
export const PICTURE_HOSTS: readonly string[] = ['myqcloud.com', 'qq.com', 'qpic.cn'];
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;
/** What encryption may add at most: one block. */
const PADDING_BYTES = 32;

/** The vendor takes two kinds of picture from us (wecom §6.1); what else there is goes as a file. */
export function isTakenAsPicture(bytes: Buffer): boolean {
  const type = pictureTypeOf(bytes);
  return type === 'image/jpeg' || type === 'image/png';
}

export interface PictureLimits {
  readonly api: Api;
  readonly hosts: readonly string[];
  readonly apiBase: string;
  readonly maxBytes: number;
}

/**
 * Link → original bytes. The link lives 5 minutes, so a refusal by the storage is final. Throws DeliveryError: `refused` for a
 * foreign host, an expired link, too many bytes or a wrong key; `later` for faults on the way.
 */
export async function fetchPicture(link: { url: string; key: string }, limits: PictureLimits): Promise<Buffer> {
  if (!isExpected(link.url, limits)) throw new DeliveryError('refused', '图片地址不是企业微信的，已拒绝下载。');
  const response = await limits.api.open(link.url, '下载图片').catch((error: unknown) => {
    const refused = error instanceof DeliveryError && error.outcome === 'refused';
    throw refused ? new DeliveryError('refused', '图片链接已失效（有效期 5 分钟），请重新发送图片。') : error;
  });
  const encrypted = await readBounded(response, limits.maxBytes + PADDING_BYTES);
  let plain: Buffer;
  try {
    plain = decryptBytes(readKey(link.key), encrypted);
  } catch (error) {
    if (!(error instanceof CipherError)) throw error;
    throw new DeliveryError('refused', `图片无法解密（${error.message}），请重新发送图片。`);
  }
  if (plain.length > limits.maxBytes) throw tooLarge(limits.maxBytes);
  return plain;
}

/** Body of a response, at most `maxBytes`; the download is broken off as soon as it is more. */
export async function readBounded(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    throw new DeliveryError('later', '图片下载中断，稍后自动重试。', 5_000);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): DeliveryError {
  return new DeliveryError('refused', `图片超过 ${Math.floor(maxBytes / 1024 / 1024)} MB，请压缩后重新发送。`);
}

/** Keeps a forged link from leading us to inner addresses. */
function isExpected(text: string, { hosts, apiBase }: PictureLimits): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const base = new URL(apiBase);
  if (url.hostname === base.hostname) return url.protocol === base.protocol || url.protocol === 'https:';
  return url.protocol === 'https:' && hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}
