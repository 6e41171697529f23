/** Small copies of photos for papers and sheets; originals are never touched. */
import sharp from 'sharp';
import type { PaperPhoto } from './enclosures-docx.ts';

/** A file or its bytes. */
export type PhotoSource = string | Uint8Array;

/** Upright as it was taken, whole, at most so many pixels; no place or device data. Undefined where the photo cannot be read. */
async function smallPhoto(source: PhotoSource, most: { readonly width: number; readonly height: number }) {
  try {
    const { data, info } = await sharp(source, { failOn: 'error', limitInputPixels: 100_000_000 })
      .rotate()
      .resize({ ...most, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return undefined;
  }
}

/** 4:3 with white beside, to fill a cell. Undefined where the photo cannot be read. */
export async function cellThumbnail(source: PhotoSource): Promise<Buffer | undefined> {
  try {
    return await sharp(source, { failOn: 'error', limitInputPixels: 100_000_000 })
      .rotate()
      .resize({ width: 240, height: 180, fit: 'contain', background: '#ffffff' })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 75 })
      .toBuffer();
  } catch {
    return undefined;
  }
}

/** Photos for a notice: what cannot be read is left out and named in `missing`. */
export async function paperPhotos(
  photos: readonly { readonly caption: string; readonly source: PhotoSource }[],
): Promise<{ readonly photos: readonly PaperPhoto[]; readonly missing: readonly string[] }> {
  const made = await Promise.all(
    photos.map(async ({ caption, source }) => ({
      caption,
      small: await smallPhoto(source, { width: 1200, height: 1200 }),
    })),
  );
  return {
    photos: made.flatMap(({ caption, small }) =>
      small === undefined ? [] : [{ caption, type: 'jpg' as const, ...small }],
    ),
    missing: made.flatMap(({ caption, small }) => (small === undefined ? [caption] : [])),
  };
}
