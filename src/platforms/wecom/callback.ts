/** 智能机器人 in URL mode: one request → what it is, and the encrypted passive answer (wecom §2.4–2.6, §3). */
import type { Acknowledgement, Outgoing, Received, ReplyRoute, WebhookRequest } from '../../chat.ts';
import { renderCard, renderSpentCard } from './cards.ts';
import { CipherError } from './cipher.ts';
import { createCodec } from './codec.ts';
import type { Codec } from './codec.ts';
import { decode } from './decode.ts';
import type { Decoded } from './decode.ts';
import type { UrlModeOptions } from './options.ts';
import { parseJson } from '../parse-json.ts';
import { BOT_MARKDOWN_BYTES, escapeMarkdown } from './render.ts';
import { writeRoute } from './routes.ts';
import { deliveredAt, readQuery, whyNotSigned } from './verify.ts';
import type { SignedQuery, Sealed } from './verify.ts';

/** `response_url` lives an hour (wecom §3.9); a margin keeps us from using it at its very end. */
const RESPONSE_URL_MS = 55 * 60_000;
/** Sent as text/plain by the vendor's own plugin; the documentation states none. */
const ENVELOPE_TYPE = 'text/plain; charset=utf-8';
export const NOTHING: Acknowledgement = { body: '', contentType: ENVELOPE_TYPE, carriesAnswer: false };

export interface CallbackOptions {
  readonly urlMode: UrlModeOptions;
  readonly botNames: () => readonly string[];
  readonly now: () => Date;
  readonly staleAfterMs: number | null;
  /** Whether the people of this answer are to be notified and only the group's webhook can do it: then it must not travel in the 200. */
  readonly goesByWebhook: (answer: Outgoing) => boolean;
}

/** Throws CipherError when the key is malformed. */
export function createCallback(options: CallbackOptions): (request: WebhookRequest) => Received {
  const codec = createCodec(options.urlMode);

  function seal(payload: unknown, query: SignedQuery, carriesAnswer: boolean): Acknowledgement {
    const timestamp = Math.floor(options.now().getTime() / 1000);
    const nonce = query.nonce;
    const encrypt = codec.seal(JSON.stringify(payload));
    const msgsignature = codec.sign(String(timestamp), nonce, encrypt);
    return {
      body: JSON.stringify({ encrypt, msgsignature, timestamp, nonce }),
      contentType: ENVELOPE_TYPE,
      carriesAnswer,
    };
  }

  function replyTo(responseUrl: string | null): ReplyRoute | null {
    if (responseUrl === null) return null;
    const expiresAt = new Date(options.now().getTime() + RESPONSE_URL_MS);
    return { route: writeRoute({ via: 'url', url: responseUrl }), expiresAt };
  }

  function toReceived(decoded: Decoded, query: SignedQuery): Received {
    switch (decoded.kind) {
      case 'malformed':
        return { kind: 'refused', status: 400, reason: decoded.reason };
      case 'ignored':
        return { kind: 'ignored', reason: decoded.reason, acknowledgement: NOTHING };
      case 'disconnected':
        return { kind: 'ignored', reason: '不处理的事件 disconnected_event', acknowledgement: NOTHING };
      case 'refresh': {
        if (decoded.streamId === '') return { kind: 'ignored', reason: '流式刷新缺少标识', acknowledgement: NOTHING };
        // We never leave a stream open; a poll can only belong to a run before this one and would spin on.
        const over = stream(decoded.streamId, '这条回复已经结束，请重新 @ 机器人。');
        return { kind: 'ignored', reason: '流式刷新', acknowledgement: seal(over, query, false) };
      }
      case 'incoming':
        break;
    }
    return {
      kind: 'message',
      incoming: decoded.incoming,
      deliveredAt: deliveredAt(query),
      acknowledge(answer) {
        const passive = answer && passiveReply(answer, decoded, options.goesByWebhook(answer));
        return passive ? seal(passive.payload, query, passive.carriesAnswer) : NOTHING;
      },
    };
  }

  return (request) => {
    const query = readQuery(request.rawQuery);
    const age = { now: options.now(), staleAfterMs: options.staleAfterMs };
    const opened =
      request.method === 'GET' ? openEcho(codec, query, age) : openBody(codec, { query, body: request.body }, age);
    if (opened.kind === 'refused') return opened;
    if (request.method === 'GET') return { kind: 'handshake', body: opened.text };
    try {
      const context = {
        botNames: options.botNames(),
        now: options.now(),
        replyTo: (about: { readonly responseUrl: string | null }) => replyTo(about.responseUrl),
      };
      return toReceived(decode(parseJson(opened.text), context), query);
    } catch (error) {
      if (error instanceof SyntaxError) return { kind: 'refused', status: 400, reason: '解密后的内容不是 JSON' };
      throw error;
    }
  };
}

