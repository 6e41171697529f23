/** A robot message → what it means to the bot (dingtalk §3). Pure; the same for both modes. */
import type { Incoming, PictureRef, ReplyRoute } from '../../chat.ts';
import { trimmed, withoutBotNames, withoutLeadingMention } from './bot-name.ts';
import { payloadShape } from './payload.ts';
import type { Body, Payload } from './payload.ts';
import { writePicture } from './picture-ref.ts';
import { codeOf, joined, quoteOf } from './quote.ts';

export type Decoded =
  | {
      readonly kind: 'incoming';
      readonly incoming: Incoming;
      /** The sender's two ids, for those mentions that carry only the encrypted one (dingtalk §12.11). */
      readonly sender: { readonly dingtalkId: string; readonly staffId: string };
    }
  /** `quota`: the month's messages are used up, and the text was withheld. */
  | { readonly kind: 'ignored'; readonly reason: string; readonly quota: boolean }
  | { readonly kind: 'malformed'; readonly reason: string };

export interface DecodeContext {
  readonly botNames: readonly string[];
  /** Stands in where the payload has none (dingtalk §3.1). */
  readonly robotCode: string;
  readonly now: Date;
  readonly sessionLifeMs: number;
  /** Whether a session webhook may ever be called. */
  readonly isSession: (url: string) => boolean;
  /** User id of a person of whom a mention shows only the encrypted id. */
  readonly staffIdOf: (dingtalkId: string) => string | undefined;
}

const GROUP = '2';
const QUOTA_USED_UP = '20001';

/** Reads one payload. Unknown message types become a message without text, so that the sender gets a polite answer. */
export function decode(value: unknown, context: DecodeContext): Decoded {
  const parsed = payloadShape.safeParse(value);
  if (!parsed.success) return { kind: 'malformed', reason: '消息缺少 msgId 或 conversationId' };
  const payload = parsed.data;
  const body = bodyOf(payload);
  const error = payload.errorCode ?? payload.errCode;
  if (error !== undefined && error !== '0' && body === undefined) {
    const isQuota = error === QUOTA_USED_UP;
    const reason = isQuota
      ? '本月消息额度已用完，钉钉没有把内容交给机器人'
      : `钉钉没有交来内容，错误码 ${error.slice(0, 20)}`;
    return { kind: 'ignored', reason, quota: isQuota };
  }
  return {
    kind: 'incoming',
    incoming: toIncoming(payload, body, context),
    sender: { dingtalkId: payload.senderId ?? '', staffId: payload.senderStaffId ?? '' },
  };
}

function toIncoming(payload: Payload, body: Body | undefined, context: DecodeContext): Incoming {
  const robotCode = payload.robotCode || context.robotCode;
  const isGroup = payload.conversationType === GROUP;
  const senderId = payload.senderStaffId ?? '';
  const idOf = (msgId: string): string => `${robotCode}|${msgId}`;
  const pictureOf = (downloadCode: string): PictureRef => ({ ref: writePicture({ downloadCode, robotCode }) });
  return {
    platform: 'dingtalk',
    id: idOf(payload.msgId),
    kind: 'message',
    chatKind: isGroup ? 'group' : 'single',
    chatId: isGroup ? payload.conversationId : senderId,
    senderId,
    text: textOf(payload, body, context),
    mentionsBot: isGroup && payload.isInAtList !== false,
    mentionedIds: mentionedIds(payload, context),
    pictures: codesOf(payload, body).map(pictureOf),
    quote: quoteOf(payload, body, { idOf, pictureOf }),
    sentAt: payload.createAt === undefined ? context.now : new Date(payload.createAt),
    reply: replyOf(payload, context),
  };
}

/** Where the words are: under `text`, under `content`, or (one sample of the vendor) `content` itself is the words. */
function bodyOf({ text, content, richText }: Payload): Body | undefined {
  if (text !== undefined) return text;
  if (typeof content === 'string') return { content };
  return content ?? (richText === undefined ? undefined : { richText: richText.richTextList });
}

function textOf(payload: Payload, body: Body | undefined, context: DecodeContext): string {
  switch (payload.msgtype) {
    case 'text':
      return withoutBotNames(body?.content ?? '', context.botNames);
    case 'richText':
      return richTextOf(payload, joined(body?.richText ?? []), context);
    case 'audio':
      return trimmed(body?.recognition ?? '');
    case undefined:
      return withoutBotNames(body?.content ?? joined(body?.richText ?? []), context.botNames);
    default:
      return '';
  }
}

/** A leading `@name` that is not configured can only be the robot where nobody else was mentioned (it may have been renamed). */
function richTextOf(payload: Payload, text: string, context: DecodeContext): string {
  const stripped = withoutBotNames(text, context.botNames);
  const isOnlyBot = payload.conversationType === GROUP && othersIn(payload).length === 0;
  return stripped === trimmed(text) && isOnlyBot ? withoutLeadingMention(stripped) : stripped;
}

function codesOf(payload: Payload, body: Body | undefined): string[] {
  if (body === undefined) return [];
  if (payload.msgtype === 'picture') return codeOf(body);
  return payload.msgtype === 'richText' ? (body.richText ?? []).flatMap(codeOf) : [];
}

function othersIn({ atUsers, chatbotUserId }: Payload): NonNullable<Payload['atUsers']> {
  return (atUsers ?? []).filter(({ dingtalkId }) => dingtalkId !== chatbotUserId);
}

function mentionedIds(payload: Payload, context: DecodeContext): string[] {
  const ids = othersIn(payload).flatMap(({ dingtalkId, staffId }) => {
    const id = staffId || (dingtalkId === undefined ? undefined : context.staffIdOf(dingtalkId));
    return id === undefined || id === '' ? [] : [id];
  });
  return [...new Set(ids)];
}

function replyOf(payload: Payload, context: DecodeContext): ReplyRoute | null {
  const { sessionWebhook, sessionWebhookExpiredTime, createAt } = payload;
  if (sessionWebhook === undefined || !context.isSession(sessionWebhook)) return null;
  const assumed = (createAt ?? context.now.getTime()) + context.sessionLifeMs;
  return { route: sessionWebhook, expiresAt: new Date(sessionWebhookExpiredTime ?? assumed) };
}
