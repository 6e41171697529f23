/** Outgoing → bodies of requests. Pure. A platform text is plain: nothing a person typed may become markup or a mention (wecom §5.4). */
import type { Mention, Outgoing } from '../../chat.ts';
import { mobileOf } from '../mobile-id.ts';
import { shorten, splitText } from './split.ts';

/** Bytes per message (wecom §5.3). */
const WEBHOOK_TEXT_BYTES = 2048;
const WEBHOOK_MARKDOWN_BYTES = 4096;
export const BOT_MARKDOWN_BYTES = 20_480;
const APP_TEXT_BYTES = 2048;

export type WebhookFormat = 'text' | 'markdown';

export interface WebhookText {
  readonly msgtype: 'text';
  readonly text: {
    readonly content: string;
    readonly mentioned_list?: readonly string[];
    readonly mentioned_mobile_list?: readonly string[];
  };
}

export interface Markdown {
  readonly msgtype: 'markdown';
  readonly markdown: { readonly content: string };
}

/** Never everybody (domain §13): `@all` is refused here too, and an id is a userid (wecom §6.7) or a number. */
export function isOnePerson(personId: string): boolean {
  return /^[0-9A-Za-z_\-@.]{1,64}$/u.test(personId) ? personId.toLowerCase() !== '@all' : mobileOf(personId) !== null;
}

/** `<@…>` is a mention in webhook text and in its markdown: what people typed is shown with a wide bracket instead. */
function withoutTags(text: string): string {
  return text.replaceAll('<@', '＜@');
}

/** Plain text → markdown that looks like it. Signs that would lay out something are replaced by their wide twins. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replaceAll('*', '＊')
    .replaceAll('`', '｀')
    .replaceAll('~~', '～～')
    .replaceAll('](', ']（')
    .replaceAll('__', '＿＿')
    .replaceAll(/^(#{1,6})(?=\s)/gmu, (marks) => '＃'.repeat(marks.length))
    .replaceAll(/^[-=]{3,}\s*$/gmu, (marks) => '—'.repeat(marks.trimEnd().length))
    .replaceAll(/^ {4,}/gmu, (blanks) => '　'.repeat(Math.floor(blanks.length / 2)));
}

/** For the 群机器人: the text in parts, each notifying the people whose `@name` stands in it; people named nowhere go with the last. */
export function renderWebhook(message: Outgoing, format: WebhookFormat): (WebhookText | Markdown)[] {
  return format === 'text' || message.mentions.some(({ personId }) => mobileOf(personId) !== null)
    ? renderWebhookText(message)
    : renderWebhookMarkdown(message);
}

function renderWebhookText(message: Outgoing): WebhookText[] {
  const mentions = message.mentions.filter(({ personId }) => isOnePerson(personId));
  const parts = splitText(withoutTags(message.text), WEBHOOK_TEXT_BYTES, shownNames(message));
  return parts.map((content, at) => {
    const people = mentionsIn(parts, at, mentions).map(({ personId }) => personId);
    const mobiles = people.flatMap((id) => mobileOf(id) ?? []);
    const ids = people.filter((id) => mobileOf(id) === null);
    return {
      msgtype: 'text',
      text: {
        content,
        ...(ids.length > 0 && { mentioned_list: ids }),
        ...(mobiles.length > 0 && { mentioned_mobile_list: mobiles }),
      },
    };
  });
}

/** Mention lists are ignored in markdown, so `@name` is replaced by `<@userid>`, which the client shows as the name. */
function renderWebhookMarkdown(message: Outgoing): Markdown[] {
  let text = escapeMarkdown(message.text);
  const mentions = message.mentions.filter(({ personId }) => isOnePerson(personId));
  const byLength = mentions.toSorted((a, b) => b.name.length - a.name.length);
  // Longest first: @王磊 must not eat the head of @王磊明.
  for (const { personId, name } of byLength) {
    const shown = `@${escapeMarkdown(name)}`;
    text = text.includes(shown) ? text.replaceAll(shown, `<@${personId}>`) : `${text}\n<@${personId}>`;
  }
  return splitText(text, WEBHOOK_MARKDOWN_BYTES).map((part) => markdown(part));
}

/** For the 智能机器人 on the long connection: parts of markdown; nobody can be notified there (wecom §4.10). */
export function renderMarkdown(message: Outgoing): string[] {
  return splitText(escapeMarkdown(message.text), BOT_MARKDOWN_BYTES, shownNames(message));
}

/** For ways that take one message only (`response_url`): what does not fit is left out, and the text says so. */
export function renderMarkdownOnce(message: Outgoing): Markdown {
  return markdown(
    shorten(escapeMarkdown(message.text), BOT_MARKDOWN_BYTES, '\n（内容过长，其余未显示，请缩小查询范围。）'),
  );
}

/** For the 自建应用: text in parts. It allows `<a href>` (wecom §6.3), so tags people typed are disarmed. */
export function renderApp(message: Outgoing): string[] {
  return splitText(message.text.replaceAll('<', '＜'), APP_TEXT_BYTES, shownNames(message));
}

export function markdown(content: string): Markdown {
  return { msgtype: 'markdown', markdown: { content } };
}

function shownNames(message: Outgoing): string[] {
  return message.mentions.map(({ name }) => `@${name}`);
}

function mentionsIn(parts: readonly string[], at: number, mentions: readonly Mention[]): Mention[] {
  return mentions.filter(({ name }) => {
    const first = parts.findIndex((part) => part.includes(`@${name}`));
    return first === at || (first < 0 && at === parts.length - 1);
  });
}
