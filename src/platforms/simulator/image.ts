/** Pictures as they arrive (data URLs): taken by their content, never by the label. */
import { pictureTypeOf } from '../../picture-type.ts';
import { SimulatorRefusal } from './parts.ts';

/** 10 MiB, contract §4. */
const maxImageBytes = 10 * 1024 * 1024;

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
  if (pictureTypeOf(bytes) === undefined) {
    throw new SimulatorRefusal(400, `第${place}张不是图片，只收 JPEG、PNG、GIF、WebP`);
  }
  return bytes;
}

function tooLarge(place: number): SimulatorRefusal {
  return new SimulatorRefusal(400, `第${place}张图片超过 10 MB，请压缩后再发`);
}