export type Opened = { readonly kind: 'opened'; readonly text: string } | (Received & { readonly kind: 'refused' });
export type Age = Parameters<typeof whyNotSigned>[2];

/** The text of an address verification. */
export function openEcho(codec: Codec, query: SignedQuery, age: Age): Opened {
  if (query.echostr === null) return { kind: 'refused', status: 400, reason: '缺少 echostr' };
  return openSigned(codec, { query, encrypted: query.echostr }, age);
}

function openBody(codec: Codec, { query, body }: { query: SignedQuery; body: Buffer }, age: Age): Opened {
  let outer: unknown;
  try {
    outer = JSON.parse(body.toString());
  } catch {
    return { kind: 'refused', status: 400, reason: '请求体不是 JSON' };
  }
  const encrypted = encryptedOf(outer);
  if (encrypted === null) return { kind: 'refused', status: 400, reason: '请求体没有 encrypt' };
  return openSigned(codec, { query, encrypted }, age);
}

function encryptedOf(outer: unknown): string | null {
  if (typeof outer !== 'object' || outer === null) return null;
  const value = 'encrypt' in outer ? outer.encrypt : 'Encrypt' in outer ? outer.Encrypt : null;
  return typeof value === 'string' ? value : null;
}

/** Signature first, then decryption: a stranger learns nothing about the key. */
export function openSigned(codec: Codec, sealed: Sealed, age: Age): Opened {
  const reason = whyNotSigned(codec, sealed, age);
  if (reason !== null) return { kind: 'refused', status: 401, reason };
  try {
    return { kind: 'opened', text: codec.open(sealed.encrypted) };
  } catch (error) {
    if (error instanceof CipherError) return { kind: 'refused', status: 400, reason: error.message };
    throw error;
  }
}

/** What may stand in the 200 for this answer (wecom §3.7); null where it has to take another way. */
function passiveReply(
  answer: Outgoing,
  { incoming, taskId }: Decoded & { readonly kind: 'incoming' },
  goesByWebhook: boolean,
): { readonly payload: unknown; readonly carriesAnswer: boolean } | null {
  if (incoming.kind === 'click') {
    // Only a card update is allowed here; the answer itself follows through the response_url.
    if (taskId === null || taskId === '') return null;
    const userId = incoming.chatKind === 'group' ? incoming.senderId : null;
    return { payload: renderSpentCard({ taskId, said: incoming.text, userId }), carriesAnswer: false };
  }
  if (goesByWebhook) {
    // The webhook tags people and takes no buttons; here it is the other way round, so each brings its half.
    const card = incoming.kind === 'message' ? renderCard(answer) : null;
    return card && { payload: { msgtype: 'template_card', template_card: card }, carriesAnswer: false };
  }
  if (answer.attachments.length > 0) return null;
  if (incoming.kind === 'entered') {
    return { payload: { msgtype: 'text', text: { content: answer.text } }, carriesAnswer: true };
  }
  const content = escapeMarkdown(answer.text);
  if (Buffer.byteLength(content) > BOT_MARKDOWN_BYTES) return null;
  const card = renderCard(answer);
  const whole = stream(`answer-${answer.id}`, content);
  const payload = card === null ? whole : { ...whole, msgtype: 'stream_with_template_card', template_card: card };
  return { payload, carriesAnswer: true };
}

function stream(
  id: string,
  content: string,
): { msgtype: string; stream: { id: string; finish: true; content: string } } {
  return { msgtype: 'stream', stream: { id, finish: true, content } };
}
