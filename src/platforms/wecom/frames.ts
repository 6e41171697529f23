/** Frames of the long connection (wecom §4.1): one JSON object each, acknowledged by `req_id`. */
import { randomBytes } from 'node:crypto';
import type { RawData } from 'ws';
import { z } from 'zod';
import { parseJson } from '../parse-json.ts';

const headers = z.object({ req_id: z.union([z.string(), z.number()]).transform(String) });

const frameShape = z
  .object({
    /** Absent on acknowledgements. */
    cmd: z.string().min(1).optional().catch(undefined),
    headers: headers.catch({ req_id: '' }),
    body: z.unknown().optional(),
    errcode: z.coerce.number().optional(),
    errmsg: z.string().optional().catch(undefined),
  })
  /** An acknowledgement is known by its id alone; a frame with a command says something without one, and only cannot be answered. */
  .refine(({ cmd, headers: { req_id: id } }) => cmd !== undefined || id !== '');

export type Frame = z.infer<typeof frameShape>;

/** Null for what is no frame. Never throws. */
export function readFrame(text: string): Frame | null {
  try {
    return frameShape.safeParse(parseJson(text)).data ?? null;
  } catch {
    return null;
  }
}

export function frameText(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString(); // Buffer and ArrayBuffer alike
}

export function writeFrame(frame: { readonly cmd: string; readonly reqId: string; readonly body?: unknown }): string {
  const { cmd, reqId, body } = frame;
  return JSON.stringify({ cmd, headers: { req_id: reqId }, ...(body !== undefined && { body }) });
}

/** A fresh id for a frame of ours; the vendor's own client builds them alike. */
export function newReqId(cmd: string, now: Date): string {
  return `${cmd}_${now.getTime()}_${randomBytes(4).toString('hex')}`;
}
