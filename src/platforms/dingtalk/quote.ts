/** 引用: what a message replies to, in the several spellings clients use (dingtalk §3.4). Pure. */
import type { PictureRef, Quote } from '../../chat.ts';
import { cardWords } from './card-words.ts';
import type { Body, Content, Payload, Quoted, Segment } from './payload.ts';

export interface QuoteContext {
  /** Payload message id → the id under which the bot knows a message. */
  readonly idOf: (msgId: string) => string;
  readonly pictureOf: (downloadCode: string) => PictureRef;
}

/** Null where nothing is quoted. A quote whose content is absent still has its message id, where the client tells it. */
export function quoteOf(payload: Payload, body: Body | undefined, context: QuoteContext): Quote | null {
  const quoted = body?.repliedMsg ?? payload.repliedMsg ?? payload.quoteMessage;
  const msgId = quoted?.msgId ?? payload.originalMsgId;
  const isReply = body?.isReplyMsg === true || payload.isReplyMsg === true;
  if (quoted === undefined && msgId === undefined && !isReply) return null;
  const content = quoted === undefined ? undefined : contentOf(quoted);
  const text = content === undefined ? '' : textOf(content);
  return {
    text: text === '' ? null : text,
    messageId: msgId === undefined ? null : context.idOf(msgId),
    pictures: content === undefined ? [] : codesOf(typeOf(quoted), content).map(context.pictureOf),
  };
}

/** Other names of a type. */
const SAME_TYPE: Readonly<Record<string, string>> = { image: 'picture', voice: 'audio' };

/** `msgType` here, `msgtype` outside; in small letters, for clients do not agree on them. Empty where it is missing. */
export function typeOf(message: Pick<Quoted, 'msgType' | 'msgtype'> | undefined): string {
  const type = (message?.msgtype ?? message?.msgType ?? '').toLowerCase();
  return SAME_TYPE[type] ?? type;
}

/** The type may be missing, and then what is there tells: under `content`, or as an incoming message has it. */
function contentOf({ content, text, richText }: Quoted): Content | undefined {
  if (text === undefined && richText === undefined) return content;
  return { ...content, ...(text && { text: text.content ?? text.text }), ...(richText && { richText }) };
}

/**
 * Words that came sealed (`…||3||1||132`, seen in captures): nobody can read them, and their digits are no numbers. Without them the
 * bot looks up the message by its id.
 */
const SEALED = /^[A-Za-z0-9+/=\s]{40,}(?:\|\|\d+)+\s*$/u;

function textOf(content: Content): string {
  const segments = content.richText ?? content.richTextList;
  if (segments !== undefined && segments.length > 0) return joined(segments);
  const words = content.text ?? content.content ?? content.markdown ?? (cardWords(content) || content.recognition);
  const text = (words || [content.title, content.summary].filter(Boolean).join('\n')).trim();
  return SEALED.test(text) ? '' : text;
}

/** The type may be missing, and a file or film has a code too: only a picture's own code counts as a picture. */
function codesOf(type: string, content: Content): string[] {
  const segments = content.richText ?? content.richTextList;
  if (segments !== undefined) return pictureCodes(segments);
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

const kindOf = ({ type, msgType }: Segment): string => (type ?? msgType ?? '').toLowerCase();

/** What a richText may hold besides words and pictures, with a code like theirs. */
const OTHER_MEDIA: readonly string[] = ['video', 'audio', 'voice', 'file'];

/** Codes of the pictures of a richText. */
export function pictureCodes(segments: readonly Segment[]): string[] {
  return segments.filter((part) => !OTHER_MEDIA.includes(kindOf(part))).flatMap(codeOf);
}

/** richText in reading order; a picture ends a line. Mentions of others stay as `@name`; a shortcut of the client is nobody's words. */
export function joined(segments: readonly Segment[]): string {
  return segments
    .filter((part) => kindOf(part) !== 'skill')
    .map((part) => {
      if (codeOf(part).length > 0) return '\n';
      if (part.atName !== undefined) return `@${part.atName} `;
      return part.text ?? part.content ?? '';
    })
    .join('')
    .replaceAll(/\s*\n\s*/gu, '\n')
    .trim();
}
