/** Decrypted callback → what it means to the bot. Pure; the same for both modes of the 智能机器人 (wecom §3.3–3.5). */
import type { Incoming, PictureRef, Quote, ReplyRoute } from '../../chat.ts';
import { withoutBotNames } from './bot-name.ts';
import { kindOf, payloadShape, senderOf } from './payload.ts';
import type { Content, Payload, Quoted } from './payload.ts';
import { writePicture } from './routes.ts';

export type Decoded =
  /** `taskId` names the card that was pressed; null where none was. */
  | { readonly kind: 'incoming'; readonly incoming: Incoming; readonly taskId: string | null }
  /** A poll for an unfinished stream: no message of a person. */
  | { readonly kind: 'refresh'; readonly streamId: string }
  /** Another instance took over the long connection. */
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'malformed'; readonly reason: string };

export interface DecodeContext {
  /** Display names of the bot, as the console shows them. */
  readonly botNames: readonly string[];
  /** When it was received; stands in where the payload has no time of its own. */
  readonly now: Date;
  /** The way back for this message, which only the transport knows. */
  replyTo(about: {
    readonly kind: Incoming['kind'];
    readonly responseUrl: string | null;
    readonly chatId: string;
  }): ReplyRoute | null;
}

/** The key of a button that has done its work (see cards.ts); pressing it again means nothing. */
export const SPENT_KEY = '-';

const MESSAGE_TYPES: ReadonlySet<string> = new Set(['text', 'mixed', 'image', 'voice', 'file', 'video']);

/**
 * Reads one payload. Every group callback is a mention of the bot: the payload has no flag for it, so nothing is gated on finding
 * the name in the text (wecom §3.4).
 */
export function decode(value: unknown, context: DecodeContext): Decoded {
  const parsed = payloadShape.safeParse(value);
  const kind = parsed.success ? kindOf(parsed.data) : undefined;
  if (!parsed.success || kind === undefined) return { kind: 'malformed', reason: '消息缺少 msgtype' };
  const payload = parsed.data;
  if (kind === 'stream') return { kind: 'refresh', streamId: payload.stream?.id ?? '' };
  if (kind === 'event') return decodeEvent(payload, context);
  const incoming = toIncoming(payload, context, {
    kind: 'message',
    text: withoutBotNames(textOf(payload), context.botNames),
    isUnreadable: isUnreadable(kind, payload),
  });
  if (incoming !== null) return incoming;
  return MESSAGE_TYPES.has(kind)
    ? { kind: 'malformed', reason: '消息缺少 msgid、chattype 或 chatid' }
    : { kind: 'ignored', reason: `未知的消息类型 ${kind.slice(0, 40)}` };
}

function decodeEvent(payload: Payload, context: DecodeContext): Decoded {
  const event = payload.event;
  switch (event?.eventtype) {
    case 'enter_chat': {
      const entered: Payload = {
        ...payload,
        msgid: payload.msgid ?? eventId(payload, ''),
        chattype: payload.chattype ?? 'single',
      };
      return (
        toIncoming(entered, context, { kind: 'entered', text: '' }) ?? {
          kind: 'ignored',
          reason: '进入会话事件缺少发送人',
        }
      );
    }
    case 'template_card_event': {
      const key = keyOf(event.template_card_event) ?? keyOf(event) ?? '';
      const taskId = event.template_card_event?.task_id ?? event.task_id ?? '';
      if (key === '' || key === SPENT_KEY) return { kind: 'ignored', reason: '卡片按钮没有内容或已处理' };
      const clicked: Payload = { ...payload, msgid: payload.msgid ?? eventId(payload, `${key}:${taskId}`) };
      return (
        toIncoming(clicked, context, { kind: 'click', text: key, taskId }) ?? {
          kind: 'ignored',
          reason: '卡片事件缺少会话',
        }
      );
    }
    case 'disconnected_event':
      return { kind: 'disconnected' };
    default:
      return { kind: 'ignored', reason: `不处理的事件 ${(event?.eventtype ?? '').slice(0, 40)}`.trim() };
  }
}

const keyOf = (card: Payload['event']): string | undefined => card?.event_key ?? card?.eventkey;

/** Events may come without an id: who, when and which one make it unique. */
function eventId(payload: Payload, detail: string): string {
  return ['event', payload.event?.eventtype, senderOf(payload), timeOf(payload), detail].join(':');
}

function toIncoming(
  payload: Payload,
  context: DecodeContext,
  said: {
    readonly kind: Incoming['kind'];
    readonly text: string;
    readonly taskId?: string;
    readonly isUnreadable?: boolean;
  },
): Decoded | null {
  const senderId = senderOf(payload);
  const chatKind = payload.chattype ?? (payload.chatid === undefined ? 'single' : 'group');
  const chatId = chatKind === 'group' ? payload.chatid : senderId;
  if (payload.msgid === undefined || chatId === undefined || chatId === '') return null;
  const incoming: Incoming = {
    platform: 'wecom',
    id: payload.msgid,
    kind: said.kind,
    chatKind,
    chatId,
    senderId,
    text: said.text,
    ...(said.isUnreadable === true && { isUnreadable: true }),
    mentionsBot: chatKind === 'group',
    mentionedIds: [],
    pictures: picturesOf(payload),
    quote: payload.quote === undefined ? null : quoteOf(payload.quote),
    sentAt: toDate(timeOf(payload)) ?? context.now,
    reply: context.replyTo({ kind: said.kind, responseUrl: payload.response_url ?? null, chatId }),
  };
  return { kind: 'incoming', incoming, taskId: said.taskId ?? null };
}

const timeOf = ({ create_time, event }: Payload): number | undefined => create_time ?? event?.create_time;

/** The vendor counts in seconds; a value this large can only be milliseconds. Undefined for what is no time. */
function toDate(time: number | undefined): Date | undefined {
  if (time === undefined) return undefined;
  const date = new Date(time > 100_000_000_000 ? time : time * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** What has neither words nor pictures, by its kind or because they did not come along; kinds that come one day are among it. */
function isUnreadable(kind: string, payload: Payload): boolean {
  if (kind === 'text') return false;
  if (!['mixed', 'image', 'voice'].includes(kind)) return true;
  return textOf(payload).trim() === '' && picturesOf(payload).length === 0;
}

function textOf(content: Content): string {
  switch (kindOf(content)) {
    case 'text':
      return content.text?.content ?? '';
    case 'voice':
      return content.voice?.content ?? '';
    case 'mixed':
      return (content.mixed?.msg_item ?? [])
        .flatMap((item) => item.text?.content ?? item.voice?.content ?? [])
        .join('\n');
    default:
      return '';
  }
}

function picturesOf(content: Content): PictureRef[] {
  const kind = kindOf(content);
  const parts = kind === 'mixed' ? (content.mixed?.msg_item ?? []) : kind === 'image' ? [content] : [];
  return parts.flatMap(({ image }) => (image === undefined ? [] : { ref: writePicture(image) }));
}

function quoteOf(content: Quoted): Quote {
  const text = textOf(content) || ownWords(content);
  return { text: text === '' ? null : text, messageId: null, pictures: picturesOf(content) };
}

/** The words of an answer of ours that is quoted. */
function ownWords({ markdown, stream, template_card: card }: Quoted): string {
  const lines = [card?.main_title?.title, card?.main_title?.desc, card?.sub_title_text];
  return markdown?.content ?? stream?.content ?? lines.filter((line) => line !== undefined).join('\n');
}
