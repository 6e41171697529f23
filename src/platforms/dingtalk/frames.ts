/** The stream's frames, read and written (dingtalk §4.3, §4.4). Pure. */
import { z } from 'zod';
import { CARD_TOPIC, ROBOT_TOPIC } from './gateway.ts';
import { lenient } from '../lenient.ts';
import { parseJson as parse } from '../parse-json.ts';
import { words } from './odd-json.ts';

export type Frame =
  | { readonly kind: 'ping'; readonly messageId: string; readonly data: string }
  | { readonly kind: 'disconnect'; readonly reason: string }
  /** A message of a person, or a press on a card. */
  | { readonly kind: 'said'; readonly messageId: string; readonly data: string }
  | { readonly kind: 'event'; readonly messageId: string }
  | { readonly kind: 'unknown'; readonly messageId: string; readonly topic: string }
  /** CONNECTED, KEEPALIVE and the like: known, undocumented, of no consequence. */
  | { readonly kind: 'notice' };

const headers = z.object({ topic: z.string().catch(''), messageId: words.catch('') });

/** One sample of the vendor spells the headers `header` (dingtalk §4.3); data that is not JSON text already becomes it. */
const shape = z.object({
  type: z.string(),
  headers: lenient(headers),
  header: lenient(headers),
  data: z.union([z.string(), z.looseObject({}).transform((data) => JSON.stringify(data))]).catch(''),
});

/** Null for what is no frame. */
export function readFrame(text: string): Frame | null {
  const parsed = shape.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { type, data } = parsed.data;
  const { topic, messageId } = parsed.data.headers ?? parsed.data.header ?? { topic: '', messageId: '' };
  if (type === 'SYSTEM') {
    if (topic === 'ping') return { kind: 'ping', messageId, data };
    return topic === 'disconnect' ? { kind: 'disconnect', reason: reasonOf(data) } : { kind: 'notice' };
  }
  if (type === 'EVENT') return { kind: 'event', messageId };
  if (type === 'CALLBACK' && (topic === ROBOT_TOPIC || topic === CARD_TOPIC)) return { kind: 'said', messageId, data };
  return { kind: 'unknown', messageId, topic };
}

/** The answer to a frame. `data` is JSON text inside JSON, as the vendor has it. */
export function ackFrame(messageId: string, code: 200 | 400 | 404, data: string): string {
  const message = code === 200 ? 'OK' : code === 404 ? 'topic not found' : 'bad request';
  return JSON.stringify({ code, message, headers: { messageId, contentType: 'application/json' }, data });
}

/** What the data of a robot frame says; undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(data: string): string {
  const read = z.object({ reason: z.string() }).safeParse(parseJson(data));
  return read.success ? read.data.reason.slice(0, 100) : '';
}
