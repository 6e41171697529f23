/** 群机器人 as the vendor runs it: byte limits, 20 a minute, mention lists (wecom §6.1). */
import { createHash } from 'node:crypto';
import type { City, FakeGroup } from './city.ts';
import { failure, OK } from './http.ts';
import type { HttpAnswer, HttpRequest, Route } from './http.ts';
import { createCounter } from '../limits.ts';
import { parse, textAt, textsAt } from '../read.ts';

const PICTURE_BYTES = 2 * 1024 * 1024;
const MEDIA_MS = 3 * 24 * 3_600_000;
const TYPES = ['text', 'markdown', 'markdown_v2', 'image', 'news', 'file', 'voice', 'template_card'];
const LIMITS: Readonly<Record<string, number>> = { text: 2048, markdown: 4096, markdown_v2: 4096 };

export function webhookRoutes(city: City): Route[] {
  const counter = createCounter([{ most: 20, periodMs: 60_000 }], city.now);
  /** A media_id is bound to the key it was uploaded with. */
  const media = new Map<string, { readonly key: string; readonly until: number }>();

  const groupOf = ({ url }: HttpRequest): FakeGroup | undefined =>
    [...city.groups.values()].find(
      ({ webhookKey }) => webhookKey !== null && webhookKey === url.searchParams.get('key'),
    );

  function send(request: HttpRequest): HttpAnswer {
    const group = groupOf(request);
    if (group === undefined) return failure(93000, 'invalid webhook url');
    const body = parse(request.body.toString());
    const msgtype = textAt(body, 'msgtype');
    if (!TYPES.includes(msgtype)) return failure(40008, 'invalid message type');
    const wrong = whyWrong(msgtype, body, group);
    if (wrong !== null) return wrong;
    if (!counter.take(group.chatId)) return failure(45009, 'api freq out of limit');
    const text = textAt(body, msgtype, 'content') || textAt(body, 'template_card', 'main_title', 'title');
    city.sent.push({ via: 'webhook', to: group.chatId, msgtype, text, tagged: taggedBy(body, city, group), body });
    return { body: OK };
  }

  function whyWrong(msgtype: string, body: unknown, group: FakeGroup): HttpAnswer | null {
    if (msgtype === 'image') return whyWrongPicture(body);
    if (msgtype === 'file' || msgtype === 'voice') {
      const held = media.get(textAt(body, msgtype, 'media_id'));
      const isGood = held !== undefined && held.key === group.webhookKey && held.until > city.now().getTime();
      return isGood ? null : failure(40007, 'invalid media_id');
    }
    if (msgtype === 'template_card') return whyWrongCard(body);
    const limit = LIMITS[msgtype];
    if (limit === undefined) return null;
    const content = textAt(body, msgtype, 'content');
    if (content === '') return failure(44004, 'empty content');
    return Buffer.byteLength(content) <= limit
      ? null
      : failure(40058, `${msgtype}.content exceed max length ${limit}. invalid Request Parameter`);
  }

  function upload(request: HttpRequest): HttpAnswer {
    const group = groupOf(request);
    if (group === undefined) return failure(93000, 'invalid webhook url');
    const isForm = request.headers['content-type']?.startsWith('multipart/form-data') === true;
    if (!isForm || !request.body.includes('name="media"')) return failure(44001, 'empty media data');
    const media_id = city.id('media');
    media.set(media_id, { key: group.webhookKey ?? '', until: city.now().getTime() + MEDIA_MS });
    const created_at = String(Math.floor(city.now().getTime() / 1000));
    return { body: { ...OK, type: request.url.searchParams.get('type'), media_id, created_at } };
  }

  return [
    { path: /^\/cgi-bin\/webhook\/send$/u, part: 'webhook', answer: send },
    { path: /^\/cgi-bin\/webhook\/upload_media$/u, part: 'webhook-upload', answer: upload },
  ];
}

/** Two kinds only, without buttons, and each opens something (wecom §5.1, §5.2). */
function whyWrongCard(body: unknown): HttpAnswer | null {
  const card = (...path: string[]): string => textAt(body, 'template_card', ...path);
  const isKnown = ['text_notice', 'news_notice'].includes(card('card_type'));
  const isWhole = card('card_action', 'url') !== '' && card('main_title', 'title') + card('sub_title_text') !== '';
  return isKnown && isWhole ? null : failure(40058, 'template_card. invalid Request Parameter');
}

function whyWrongPicture(body: unknown): HttpAnswer | null {
  const bytes = Buffer.from(textAt(body, 'image', 'base64'), 'base64');
  if (bytes.length > PICTURE_BYTES) return failure(40009, 'invalid image size');
  const md5 = createHash('md5').update(bytes).digest('hex');
  return md5 === textAt(body, 'image', 'md5') ? null : failure(301019, 'image md5 not match');
}

/** Lists count for text only, `<@id>` for text and markdown; who is not in the group is shown as text and not notified. */
function taggedBy(body: unknown, city: City, group: FakeGroup): string[] {
  const msgtype = textAt(body, 'msgtype');
  const inline = ['text', 'markdown'].includes(msgtype)
    ? Array.from(textAt(body, msgtype, 'content').matchAll(/<@([^<>\s]{1,64})>/gu), (match) => match[1] ?? '')
    : [];
  const mobiles = textsAt(body, 'text', 'mentioned_mobile_list');
  const byMobile = [...city.people.values()]
    .filter(({ mobile }) => mobiles.includes(mobile))
    .map(({ userId }) => userId);
  const named = [
    ...textsAt(body, 'text', 'mentioned_list'),
    ...byMobile,
    ...inline,
    ...mobiles.filter((to) => to === '@all'),
  ];
  const members = new Map(group.members.map((member) => [member.toLowerCase(), member]));
  return [...new Set(named)].flatMap((id) => (id === '@all' ? id : (members.get(id.toLowerCase()) ?? [])));
}
