/** The shape of a robot message: the body of the HTTP callback, and `data` of a stream frame after parsing (dingtalk §3). */
import { z } from 'zod';

/** A part that has an unexpected shape counts as absent: one odd optional member must not cost the whole message. */
function lenient<T extends z.ZodType>(shape: T): z.ZodCatch<z.ZodOptional<T>> {
  return shape.optional().catch(undefined);
}

/** Milliseconds; one table of the vendor says text, every sample has a number. */
const instant = z.coerce.number().positive();

/** Old and odd clients send `content` as JSON text. */
const unwrapped = <T extends z.ZodType>(shape: T): z.ZodPreprocess<T> => z.preprocess(parseIfText, shape);

function parseIfText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/u.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** A part of a richText; in quotes the same under other names (`msgType`, `content`). */
const segment = z.object({
  type: lenient(z.string()),
  msgType: lenient(z.string()),
  text: lenient(z.string()),
  content: lenient(z.string()),
  downloadCode: lenient(z.string()),
  pictureDownloadCode: lenient(z.string()),
  atName: lenient(z.string()),
});
export type Segment = z.infer<typeof segment>;

const segments = z.array(segment);

const quotedBody = z.object({
  text: lenient(z.string()),
  content: lenient(z.string()),
  richText: lenient(segments),
  downloadCode: lenient(z.string()),
  pictureDownloadCode: lenient(z.string()),
  title: lenient(z.string()),
  summary: lenient(z.string()),
  cardContent: lenient(z.string()),
});

const quoted = z.object({
  msgType: lenient(z.string()),
  msgId: lenient(z.string()),
  content: lenient(unwrapped(z.union([quotedBody, z.string().transform((text) => ({ ...EMPTY, text }))]))),
});
export type Quoted = z.infer<typeof quoted>;

const EMPTY: Partial<z.infer<typeof quotedBody>> = {};

const body = z.object({
  content: lenient(z.string()),
  isReplyMsg: lenient(z.boolean()),
  repliedMsg: lenient(unwrapped(quoted)),
  richText: lenient(z.union([segments, z.object({ richTextList: segments }).transform((old) => old.richTextList)])),
  downloadCode: lenient(z.string()),
  pictureDownloadCode: lenient(z.string()),
  recognition: lenient(z.string()),
});
export type Body = z.infer<typeof body>;

export const payloadShape = z.object({
  msgId: z.string().min(1),
  conversationId: z.string().min(1),
  msgtype: lenient(z.string()),
  conversationType: lenient(z.coerce.string()),
  robotCode: lenient(z.string()),
  chatbotUserId: lenient(z.string()),
  senderId: lenient(z.string()),
  senderStaffId: lenient(z.string()),
  atUsers: lenient(z.array(z.object({ dingtalkId: lenient(z.string()), staffId: lenient(z.string()) }))),
  isInAtList: lenient(z.boolean()),
  createAt: lenient(instant),
  sessionWebhook: lenient(z.string()),
  sessionWebhookExpiredTime: lenient(instant),
  originalMsgId: lenient(z.string()),
  quoteMessage: lenient(unwrapped(quoted)),
  text: lenient(unwrapped(body)),
  content: lenient(unwrapped(z.union([body, z.string()]))),
  richText: lenient(z.object({ richTextList: segments })),
  errorCode: lenient(z.coerce.string()),
  errCode: lenient(z.coerce.string()),
});
export type Payload = z.infer<typeof payloadShape>;
