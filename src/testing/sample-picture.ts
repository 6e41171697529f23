/** Small real pictures for tests: PNG data URLs, each number another picture. */
import { crc32, deflateSync } from 'node:zlib';

/** An 8 × 8 PNG whose colours depend on `n`, as a data URL. */
export function samplePicture(n: number): string {
  return `data:image/png;base64,${samplePng(n).toString('base64')}`;
}

/** The bytes of that PNG. */
export function samplePng(n: number): Buffer {
  const size = 8;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = (y: number): number[] => [
    0,
    ...Array.from({ length: size * 3 }, (_, x) => (n * 37 + y * 11 + x * 5) % 256),
  ];
  const pixels = Buffer.from(Array.from({ length: size }, (_, y) => row(y)).flat());
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
