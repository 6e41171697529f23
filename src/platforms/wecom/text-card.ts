/** 文本卡片 of the 自建应用: a notice that ends in a link becomes a card that opens it (wecom §6.3). Pure. */

const TITLE_CHARACTERS = 128;
const DESCRIPTION_CHARACTERS = 512;
const URL_BYTES = 2048;

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
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const url = lines.at(-1)?.replace(/^\S{1,6}[：:]\s*(?=https?:)/u, '') ?? '';
  const [title = '', ...rest] = lines.slice(0, -1);
  if (!/^https?:\/\/\S+$/u.test(url) || title === '' || rest.length === 0) return null;
  const description = rest.map((line) => `<div class="normal">${escapeTags(line)}</div>`).join('');
  const fits =
    title.length <= TITLE_CHARACTERS &&
    description.length <= DESCRIPTION_CHARACTERS &&
    Buffer.byteLength(url) <= URL_BYTES;
  return fits
    ? { msgtype: 'textcard', textcard: { title: escapeTags(title), description, url, btntxt: '查看' } }
    : null;
}

function escapeTags(text: string): string {
  return text.replaceAll('<', '＜').replaceAll('>', '＞');
}
