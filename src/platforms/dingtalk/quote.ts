/** 引用: what a message replies to, in the several spellings clients use (dingtalk §3.4). Pure. */
import type { PictureRef, Quote } from '../../chat.ts';
import type { Body, Content, Payload, Quoted, Segment } from './payload.ts';

export interface QuoteContext {
  /** Payload message id → the id under which the bot knows a message. */
  readonly idOf: (msgId: string) => string;
  readonly pictureOf: (downloadCode: string) => PictureRef;
}

/** Null where nothing is quoted. A quote whose content is absent still has its message id, where the client tells it. */
export function quoteOf(payload: Payload, body: Body | undefined, context: QuoteContext): Quote | null {
  const quoted = body?.repliedMsg ?? payload.quoteMessage;
  const msgId = quoted?.msgId ?? payload.originalMsgId;
  if (quoted === undefined && msgId === undefined && body?.isReplyMsg !== true) return null;
  const content = quoted === undefined ? undefined : contentOf(quoted);
  const text = content === undefined ? '' : textOf(content);
  return {
    text: text === '' ? null : text,
    messageId: msgId === undefined ? null : context.idOf(msgId),
    pictures: content === undefined ? [] : codesOf(typeOf(quoted), content).map(context.pictureOf),
  };
}

/** `msgType` here, `msgtype` outside; in small letters, for clients do not agree on them. Empty where it is missing. */
export function typeOf(message: Pick<Quoted, 'msgType' | 'msgtype'> | undefined): string {
  return (message?.msgtype ?? message?.msgType ?? '').toLowerCase();
}

/** The type may be missing, and then what is there tells: under `content`, or as an incoming message has it. */
function contentOf({ content, text, richText }: Quoted): Content | undefined {
  if (text === undefined && richText === undefined) return content;
  return { ...content, ...(text && { text: text.content ?? text.text }), ...(richText && { richText }) };
}

function textOf(content: Content): string {
  const segments = content.richText ?? content.richTextList;
  if (segments !== undefined && segments.length > 0) return joined(segments);
  const words = content.text ?? content.content ?? wordsIn(content.cardContent).join('\n');
  return (words || [content.title, content.summary].filter(Boolean).join('\n')).trim();
}

/** What a card says, wherever in it: its number is looked for there. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** The type may be missing, and a file or film has a code too: only a picture's own code counts as a picture. */
function codesOf(type: string, content: Content): string[] {
  const segments = content.richText ?? content.richTextList;
  if (segments !== undefined) return segments.flatMap(codeOf);
  const { fileName, videoType, duration } = content;
  const isOther = [fileName, videoType, duration].some((member) => member !== undefined);
  return type === 'picture' || (type === '' && !isOther) ? codeOf(content) : [];
}

/** `downloadCode` is preferred: the other one has given HTTP 500 (dingtalk §7.4). */
export function codeOf(part: {
  readonly downloadCode?: string | undefined;
  readonly pictureDownloadCode?: string | undefined;
}): string[] {
  const code = [part.downloadCode, part.pictureDownloadCode].find((one) => one !== undefined && one !== '');
  return code === undefined ? [] : [code];
}

/** richText in reading order; a picture ends a line. Mentions of others stay as `@name`. */
export function joined(segments: readonly Segment[]): string {
  return segments
    .map((part) => {
      if (codeOf(part).length > 0) return '\n';
      if (part.atName !== undefined) return `@${part.atName} `;
      return part.text ?? part.content ?? '';
    })
    .join('')
    .replaceAll(/\s*\n\s*/gu, '\n')
    .trim();
}
