/** A notice that ends in a link becomes a card that opens it: 文本卡片 of the 自建应用 (wecom §6.3), 文本通知 of the 群机器人 (wecom §5.1). Pure. */
import type { Outgoing } from '../../chat.ts';

const TITLE_CHARACTERS = 128;
const DESCRIPTION_CHARACTERS = 512;
const URL_BYTES = 2048;
/** Recommended by the vendor (wecom §5.1): what is longer is cut on screens. */
const NOTICE_TITLE_CHARACTERS = 26;
const NOTICE_TEXT_CHARACTERS = 112;

export interface NoticeCard {
  readonly msgtype: 'template_card';
  readonly template_card: {
    readonly card_type: 'text_notice';
    readonly main_title: { readonly title: string };
    readonly sub_title_text: string;
    readonly card_action: { readonly type: 1; readonly url: string };
  };
}

export interface TextCard {
  readonly msgtype: 'textcard';
  readonly textcard: {
    readonly title: string;
    readonly description: string;
    readonly url: string;
    readonly btntxt: string;
  };
}

/** Plain text → card, where it is a title, some lines and a last line that is nothing but a link; otherwise null. */
export function renderTextCard(text: string): TextCard | null {
  const notice = readNotice(text);
  if (notice === null) return null;
  const { title, lines, url } = notice;
  const description = lines.map((line) => `<div class="normal">${escapeTags(line)}</div>`).join('');
  const fits = title.length <= TITLE_CHARACTERS && description.length <= DESCRIPTION_CHARACTERS;
  return fits
    ? { msgtype: 'textcard', textcard: { title: escapeTags(title), description, url, btntxt: '查看' } }
    : null;
}

/** The card of a group's webhook: it shows little and notifies nobody, so only short messages without tags become one. */
export function renderNoticeCard({ text, mentions }: Outgoing): NoticeCard | null {
  const notice = mentions.length > 0 ? null : readNotice(text);
  if (notice === null) return null;
  const { title, url } = notice;
  const sub_title_text = notice.lines.join('\n');
  if (title.length > NOTICE_TITLE_CHARACTERS || sub_title_text.length > NOTICE_TEXT_CHARACTERS) return null;
  return {
    msgtype: 'template_card',
    template_card: { card_type: 'text_notice', main_title: { title }, sub_title_text, card_action: { type: 1, url } },
  };
}

interface Notice {
  readonly title: string;
  readonly lines: readonly string[];
  readonly url: string;
}

function readNotice(text: string): Notice | null {
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const url = all.at(-1)?.replace(/^\S{1,6}[：:]\s*(?=https?:)/u, '') ?? '';
  const [title = '', ...lines] = all.slice(0, -1);
  const isOne = /^https?:\/\/\S+$/u.test(url) && title !== '' && lines.length > 0;
  return isOne && Buffer.byteLength(url) <= URL_BYTES ? { title, lines, url } : null;
}

function escapeTags(text: string): string {
  return text.replaceAll('<', '＜').replaceAll('>', '＞');
}
