/** The shape of a robot message: the body of the HTTP callback, and `data` of a stream frame after parsing (dingtalk §3). */
import { z } from 'zod';
import { lenient } from '../lenient.ts';
import { parseIfJson } from '../parse-json.ts';
import { instant, lenientList, words, yesOrNo } from './odd-json.ts';

/** A part of a richText; in quotes the same under other names (`msgType`, `content`). Some clients send bare text. */
const segment = z.preprocess(
  (value) => (typeof value === 'string' ? { text: value } : value),
  z.object({
    type: lenient(words),
    msgType: lenient(words),
    text: lenient(words),
    content: lenient(words),
    downloadCode: lenient(words),
    pictureDownloadCode: lenient(words),
    atName: lenient(words),
  }),
);
export type Segment = z.output<typeof segment>;

const segments = lenientList(segment);

/** Segments, or the old shape that has them one level deeper. */
const richText = z.preprocess(
  parseIfJson,
  z.union([segments, z.object({ richTextList: segments }).transform((old) => old.richTextList)]),
);

const cardValues = z.preprocess(
  parseIfJson,
  z.object({ title: lenient(words), content: lenient(words), text: lenient(words), markdown: lenient(words) }),
);

const contentMembers = {
  text: lenient(words),
  content: lenient(words),
  richText: lenient(richText),
  richTextList: lenient(segments),
  downloadCode: lenient(words),
  pictureDownloadCode: lenient(words),
  recognition: lenient(words),
  title: lenient(words),
  summary: lenient(words),
  markdown: lenient(words),
  /** What a card shows: a tree of nodes in the captures, words or their members elsewhere. */
  cardContent: z.preprocess(parseIfJson, z.unknown()),
  /** What a card was drawn from. */
  cardData: lenient(z.preprocess(parseIfJson, z.object({ cardParamMap: lenient(cardValues) }))),
  /** Only files and films have them. */
  fileName: lenient(words),
  videoType: lenient(words),
  duration: lenient(words),
};

/** What a message or a quote holds, whatever its type: each type fills some of it. */
export type Content = Partial<z.output<z.ZodObject<typeof contentMembers>>>;

const quoted = z.object({
  msgType: lenient(words),
  msgtype: lenient(words),
  msgId: lenient(words),
  content: lenient(anyForm(z.object(contentMembers))),
  text: lenient(anyForm(z.object(contentMembers))),
  richText: lenient(richText),
});
export type Quoted = z.output<typeof quoted>;

const quote = z.preprocess(parseIfJson, quoted);

/** Of a message; the mark of a reply stands beside what was said (dingtalk §3.4). */
const body = z.object({ ...contentMembers, isReplyMsg: lenient(yesOrNo), repliedMsg: lenient(quote) });
export type Body = Partial<z.output<typeof body>>;

/** An object, words alone or a list of segments; each of them may come as JSON text (dingtalk §3.2). */
function anyForm<T extends z.ZodType<Content>>(shape: T) {
  return z.unknown().transform((given, context): Partial<z.output<T>> & Content => {
    const value = parseIfJson(given);
    const asWords = words.safeParse(given).data;
    if (Array.isArray(value)) return { ...empty<T>(), richText: segments.parse(value), content: asWords };
    if (typeof value === 'object' && value !== null) return shape.parse(value);
    if (asWords !== undefined) return { ...empty<T>(), content: asWords };
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });
}

const empty = <T extends z.ZodType<Content>>(): Partial<z.output<T>> => ({});

export const payloadShape = z.object({
  msgId: words.pipe(z.string().min(1)),
  conversationId: words.pipe(z.string().min(1)),
  msgtype: lenient(words),
  msgType: lenient(words),
  conversationType: lenient(words),
  conversationTitle: lenient(words),
  robotCode: lenient(words),
  chatbotUserId: lenient(words),
  senderId: lenient(words),
  senderStaffId: lenient(words),
  atUsers: lenient(lenientList(z.object({ dingtalkId: lenient(words), staffId: lenient(words) }))),
  isInAtList: lenient(yesOrNo),
  createAt: lenient(instant),
  sessionWebhook: lenient(z.string()),
  sessionWebhookExpiredTime: lenient(instant),
  originalMsgId: lenient(words),
  isReplyMsg: lenient(yesOrNo),
  repliedMsg: lenient(quote),
  quoteMessage: lenient(quote),
  text: lenient(anyForm(body)),
  content: lenient(anyForm(body)),
  richText: lenient(richText),
});
export type Payload = z.output<typeof payloadShape>;

/** Where the vendor withholds the content: two pages write the code two ways (dingtalk §3.1). */
export const errorShape = z.object({ errorCode: lenient(words), errCode: lenient(words) });
