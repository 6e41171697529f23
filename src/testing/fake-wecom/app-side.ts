/** 自建应用 as the vendor runs it: tokens, messages to persons, ids (wecom §6.2–6.7, §3.10). */
import type { City } from './city.ts';
import { failure, OK } from './http.ts';
import type { HttpAnswer, HttpRequest, Route } from './http.ts';
import { createCounter } from '../limits.ts';
import { at, parse, textAt, textsAt } from '../read.ts';

const TOKEN_MS = 7_200_000;
const TYPES = ['text', 'markdown', 'textcard', 'image', 'file', 'template_card'];

export interface AppSecrets {
  readonly corpId: string;
  readonly agentId: number;
  readonly secret: string;
}

export interface AppSide {
  readonly routes: Route[];
  /** The present token stops being valid before its time (40014). */
  revokeToken(): void;
  /** Puts a file on the media store, as when a person sends a picture to the application. */
  putMedia(bytes: Buffer): string;
}

export function createAppSide(city: City, secrets: AppSecrets): AppSide {
  const counter = createCounter(
    [
      { most: 30, periodMs: 60_000 },
      { most: 1000, periodMs: 3_600_000 },
    ],
    city.now,
  );
  const media = new Map<string, Buffer>();
  /** When a member was sent the same content, for whoever asks to have repetitions dropped (wecom §6.3). */
  const before = new Map<string, number>();
  let token: { text: string; until: number } | undefined;

  function getToken({ url }: HttpRequest): HttpAnswer {
    if (url.searchParams.get('corpid') !== secrets.corpId) return failure(40013, 'invalid corpid');
    if (url.searchParams.get('corpsecret') !== secrets.secret) return failure(40001, 'invalid credential');
    const at = city.now().getTime();
    // While valid, asking again gives the same one.
    if (token === undefined || token.until <= at) token = { text: city.id('token'), until: at + TOKEN_MS };
    return { body: { ...OK, access_token: token.text, expires_in: Math.floor((token.until - at) / 1000) } };
  }

  function guarded(answer: (body: unknown, request: HttpRequest) => HttpAnswer): Route['answer'] {
    return (request) => {
      if (token?.text !== request.url.searchParams.get('access_token')) return failure(40014, 'invalid access_token');
      if (token.until <= city.now().getTime()) return failure(42001, 'access_token expired');
      return answer(parse(request.body.toString()), request);
    };
  }

  function send(body: unknown): HttpAnswer {
    const msgtype = textAt(body, 'msgtype');
    if (at(body, 'agentid') !== secrets.agentId) return failure(40056, 'invalid agentid');
    if (!TYPES.includes(msgtype)) return failure(40008, 'invalid message type');
    const asked = textAt(body, 'touser')
      .split('|')
      .filter((id) => id !== '');
    const known = asked.filter((id) => city.personById(id)?.isVisible === true);
    if (known.length === 0) return failure(81013, 'user & party & tag all invalid');
    for (const id of known) {
      const to = city.personById(id)?.userId ?? id;
      // Beyond the limit of a member the vendor drops in silence, and repetitions where that is asked for.
      if (isRepeated(to, body) || !counter.take(to)) continue;
      const text = textAt(body, msgtype, 'content') || textAt(body, msgtype, 'description');
      const shown = Buffer.from(text).subarray(0, 2048).toString();
      city.sent.push({ via: 'app', to, msgtype, text: shown, tagged: [], body });
    }
    const invaliduser = asked.filter((id) => !known.includes(id)).join('|');
    return { body: { ...OK, invaliduser, invalidparty: '', invalidtag: '', msgid: city.id('app') } };
  }

  function isRepeated(to: string, body: unknown): boolean {
    const content = `${to} ${JSON.stringify(at(body, textAt(body, 'msgtype')))}`;
    const last = before.get(content);
    before.set(content, city.now().getTime());
    if (at(body, 'enable_duplicate_check') !== 1 || last === undefined) return false;
    return city.now().getTime() - last < Number(at(body, 'duplicate_check_interval') ?? 1800) * 1000;
  }

  function plainIds(body: unknown): HttpAnswer {
    const asked = textsAt(body, 'open_userid_list');
    const pairs = asked.flatMap((open_userid) => {
      const person = [...city.people.values()].find(({ openId }) => openId === open_userid);
      return person?.isVisible === true ? { open_userid, userid: person.userId } : [];
    });
    const found = pairs.map(({ open_userid }) => open_userid);
    return { body: { ...OK, userid_list: pairs, invalid_open_userid_list: asked.filter((id) => !found.includes(id)) } };
  }

  function userIdByMobile(body: unknown): HttpAnswer {
    const person = [...city.people.values()].find(({ mobile }) => mobile === textAt(body, 'mobile'));
    if (person === undefined) return failure(46004, 'userid not found');
    return person.isVisible ? { body: { ...OK, userid: person.userId } } : failure(60011, 'no privilege to access');
  }

  function putMedia(bytes: Buffer): string {
    const id = city.id('media');
    media.set(id, bytes);
    return id;
  }

  function getMedia(request: HttpRequest): HttpAnswer {
    const bytes = media.get(request.url.searchParams.get('media_id') ?? '');
    if (bytes === undefined) return failure(40007, 'invalid media_id');
    return {
      body: bytes,
      headers: { 'content-type': 'image/jpeg', 'content-disposition': 'attachment; filename="p.jpg"' },
    };
  }

  function upload(request: HttpRequest): HttpAnswer {
    if (!request.body.includes('name="media"')) return failure(44001, 'empty media data');
    return {
      body: { ...OK, errmsg: '', type: request.url.searchParams.get('type'), media_id: putMedia(request.body) },
    };
  }

  return {
    routes: [
      { path: /^\/cgi-bin\/gettoken$/u, part: 'token', answer: getToken },
      { path: /^\/cgi-bin\/message\/send$/u, part: 'message', answer: guarded(send) },
      { path: /^\/cgi-bin\/batch\/openuserid_to_userid$/u, part: 'ids', answer: guarded(plainIds) },
      { path: /^\/cgi-bin\/user\/getuserid$/u, part: 'ids', answer: guarded(userIdByMobile) },
      { path: /^\/cgi-bin\/media\/upload$/u, part: 'media', answer: guarded((_body, request) => upload(request)) },
      { path: /^\/cgi-bin\/media\/get$/u, part: 'media', answer: guarded((_body, request) => getMedia(request)) },
    ],
    revokeToken: () => void (token = undefined),
    putMedia,
  };
}
