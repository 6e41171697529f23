/** Upload sessions of the long connection (wecom §4.7). */
import { createHash } from 'node:crypto';
import type { City } from './city.ts';
import { at, textAt } from '../read.ts';
import type { Verdict } from './socket-rules.ts';
import { FINE } from './socket-rules.ts';

const SESSION_MS = 30 * 60_000;
const PIECE_BYTES = 512 * 1024;

export interface SocketMedia {
  readonly held: Map<string, Buffer>;
  /** Verdict and body of the acknowledgement; undefined for commands that are not about media. */
  take(cmd: string, body: unknown): (Verdict & { readonly body?: object }) | undefined;
}

interface Session {
  readonly pieces: Map<number, Buffer>;
  readonly total: number;
  readonly md5: string;
  readonly type: string;
  readonly until: number;
}

export function createSocketMedia(city: City): SocketMedia {
  const sessions = new Map<string, Session>();
  const held = new Map<string, Buffer>();

  function finish(uploadId: string, session: Session): Verdict & { body?: object } {
    const pieces = [...session.pieces].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes);
    const bytes = Buffer.concat(pieces);
    const isWhole = pieces.length === session.total && createHash('md5').update(bytes).digest('hex') === session.md5;
    if (!isWhole) return { errcode: 301019, errmsg: 'md5 not match' };
    const media_id = city.id('media');
    held.set(media_id, bytes);
    sessions.delete(uploadId);
    return { ...FINE, body: { type: session.type, media_id, created_at: '1767226600' } };
  }

  return {
    held,
    take(cmd, body) {
      if (cmd === 'aibot_upload_media_init') {
        const upload_id = city.id('upload');
        sessions.set(upload_id, {
          pieces: new Map(),
          total: Number(at(body, 'total_chunks')),
          md5: textAt(body, 'md5'),
          type: textAt(body, 'type'),
          until: city.now().getTime() + SESSION_MS,
        });
        return { ...FINE, body: { upload_id } };
      }
      if (cmd !== 'aibot_upload_media_chunk' && cmd !== 'aibot_upload_media_finish') return undefined;
      const session = sessions.get(textAt(body, 'upload_id'));
      if (session === undefined || session.until <= city.now().getTime())
        return { errcode: 40058, errmsg: 'invalid upload_id' };
      if (cmd === 'aibot_upload_media_finish') return finish(textAt(body, 'upload_id'), session);
      const bytes = Buffer.from(textAt(body, 'base64_data'), 'base64');
      if (bytes.length > PIECE_BYTES) return { errcode: 40058, errmsg: 'chunk too large' };
      session.pieces.set(Number(at(body, 'chunk_index')), bytes);
      return FINE;
    },
  };
}
