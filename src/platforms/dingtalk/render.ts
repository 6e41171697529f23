/** One part of a message → the body each channel takes. Pure. A text is plain: nothing a person typed may become markup or a mention. */
import type { Button, Mention } from '../../chat.ts';
import { mobileOf } from '../mobile-id.ts';
import { cardOf } from './typing-links.ts';
import type { Part } from './split.ts';

export interface At {
  readonly atUserIds: readonly string[];
  readonly atMobiles: readonly string[];
  readonly isAtAll: false;
}

/** Body for the session webhook and the group webhook, which take the same (dingtalk §5, §6.1). */
export type WebhookBody =
  | { readonly msgtype: 'text'; readonly text: { readonly content: string }; readonly at: At }
  | {
      readonly msgtype: 'markdown';
      readonly markdown: { readonly title: string; readonly text: string };
      readonly at: At;
    }
  | { readonly msgtype: 'actionCard'; readonly actionCard: Readonly<Record<string, unknown>>; readonly at: At };

/** For the OpenAPI, whose `msgParam` is JSON text (dingtalk §7.2). */
export interface Template {
  readonly msgKey: string;
  readonly msgParam: string;
}

/**
 * For a webhook: each person stands in the `at` list **and** as `@id` in the body, in place of the first `@name`; in only one of the
 * two nobody is notified (dingtalk §5). `@所有人` that somebody typed stays text, for `isAtAll` is always false.
 */
export function renderWebhook(part: Part, buttons: readonly Button[], style: 'text' | 'links' | 'card'): WebhookBody {
  const at: At = {
    atUserIds: part.mentions.map(({ personId }) => personId).filter((id) => mobileOf(id) === null),
    atMobiles: part.mentions.flatMap(({ personId }) => mobileOf(personId) ?? []),
    isAtAll: false,
  };
  const card = style === 'text' ? null : cardOf(withIds(part, escapeMarkdown), buttons, style);
  if (card !== null) return { ...card, at };
  return { msgtype: 'text', text: { content: withIds(part, withoutControls) }, at };
}

/** For the OpenAPI, which notifies nobody: `@name` stays as people read it. */
export function renderTemplate(part: Part): Template {
  return { msgKey: 'sampleText', msgParam: JSON.stringify({ content: withoutControls(part.text) }) };
}

export function pictureTemplate(mediaId: string): Template {
  return { msgKey: 'sampleImageMsg', msgParam: JSON.stringify({ photoURL: mediaId }) };
}

export function fileTemplate(mediaId: string, fileName: string): Template {
  return { msgKey: 'sampleFile', msgParam: JSON.stringify({ mediaId, fileName, fileType: extensionOf(fileName) }) };
}

/** File types a robot may send, and picture types that may be uploaded (dingtalk §7.2, §7.5). */
const FILE_TYPES: ReadonlySet<string> = new Set(['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx']);
const PICTURE_TYPES: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'gif', 'bmp']);

export function isSendable(kind: 'picture' | 'file', name: string): boolean {
  return (kind === 'file' ? FILE_TYPES : PICTURE_TYPES).has(extensionOf(name));
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** The text with `@id ` for the first `@name` of each person of the part; what lies between goes through `dress`. */
function withIds(part: Part, dress: (text: string) => string): string {
  let rest = part.text;
  let done = '';
  for (const { at, mention } of placesOf(part)) {
    const here = at - (part.text.length - rest.length);
    const shown = mobileOf(mention.personId) ?? mention.personId;
    const after = rest.slice(here + mention.name.length + 1);
    done += `${dress(rest.slice(0, here))}@${shown}${/^\s/u.test(after) ? '' : ' '}`;
    rest = after;
  }
  return done + dress(rest);
}

function placesOf({ text, mentions }: Part): { readonly at: number; readonly mention: Mention }[] {
  const byLength = mentions.toSorted((a, b) => b.name.length - a.name.length);
  const free = text.split('');
  const places = byLength.flatMap((mention) => {
    const at = free.join('').indexOf(`@${mention.name}`);
    if (at < 0) return [];
    free.fill('\0', at, at + mention.name.length + 1);
    return [{ at, mention }];
  });
  return places.toSorted((a, b) => a.at - b.at);
}

/** Control characters are of no use to a reader and swell the JSON sixfold. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the ones to go
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ');
}

/** Plain text → markdown that looks like it: signs that would lay out, link or mention become their wide twins (dingtalk §6.6). */
export function escapeMarkdown(text: string): string {
  const wide: Readonly<Record<string, string>> = {
    '[': '［',
    ']': '］',
    '*': '＊',
    _: '＿',
    '#': '＃',
    '>': '＞',
    '<': '＜',
    '`': '｀',
    '@': '＠',
    '~': '～',
    '!': '！',
    '|': '｜',
    '\\': '＼',
  };
  return withoutControls(text)
    .replaceAll(/[[\]*_#><`@~!|\\]/gu, (sign) => wide[sign] ?? sign)
    .replaceAll(/^([-+=])(?=[\s=+-]|$)/gmu, (sign) => (sign === '-' ? '－' : sign === '+' ? '＋' : '＝'))
    .replaceAll('\n', '  \n  ');
}
