import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, printOf } from './photo-fingerprint.ts';
import { comparePhotos, PHOTO_THRESHOLDS, senderSentence, verifierHint } from './photo-honesty.ts';
import type { KnownPhoto } from './photo-honesty.ts';

/** A drawing with enough in it to be told from others: `seed` chooses the place. */
function drawing(seed: number): Buffer {
  const numbers = Array.from({ length: 40 }, (_, at) => (seed * 7919 + at * at * 104_729 + at * 611_953) % 997);
  const blocks = numbers.map((one, at) => {
    const other = numbers[(at * 7 + 3) % numbers.length] ?? 0;
    return `<rect x="${one % 760}" y="${other % 560}" width="${40 + (other % 140)}" height="${30 + (one % 120)}" fill="hsl(${(one * 3) % 360},60%,${20 + (other % 60)}%)"/>`;
  });
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#ccc"/>${blocks.join('')}</svg>`,
  );
}

const photo = (seed: number) => sharp(drawing(seed)).jpeg({ quality: 90 });
const bytesOf = (seed: number): Promise<Buffer> => photo(seed).toBuffer();

async function printed(bytes: Buffer): Promise<string> {
  const fingerprint = await fingerprintOf(bytes);
  if (fingerprint === undefined) throw new Error('unreadable');
  return fingerprint;
}

const known = async (issueNo: number, bytes: Buffer): Promise<KnownPhoto> => ({
  pictureId: `p${issueNo}`,
  issueNo,
  fingerprint: await printed(bytes),
});

describe('hints about a photo after the rectification', () => {
  it.each<[string, (shot: Buffer) => Promise<Buffer>, boolean]>([
    ['recompressed', (shot) => sharp(shot).jpeg({ quality: 30 }).toBuffer(), false],
    ['made small', (shot) => sharp(shot).resize(320).jpeg().toBuffer(), false],
    ['cropped', (shot) => sharp(shot).extract({ left: 90, top: 40, width: 620, height: 470 }).jpeg().toBuffer(), false],
    ['brightened', (shot) => sharp(shot).modulate({ brightness: 1.2 }).jpeg().toBuffer(), false],
    ['mirrored', (shot) => sharp(shot).flop().jpeg().toBuffer(), true],
    [
      'turned by its camera mark',
      (shot) => sharp(shot).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer(),
      false,
    ],
  ])('the photo before, %s, is identical', async (_, trick, mirrored) => {
    const shot = await bytesOf(1);
    const hints = comparePhotos(
      await printed(await trick(shot)),
      [await known(327, shot)],
      [await known(5, await bytesOf(2))],
    );
    expect(hints).toEqual([
      expect.objectContaining({ kind: 'identical', mirrored, photo: expect.objectContaining({ issueNo: 327 }) }),
    ]);
  });

  it('an earlier photo of another problem is reused', async () => {
    const [before, earlier] = [await known(327, await bytesOf(1)), await known(211, await bytesOf(3))];
    const hints = comparePhotos(await printed(await bytesOf(3)), [before], [await known(5, await bytesOf(2)), earlier]);
    expect(hints).toEqual([expect.objectContaining({ kind: 'reused', photo: earlier })]);
  });

  it('an unlike photo is of another place, if the setting says so, and never without a photo before', async () => {
    const after = await printed(await sharp(drawing(9)).tint('#2060ff').jpeg().toBuffer());
    const before = [await known(327, await bytesOf(1))];
    const strict = { ...PHOTO_THRESHOLDS, otherPlace: 0.6, otherColours: 0.9 };
    expect(comparePhotos(after, before, [], strict).map(({ kind }) => kind)).toEqual(['otherPlace']);
    expect(comparePhotos(after, before, [], { ...strict, otherPlace: -1 })).toEqual([]);
    expect(comparePhotos(after, [], [], strict)).toEqual([]);
  });

  it('photos of one tone, dark ones say, are not taken for each other', async () => {
    const dark = (light: number) =>
      sharp({ create: { width: 400, height: 300, channels: 3, background: { r: light, g: light, b: light } } })
        .jpeg()
        .toBuffer();
    expect(comparePhotos(await printed(await dark(20)), [], [await known(5, await dark(24))])).toEqual([]);
  });

  it('is told politely to the sender, and shown to the verifier', async () => {
    const photoKnown = await known(211, await bytesOf(3));
    const hint = { kind: 'reused', photo: photoKnown, mirrored: true, likeness: 1 } as const;
    expect(senderSentence(hint)).toBe(
      '这张照片与#211用过的照片看上去是同一张。如发错了，请重新发一张本次整改后的照片。',
    );
    expect(verifierHint(hint)).toBe('提示：整改后照片与#211用过的照片疑似同一张（左右翻转），请留意。');
  });
});

describe('fingerprints', () => {
  it('are short text, the same each time', async () => {
    const [one, two] = [await printed(await bytesOf(1)), await printed(await bytesOf(1))];
    expect(one).toBe(two);
    expect(one.length).toBeLessThan(4000);
  });

  it('are not made of what is no photo, nor read from other text', async () => {
    expect(await fingerprintOf(Buffer.from('no photo'))).toBeUndefined();
    expect(() => printOf('g48c64:AAAA')).toThrow(RangeError);
  });
});

it('comparing with 500 earlier photos takes no more than a few seconds', async () => {
  const earlier = await known(5, await bytesOf(2));
  const many = Array.from({ length: 500 }, (_, nth) => ({ ...earlier, issueNo: nth }));
  expect(comparePhotos(await printed(await bytesOf(4)), [], many)).toEqual([]);
}, 15_000);
