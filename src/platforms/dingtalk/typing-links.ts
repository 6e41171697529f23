/**
 * Buttons whose pressing types for the presser, by `dtmd:` links. Field reports use them; the reference does not vouch for them, least
 * of all for whether the robot of a group hears what was typed so. Hence off by default (`assumptions.buttons`). Pure.
 */
import type { Button } from '../../chat.ts';

export type Card =
  | { readonly msgtype: 'markdown'; readonly markdown: { readonly title: string; readonly text: string } }
  | { readonly msgtype: 'actionCard'; readonly actionCard: Readonly<Record<string, unknown>> };

/** A card is to be taken in at a glance; a longer text goes out as text. */
const LONGEST_CARD = 1_000;
const MOST_BUTTONS = 5;
const TITLE_CHARACTERS = 20;

/** The card for a text that is markdown already, or null where it has no buttons or is too long for one. */
export function cardOf(markdown: string, buttons: readonly Button[], style: 'links' | 'card'): Card | null {
  if (buttons.length === 0 || markdown.length > LONGEST_CARD) return null;
  const shown = buttons
    .slice(0, MOST_BUTTONS)
    .map(({ label, says }) => ({ title: label, actionURL: typingLink(says) }));
  const title = titleOf(markdown);
  if (style === 'card') {
    return { msgtype: 'actionCard', actionCard: { title, text: markdown, btnOrientation: '1', btns: shown } };
  }
  const links = shown.map(({ title: label, actionURL }) => `[${label}](${actionURL})`).join(' &nbsp; ');
  return { msgtype: 'markdown', markdown: { title, text: `${markdown}\n\n${links}` } };
}

/** What the list of conversations shows. */
function titleOf(markdown: string): string {
  const [line = ''] = markdown.split('\n');
  const characters = Array.from(new Intl.Segmenter('zh').segment(line), ({ segment }) => segment);
  return characters.slice(0, TITLE_CHARACTERS).join('').trim() || '督办消息';
}

/** Opens in the client as if the person had typed these words here. */
function typingLink(says: string): string {
  const encoded = encodeURIComponent(says).replaceAll(
    /[()']/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `dtmd://dingtalkclient/sendMessage?content=${encoded}`;
}
