/** Media over the long connection: begin, pieces, end (wecom §4.7). */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DeliveryError } from '../../chat.ts';
import type { File } from './webhook.ts';

const PIECE_BYTES = 512 * 1024;
const LEAST_BYTES = 5;
const FILE_NAME_BYTES = 256;
const MOST_BYTES = { image: 10 * 1024 * 1024, file: 20 * 1024 * 1024 };

const begun = z.object({ upload_id: z.string() });
const ended = z.object({ media_id: z.string() });

/** `ask` makes one request and gives the ack's body. Throws DeliveryError, `refused` for sizes the vendor does not take. */
export async function uploadOverSocket(
  kind: 'image' | 'file',
  { name, bytes }: File,
  ask: (cmd: string, body: object) => Promise<unknown>,
): Promise<string> {
  if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES[kind]) {
    throw new DeliveryError(
      'refused',
      `附件"${name}"为空或超过 ${MOST_BYTES[kind] / 1024 / 1024} MB，企业微信不接受。`,
    );
  }
  const pieces = Math.ceil(bytes.length / PIECE_BYTES);
  const init = await ask('aibot_upload_media_init', {
    type: kind,
    filename: Buffer.byteLength(name) <= FILE_NAME_BYTES ? name : `attachment.${kind}`,
    total_size: bytes.length,
    total_chunks: pieces,
    md5: createHash('md5').update(bytes).digest('hex'),
  });
  const { upload_id } = read(begun, init);
  // One after the other: many at once give "system error".
  for (let piece = 0; piece < pieces; piece += 1) {
    const data = bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES).toString('base64');
    await ask('aibot_upload_media_chunk', { upload_id, chunk_index: piece, base64_data: data });
  }
  return read(ended, await ask('aibot_upload_media_finish', { upload_id })).media_id;
}

function read<T>(shape: z.ZodType<T>, body: unknown): T {
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new DeliveryError('later', '上传附件：企业微信的答复无法识别，稍后自动重试。', 5_000);
  return parsed.data;
}
