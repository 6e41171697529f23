/** What a picture really is, by its first bytes. Whatever a name or a sender says about it is not looked at. Imports nothing. */

export type PictureType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';

const at = (bytes: Buffer, offset: number, text: string): boolean =>
  bytes.length >= offset + text.length && bytes.toString('latin1', offset, offset + text.length) === text;

/** Undefined for anything that is no JPEG, PNG, GIF or WebP. */
export function pictureTypeOf(bytes: Buffer): PictureType | undefined {
  if (at(bytes, 0, '\xff\xd8\xff')) return 'image/jpeg';
  if (at(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (at(bytes, 0, 'GIF87a') || at(bytes, 0, 'GIF89a')) return 'image/gif';
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return 'image/webp';
  return undefined;
}
