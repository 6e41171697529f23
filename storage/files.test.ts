import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFileStore, hashOf, pathOfHash } from './files.ts';
import type { FileStore } from './files.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('files by content', () => {
  let dir: string;
  let files: FileStore;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'duban-files-'));
    files = createFileStore({ dir, maxBytes: () => 1024 * 1024 });
  });
  afterEach(() => rm(dir, { recursive: true }));

  test('a picture comes back byte for byte, kept once however often it is sent', async () => {
    const kept = await files.putPicture(PNG);
    expect(kept).toEqual({ hash: hashOf(PNG), type: 'image/png', bytes: PNG.length });
    expect(await Promise.all([files.putPicture(PNG), files.put(PNG)])).toEqual([kept, kept.hash]);
    expect(await files.get(kept.hash)).toEqual(PNG);
    const found = await readdir(dir, { recursive: true });
    expect(found.filter((name) => name.length > 2)).toEqual([pathOfHash(kept.hash)]);
  });

  test.each([
    ['empty', Buffer.alloc(0), '图片是空的'],
    ['a page', Buffer.from('<svg onload="x">'), '不是图片'],
    ['cut short', PNG.subarray(0, 5), '不是图片'],
    ['too large', Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]), '图片超过 1 MB'],
  ])('no picture is kept: %s', async (_name, bytes, reason) => {
    await expect(files.putPicture(bytes)).rejects.toThrow(reason);
    expect(await readdir(dir)).toEqual([]);
  });

  test('a paper is kept whatever it is', async () => {
    const hash = await files.put(Buffer.from('通报'));
    expect((await files.get(hash))?.toString()).toBe('通报');
  });

  test.each(['../../etc/passwd', '', 'AB'.repeat(32), `${'a'.repeat(63)}/`, hashOf(Buffer.from('unknown'))])(
    'nothing is found under %s',
    async (hash) => expect(await files.get(hash)).toBeUndefined(),
  );

  test('bytes changed on the disk are noticed', async () => {
    const { hash } = await files.putPicture(PNG);
    await writeFile(path.join(dir, pathOfHash(hash)), 'other');
    await expect(files.get(hash)).rejects.toThrow('damaged');
  });
});
