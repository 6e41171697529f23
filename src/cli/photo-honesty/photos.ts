/** Photos of made-up scenes, and what people do to photos before they send them again. */
import sharp from 'sharp';
import type { OverlayOptions, Sharp } from 'sharp';
import { randomFrom, SCENE_HEIGHT, SCENE_WIDTH, sceneSvg } from './scene.ts';

/** A photo by hand: never twice from quite the same spot, in the same light, with the same grain. */
export async function photoOf(
  place: number,
  shot: { readonly hasDefect: boolean; readonly seed: number },
): Promise<Buffer> {
  const random = randomFrom(shot.seed * 31 + place);
  const scale = 0.84 + random() * 0.12;
  const [width, height] = [Math.round(SCENE_WIDTH * scale), Math.round(SCENE_HEIGHT * scale)];
  const [left, top] = [Math.floor(random() * (SCENE_WIDTH - width)), Math.floor(random() * (SCENE_HEIGHT - height))];
  const moment = { hasDefect: shot.hasDefect, passers: shot.seed, step: (random() - 0.5) * 110, weather: random() };
  const scene = await sharp(Buffer.from(sceneSvg(place, moment)))
    .rotate(random() * 4 - 2, { background: '#9aa4ab' })
    .png()
    .toBuffer();
  return sharp(scene)
    .extract({ left, top, width, height })
    .resize(800, 600, { fit: 'fill' })
    .modulate({ brightness: 0.8 + random() * 0.4, saturation: 0.85 + random() * 0.3 })
    .composite([grain(random)])
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** Grey noise over the whole photo. */
function grain(random: () => number): OverlayOptions {
  const [width, height] = [800, 600];
  const input = Buffer.alloc(width * height * 4);
  for (let at = 0; at < input.length; at += 4) {
    input.fill(118 + Math.floor(random() * 20), at, at + 3);
    input[at + 3] = 90;
  }
  return { input, raw: { width, height, channels: 4 }, blend: 'overlay' };
}

/** The same shot made to look like another. */
export function tricked(photo: Buffer, trick: Trick, seed: number): Promise<Buffer> {
  return TRICKS[trick](sharp(photo), randomFrom(seed * 977 + 5))
    .jpeg({ quality: trick === 'recompressed' ? 35 : 80 })
    .toBuffer();
}

export type Trick = 'recompressed' | 'cropped' | 'brightened' | 'mirrored' | 'stamped' | 'small';

const TRICKS: Readonly<Record<Trick, (photo: Sharp, random: () => number) => Sharp>> = {
  recompressed: (photo) => photo,
  cropped(photo, random) {
    const scale = 0.7 + random() * 0.25;
    const [width, height] = [Math.round(800 * scale), Math.round(600 * scale)];
    return photo.extract({
      left: Math.floor(random() * (800 - width)),
      top: Math.floor(random() * (600 - height)),
      width,
      height,
    });
  },
  brightened: (photo, random) => photo.modulate({ brightness: random() < 0.5 ? 0.7 : 1.3 }),
  mirrored: (photo) => photo.flop(),
  stamped: (photo) => photo.composite([{ input: Buffer.from(STAMP), left: 20, top: 510 }]),
  small: (photo) => photo.resize(320, 240),
};

/** Date and place as camera apps print them over a corner. */
const STAMP =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="70"><rect width="300" height="70" opacity="0.55"/>' +
  '<rect x="14" y="18" width="250" height="10" fill="#fff"/><rect x="14" y="42" width="180" height="10" fill="#fff"/></svg>';
