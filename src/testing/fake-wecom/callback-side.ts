/** URL mode as the vendor runs it: encrypts, signs, waits five seconds, tries three times, takes the passive answer (wecom §2, §3). */
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import type { City } from './city.ts';
import { createLine, deliverAtMost } from './deliveries.ts';
import type { DeliveryFault, DeliveryFaults, Outcome, Tried } from './deliveries.ts';
import { failure, OK } from './http.ts';
import type { Route } from './http.ts';
import type { Payload } from './payloads.ts';
import { at, parse, textAt } from '../read.ts';

const ATTEMPTS = 3;
const ANSWER_MS = 5_000;
const RESPONSE_URL_MS = 3_600_000;
const CONTENT_BYTES = 20_480;

export interface CallbackSecrets {
  readonly token: string;
  readonly aesKey: string;
  readonly receiveId: string;
}

export type { Outcome } from './deliveries.ts';

export interface CallbackSide {
  readonly routes: Route[];
  /** The address check at the moment the administrator presses save; true when the answer is right byte for byte. */
  verify(url: string): Promise<{ readonly status: number; readonly isRight: boolean }>;
  /** Delivers one payload; a card event gets one attempt only. */
  deliver(url: string, payload: Payload, how?: { readonly withinMs?: number }): Promise<Outcome>;
  /** Query and body as they would go out, for tests that forge, cut or repeat them. */
  envelope(text: string): { readonly query: string; readonly body: string };
  newResponseUrl(chat: string): string;
  /** Lets go the deliveries that a `late` fault holds back. */
  releaseLate(): void;
}

export function createCallbackSide(given: {
  readonly city: City;
  readonly deliveries: DeliveryFaults;
  readonly secrets: CallbackSecrets;
  readonly base: () => string;
}): CallbackSide {
  const { city, deliveries, secrets, base } = given;
  const line = createLine();
  const responseUrls = new Map<string, { readonly chat: string; readonly until: number }>();

  function signedQuery(encrypted: string, nonce: string): URLSearchParams {
    const timestamp = String(Math.floor(city.now().getTime() / 1000));
    const msg_signature = getSignature(secrets.token, timestamp, nonce, encrypted);
    return new URLSearchParams({ msg_signature, timestamp, nonce });
  }

  function envelope(text: string): { query: string; body: string } {
    const encrypted = encrypt(secrets.aesKey, text, secrets.receiveId);
    return { query: signedQuery(encrypted, city.id('nonce')).toString(), body: JSON.stringify({ encrypt: encrypted }) };
  }

  async function attempt(
    url: string,
    payload: Payload,
    { withinMs, isTorn }: { withinMs: number; isTorn: boolean },
  ): Promise<Tried> {
    const { query, body: whole } = envelope(JSON.stringify(payload));
    const body = isTorn ? whole.slice(0, -20) : whole;
    const response = await fetch(`${url}?${query}`, { method: 'POST', body, signal: AbortSignal.timeout(withinMs) });
    const text = await response.text();
    return { status: response.status, body: text, passive: response.ok ? open(text) : null };
  }

  function open(text: string): unknown {
    if (text === '') return null;
    const outer = parse(text);
    const encrypted = textAt(outer, 'encrypt');
    const right = getSignature(secrets.token, String(at(outer, 'timestamp')), textAt(outer, 'nonce'), encrypted);
    if (textAt(outer, 'msgsignature') !== right) throw new Error('passive answer with a wrong signature');
    const { message, id } = decrypt(secrets.aesKey, encrypted);
    if (id !== secrets.receiveId) throw new Error('passive answer with a wrong receive id');
    return parse(message);
  }

  /** What the vendor shows of a passive answer; other kinds than the allowed ones are not shown (wecom §3.7). */
  function show(payload: Payload, passive: unknown): void {
    const to = textAt(payload, 'chatid') || textAt(payload, 'from', 'userid');
    const event = textAt(payload, 'event', 'eventtype');
    const msgtype = textAt(passive, 'msgtype');
    if (event === 'template_card_event') {
      if (textAt(passive, 'response_type') !== 'update_template_card') return;
      const card = textAt(passive, 'template_card', 'main_title', 'title');
      city.sent.push({ via: 'update', to, msgtype: 'template_card', text: card, tagged: [], body: passive });
    } else if (event === 'enter_chat') {
      if (msgtype !== 'text') return;
      city.sent.push({
        via: 'passive',
        to,
        msgtype,
        text: textAt(passive, 'text', 'content'),
        tagged: [],
        body: passive,
      });
    } else if (msgtype === 'template_card') {
      const card = textAt(passive, 'template_card', 'main_title', 'title');
      city.sent.push({ via: 'passive', to, msgtype, text: card, tagged: [], body: passive });
    } else if (msgtype.startsWith('stream')) {
      const content = textAt(passive, 'stream', 'content');
      if (Buffer.byteLength(content) > CONTENT_BYTES) return;
      city.sent.push({ via: 'passive', to, msgtype, text: content, tagged: [], body: passive });
    }
  }

  function respond(code: string, body: unknown): ReturnType<Route['answer']> {
    const held = responseUrls.get(code);
    if (held === undefined || held.until <= city.now().getTime()) return failure(40003, 'invalid response_code');
    const msgtype = textAt(body, 'msgtype');
    if (msgtype !== 'markdown' && msgtype !== 'template_card') return failure(40008, 'invalid message type');
    const text = textAt(body, 'markdown', 'content');
    if (Buffer.byteLength(text) > CONTENT_BYTES) return failure(40058, 'markdown.content exceed max length 20480');
    responseUrls.delete(code);
    city.sent.push({ via: 'response_url', to: held.chat, msgtype, text, tagged: [], body });
    return { body: OK };
  }

  return {
    envelope,
    releaseLate: () => line.releaseLate(),
    routes: [
      {
        path: /^\/cgi-bin\/aibot\/response$/u,
        part: 'response',
        answer: ({ url, body }) => respond(url.searchParams.get('response_code') ?? '', parse(body.toString())),
      },
    ],

    async verify(url) {
      const expected = String(Math.floor(Math.random() * 1e16));
      const echostr = encrypt(secrets.aesKey, expected, secrets.receiveId);
      const query = signedQuery(echostr, 'n0nce');
      const response = await fetch(`${url}?${query.toString()}&echostr=${encodeURIComponent(echostr)}`);
      return { status: response.status, isRight: (await response.text()) === expected };
    },

    async deliver(url, payload, { withinMs = ANSWER_MS } = {}) {
      const most = textAt(payload, 'event', 'eventtype') === 'template_card_event' ? 1 : ATTEMPTS;
      const bring = (fault: DeliveryFault | undefined): Promise<Outcome> =>
        deliverAtMost(most, fault, {
          attempt: (isTorn) => attempt(url, payload, { withinMs, isTorn }),
          taken: (last) => show(payload, last.passive),
        });
      return line.bring(deliveries.take(), bring);
    },

    newResponseUrl(chat) {
      const code = city.id('RC');
      responseUrls.set(code, { chat, until: city.now().getTime() + RESPONSE_URL_MS });
      return `${base()}/cgi-bin/aibot/response?response_code=${code}`;
    },
  };
}
