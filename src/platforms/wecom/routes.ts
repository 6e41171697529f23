/** The ways back to a conversation, as they are stored in `ReplyRoute.route` and `PictureRef.ref`. Both are secrets: never logged. */
import { z } from 'zod';

const routeShape = z.discriminatedUnion('via', [
  /** `response_url` of URL mode: once, within an hour (wecom §3.9). */
  z.object({ via: z.literal('url'), url: z.string() }),
  /** `req_id` of the long connection: 24 hours (wecom §4.5). */
  z.object({ via: z.literal('socket'), reqId: z.string(), chat: z.string() }),
  /** `req_id` of an enter_chat event: 5 seconds (wecom §3.5). */
  z.object({ via: z.literal('welcome'), reqId: z.string(), chat: z.string() }),
  /** The message came to the 自建应用, so the answer goes out through it. */
  z.object({ via: z.literal('app') }),
]);

export type Route = z.infer<typeof routeShape>;

export function writeRoute(route: Route): string {
  return JSON.stringify(route);
}

/** Null for what was not written by `writeRoute`. */
export function readRoute(text: string): Route | null {
  return readJson(routeShape, text);
}

const pictureShape = z.union([
  /** A link of the 智能机器人; `aeskey` only in long-connection mode, otherwise the bot's own key applies. */
  z.object({ url: z.string(), aeskey: z.string().optional() }),
  /** A picture sent to the 自建应用. */
  z.object({ mediaId: z.string() }),
]);

export type PictureSource = z.infer<typeof pictureShape>;

export function writePicture(source: PictureSource): string {
  return JSON.stringify(source);
}

/** Null for what was not written by `writePicture`. */
export function readPicture(text: string): PictureSource | null {
  return readJson(pictureShape, text);
}

function readJson<T>(shape: z.ZodType<T>, text: string): T | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
