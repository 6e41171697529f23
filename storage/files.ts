/**
 * Pictures and papers by what is in them: the name of a file is the hash of its bytes, so nothing anybody typed is ever part of a path,
 * the same bytes are kept once, and what was changed on the disk is noticed.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pictureTypeOf } from '../src/picture-type.ts';

export interface FileStore {
  /** Keeps the original of a picture. Throws with a Chinese reason what is no picture by its content, empty or too large. */
  putPicture(bytes: Buffer): Promise<{ hash: string; type: string; bytes: number }>;
  /** Keeps any bytes (papers, sheets) and gives their hash. */
  put(bytes: Buffer): Promise<string>;
  /** The bytes; undefined where there are none of that hash. Throws when the disk gives other bytes than were kept. */
  get(hash: string): Promise<Buffer | undefined>;
  /** Where the file of that hash lies, for readers in other threads; it may not be there. Throws when `hash` is none. */
  pathOf(hash: string): string;
  /** In bytes; 0 where there is none of that hash. */
  sizeOf(hash: string): Promise<number>;
}

export interface FileStoreOptions {
  readonly dir: string;
  /** Largest picture, in bytes; asked at each picture, so that a changed setting is seen. */
  readonly maxBytes?: () => number;
}

const MIB = 1024 * 1024;
const DEFAULT_MAX_BYTES = 10 * MIB;
const HASH = /^[0-9a-f]{64}$/;

/** Where the files lie under DATA_DIR. */
export const filesDir = (dataDir: string): string => path.join(dataDir, 'pictures');

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** `ab/cdef…` under the folder. Throws when `hash` is none. */
export function pathOfHash(hash: string): string {
  if (!HASH.test(hash)) throw new Error('not a content hash');
  return path.join(hash.slice(0, 2), hash.slice(2));
}

export function createFileStore({ dir, maxBytes = () => DEFAULT_MAX_BYTES }: FileStoreOptions): FileStore {
  async function put(bytes: Buffer): Promise<string> {
    const hash = hashOf(bytes);
    await writeOnce(path.join(dir, pathOfHash(hash)), bytes);
    return hash;
  }

  return {
    put,

    async putPicture(bytes) {
      const limit = maxBytes();
      if (bytes.length === 0) throw new Error('图片是空的');
      if (bytes.length > limit) throw new Error(`图片超过 ${Math.floor(limit / MIB)} MB，请压缩后再发`);
      const type = pictureTypeOf(bytes);
      if (type === undefined) throw new Error('不是图片，或格式不支持，请发 JPEG、PNG、GIF 或 WebP 图片');
      return { hash: await put(bytes), type, bytes: bytes.length };
    },

    pathOf: (hash) => path.resolve(dir, pathOfHash(hash)),

    sizeOf: async (hash) => (await stat(path.join(dir, pathOfHash(hash))).catch(absent))?.size ?? 0,

    async get(hash) {
      if (!HASH.test(hash)) return undefined;
      const bytes = await readFile(path.join(dir, pathOfHash(hash))).catch(absent);
      if (bytes && hashOf(bytes) !== hash) throw new Error(`the file of ${hash} is damaged`);
      return bytes;
    },
  };
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

/** Whole or not at all, also when the power goes: a file beside it, brought to the disk, then given its name. */
async function writeOnce(file: string, bytes: Buffer): Promise<void> {
  const there = await stat(file).catch(absent);
  if (there?.size === bytes.length) return;
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomUUID()}.part`;
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Brings the names in a folder to the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
