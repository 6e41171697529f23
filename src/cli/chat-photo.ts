/** Pictures for messages typed in the terminal. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { SimulatorDeclined } from './simulator-client.ts';

/** A picture as a data URL: of a file, or for null a plain coloured one, each `count` another. Throws SimulatorDeclined when there is no such file. */
export async function photoFor(file: string | null, count: number): Promise<string> {
  const bytes = file === null ? await samplePicture(count) : await readFile(file).catch(() => null);
  if (bytes === null) throw new SimulatorDeclined(`读不到文件 ${file}`);
  return `data:image/png;base64,${bytes.toString('base64')}`;
}

function samplePicture(count: number): Promise<Buffer> {
  const background = { r: (count * 61) % 256, g: (count * 113) % 256, b: 160 };
  return sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .png()
    .toBuffer();
}
