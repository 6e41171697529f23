/** Pictures as they arrive (data URLs) and what they really are: decided by the content, never by the label. */
import { SimulatorRefusal } from './parts.ts';

/** 10 MiB, contract §4. */
export const maxImageBytes = 10 * 1024 * 1024;

export type ImageType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The type of a picture by its first bytes; undefined for everything else. */
export function imageType(bytes: Buffer): ImageType | undefined {
  if (bytes.length < 12) return undefined;
  if (bytes.subarray(0, 8).equals(pngStart)) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  const head = bytes.toString('latin1', 0, 12);
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
  return undefined;
}

/**
 * The bytes of a `data:…;base64,…` URL holding a picture. `place` counts from 1, for the complaint.
 * Throws SimulatorRefusal (400) when it is no data URL, no picture, or too large.
 */
export function decodeImage(url: string, place: number): Buffer {
  const comma = url.indexOf(',');
  const label = url.slice(0, Math.max(comma, 0)).toLowerCase();
  if (!label.startsWith('data:') || !label.endsWith(';base64')) {
    throw new SimulatorRefusal(400, `第${place}张图片格式不对，应为 data:image/png;base64,… 这样的内容`);
  }
  // Four characters are three bytes: too large is known before anything is decoded.
  if ((url.length - comma - 1) * 0.75 > maxImageBytes + 2) throw tooLarge(place);
  const bytes = Buffer.from(url.slice(comma + 1), 'base64');
  if (bytes.length > maxImageBytes) throw tooLarge(place);
  if (imageType(bytes) === undefined) {
    throw new SimulatorRefusal(400, `第${place}张不是图片，只收 JPEG、PNG、GIF、WebP`);
  }
  return bytes;
}

function tooLarge(place: number): SimulatorRefusal {
  return new SimulatorRefusal(400, `第${place}张图片超过 10 MB，请压缩后再发`);
}
