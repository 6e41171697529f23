/** A robot message → what it means to the bot (dingtalk §3). Pure; the same for both modes. */
import type { Incoming, PictureRef, ReplyRoute } from '../../chat.ts';
import { trimmed, withoutBotNames, withoutLeadingMention } from './bot-name.ts';
import { decodePress, isPress } from './card-press.ts';
import { errorShape, payloadShape } from './payload.ts';
import type { Body, Payload, Segment } from './payload.ts';
import { writePicture } from './picture-ref.ts';
import { codeOf, joined, pictureCodes, quoteOf, typeOf } from './quote.ts';

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
const SINGLE = '1';
const QUOTA_USED_UP = '20001';
/** Stands in the place of a code where a robot has none (outgoing robots). */
const NO_ROBOT_CODE = 'normal';

/** Reads one payload, of a message or of a press on a card. Unknown message types become a message without text, so that the sender gets a polite answer. */
export function decode(value: unknown, context: DecodeContext): Decoded {
  if (isPress(value)) {
    const press = decodePress(value, context.now);
    if ('problem' in press) return { kind: 'ignored', reason: press.problem, quota: false };
    return { kind: 'incoming', incoming: press, sender: { dingtalkId: '', staffId: '' } };
  }
  const parsed = payloadShape.safeParse(value);
  const body = parsed.success ? bodyOf(parsed.data) : undefined;
  const withheld = body === undefined || isEmpty(body) ? errorIn(value) : undefined;
  if (withheld !== undefined) {
    const isQuota = withheld === QUOTA_USED_UP;
    const reason = isQuota
      ? '本月消息额度已用完，钉钉没有把内容交给机器人'
      : `钉钉没有交来内容，错误码 ${withheld.slice(0, 20)}`;
    return { kind: 'ignored', reason, quota: isQuota };
  }
  if (!parsed.success) return { kind: 'malformed', reason: '消息缺少 msgId 或 conversationId' };
  return {
    kind: 'incoming',
    incoming: toIncoming(parsed.data, body, context),
    sender: { dingtalkId: parsed.data.senderId ?? '', staffId: parsed.data.senderStaffId ?? '' },
  };
}

/** Why the vendor withheld the content; undefined where it did not say that it did. */
function errorIn(value: unknown): string | undefined {
  const { errorCode, errCode } = errorShape.safeParse(value).data ?? {};
  const code = errorCode ?? errCode;
  return code === '0' || code === '' ? undefined : code;
}

function isEmpty(body: Body): boolean {
  return Object.values(body).every((member) => member === undefined || member === '');
}

function toIncoming(payload: Payload, body: Body | undefined, context: DecodeContext): Incoming {
  const robotCode = robotCodeOf(payload) ?? context.robotCode;
  const isGroup = isInGroup(payload);
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
    ...(isUnreadable(payload, body) && { isUnreadable: true }),
    mentionsBot: isGroup && (payload.isInAtList !== false || namesBot(payload)),
    mentionedIds: mentionedIds(payload, context),
    pictures: codesOf(payload, body).map(pictureOf),
    quote: quoteOf(payload, body, { idOf, pictureOf }),
    sentAt: payload.createAt === undefined ? context.now : new Date(payload.createAt),
    reply: replyOf(payload, context),
  };
}

/** The code of the robot that received it, where it has one. */
function robotCodeOf({ robotCode = '' }: Payload): string | undefined {
  return robotCode === '' || robotCode === NO_ROBOT_CODE ? undefined : robotCode;
}

/** The type is in every sample; where it should be missing, what only groups have tells. */
function isInGroup({ conversationType, conversationTitle, isInAtList, atUsers }: Payload): boolean {
  if (conversationType === GROUP || conversationType === SINGLE) return conversationType === GROUP;
  return conversationTitle !== undefined || isInAtList !== undefined || atUsers !== undefined;
}

function namesBot({ atUsers, chatbotUserId }: Payload): boolean {
  return chatbotUserId !== undefined && (atUsers ?? []).some(({ dingtalkId }) => dingtalkId === chatbotUserId);
}

/** Where the words are: under `text`, under `content`, or (one sample of the vendor) `content` itself is the words. */
function bodyOf({ text, content, richText }: Payload): Body | undefined {
  if (text === undefined && content === undefined) return richText === undefined ? undefined : { richText };
  const own = Object.entries(text ?? {}).filter(([, member]) => member !== undefined);
  return { ...(richText && { richText }), ...content, ...Object.fromEntries(own) };
}

const segmentsOf = (body: Body | undefined): readonly Segment[] => body?.richText ?? body?.richTextList ?? [];

/** Types that say something in words. */
const IN_WORDS: readonly string[] = ['text', 'richtext', 'markdown', 'reply', ''];

function textOf(payload: Payload, body: Body | undefined, context: DecodeContext): string {
  const type = typeOf(payload);
  if (type === 'audio') return trimmed(body?.recognition ?? '');
  if (!IN_WORDS.includes(type)) return '';
  const words = type === 'richtext' ? undefined : (body?.content ?? body?.text);
  if (words !== undefined) return withoutBotNames(words, context.botNames);
  return richTextOf(payload, joined(segmentsOf(body)), context);
}

/** What has neither words nor pictures, by its kind or because they did not come along. */
function isUnreadable(payload: Payload, body: Body | undefined): boolean {
  const type = typeOf(payload);
  if (type === 'audio') return trimmed(body?.recognition ?? '') === '';
  if (type !== 'picture' && type !== 'richtext') return !IN_WORDS.includes(type);
  return joined(segmentsOf(body)) === '' && codesOf(payload, body).length === 0;
}

/** A leading `@name` that is not configured can only be the robot where nobody else was mentioned (it may have been renamed). */
function richTextOf(payload: Payload, text: string, context: DecodeContext): string {
  const stripped = withoutBotNames(text, context.botNames);
  const isOnlyBot = isInGroup(payload) && othersIn(payload).length === 0;
  return stripped === trimmed(text) && isOnlyBot ? withoutLeadingMention(stripped) : stripped;
}

function codesOf(payload: Payload, body: Body | undefined): string[] {
  if (body === undefined) return [];
  if (typeOf(payload) === 'picture') return codeOf(body);
  return ['richtext', ''].includes(typeOf(payload)) ? pictureCodes(segmentsOf(body)) : [];
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
