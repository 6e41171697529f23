/** 引用: what a message replies to, in the several spellings clients use (dingtalk §3.4). Pure. */
import type { PictureRef, Quote } from '../../chat.ts';
import type { Body, Payload, Quoted, Segment } from './payload.ts';

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
  const text = quoted === undefined ? '' : textOf(quoted);
  return {
    text: text === '' ? null : text,
    messageId: msgId === undefined ? null : context.idOf(msgId),
    pictures: quoted === undefined ? [] : codesOf(quoted).map(context.pictureOf),
  };
}

function textOf({ content }: Quoted): string {
  if (content === undefined) return '';
  if (content.richText !== undefined) return joined(content.richText);
  const words = content.text ?? content.content ?? content.cardContent;
  return (words ?? [content.title, content.summary].filter(Boolean).join('\n')).trim();
}

/** The msgType may be missing, and a file or film has a code too: only a picture's own code counts as a picture. */
function codesOf({ msgType, content }: Quoted): string[] {
  if (content === undefined) return [];
  if (content.richText !== undefined) return content.richText.flatMap(codeOf);
  const isPicture = msgType === 'picture' || (msgType === undefined && content.downloadCode !== undefined);
  return isPicture ? codeOf(content) : [];
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
