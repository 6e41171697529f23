/** A received picture: download code → signed address → bytes (dingtalk §7.4). Codes expire soon, so this runs at once after the commit. */
import { DeliveryError } from '../../chat.ts';
import { harmless } from './api.ts';
import type { OpenApi } from './open-api.ts';
import type { Timers } from './options.ts';
import { readPicture } from './picture-ref.ts';
import { isLoopback } from './vendor-address.ts';

export interface PictureParts {
  readonly openApi: OpenApi;
  readonly fetch: typeof fetch;
  readonly timers: Timers;
  readonly apiBase: string;
  /** Null: any public name. */
  readonly hosts: readonly string[] | null;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

const AGAIN_MS = 2_000;

/** The original bytes. Throws DeliveryError: `refused` is final (expired, too large, an odd host), `later` may be tried again. */
export async function fetchPicture(ref: string, parts: PictureParts): Promise<Buffer> {
  const source = readPicture(ref);
  if (source === null) throw new DeliveryError('refused', '图片的引用无法识别');
  const address = await harmless(() => parts.openApi.addressOfPicture(source.downloadCode, source.robotCode));
  const url = allowedAddress(address, parts);
  if (url === null) throw new DeliveryError('refused', '图片的下载地址不在允许的范围内，没有下载');
  const abort = new AbortController();
  const timer = parts.timers.set(() => abort.abort(), parts.timeoutMs);
  try {
    return await download(url, parts, abort.signal);
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    throw new DeliveryError('later', '图片下载中断，稍后自动重试', AGAIN_MS);
  } finally {
    parts.timers.clear(timer);
  }
}

async function download(url: URL, parts: PictureParts, signal: AbortSignal): Promise<Buffer> {
  // The address is signed by itself: no token and no header of ours goes along.
  const response = await parts.fetch(url, { redirect: 'manual', signal });
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    throw new DeliveryError('later', `图片暂时取不到（HTTP ${response.status}），稍后自动重试`, AGAIN_MS);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > parts.maxBytes) throw new DeliveryError('refused', '图片过大，没有保存，请压缩后重新发送');
    chunks.push(chunk);
  }
  if (size === 0) throw new DeliveryError('later', '图片内容为空，稍后自动重试', AGAIN_MS);
  return Buffer.concat(chunks);
}

/** Public names only; addresses of this machine only where the vendor's host itself is this machine (tests). */
function allowedAddress(address: string, { apiBase, hosts }: PictureParts): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '') return null;
  if (isLoopback(url.hostname)) return isLoopback(new URL(apiBase).hostname) ? url : null;
  const isNumber = /^[\d.]+$|^\[/u.test(url.hostname);
  const isPublicName = !isNumber && url.hostname.includes('.') && !/\.(?:local|internal|lan|home)$/u.test(url.hostname);
  if (!isPublicName) return null;
  if (hosts === null) return url;
  return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)) ? url : null;
}
