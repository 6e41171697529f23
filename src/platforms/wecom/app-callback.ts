/** The 自建应用's own callback: one-to-one messages in XML (wecom §2.5, §2.6, §6.9). */
import { XMLBuilder } from 'fast-xml-parser';
import type { Acknowledgement, Incoming, Outgoing, Received, WebhookRequest } from '../../chat.ts';
import { decodeApp, readXml } from './app-payload.ts';
import type { Members } from './app-payload.ts';
import { NOTHING, openEcho, openSigned } from './callback.ts';
import { renderCard } from './cards.ts';
import { createCodec } from './codec.ts';
import type { AppOptions } from './options.ts';
import { renderApp } from './render.ts';
import { renderTextCard } from './text-card.ts';
import { deliveredAt, readQuery } from './verify.ts';
import type { SignedQuery } from './verify.ts';

const builder = new XMLBuilder({ cdataPropName: 'cdata' });

/** Throws CipherError when the key is malformed. */
export function createAppCallback(options: {
  readonly app: AppOptions;
  readonly now: () => Date;
  readonly staleAfterMs: number | null;
}): (request: WebhookRequest) => Received {
  const { corpId, token, aesKey } = options.app;
  const codec = createCodec({ token, aesKey, receiveId: corpId });

  function seal(
    members: Members,
    query: SignedQuery,
    reply: { readonly body: object; readonly carriesAnswer: boolean },
  ): Acknowledgement {
    const seconds = String(Math.floor(options.now().getTime() / 1000));
    const inner = {
      ToUserName: { cdata: members.get('FromUserName') },
      FromUserName: { cdata: corpId },
      CreateTime: seconds,
      ...reply.body,
    };
    const encrypted = codec.seal(builder.build({ xml: inner }));
    const outer = {
      Encrypt: { cdata: encrypted },
      MsgSignature: { cdata: codec.sign(seconds, query.nonce, encrypted) },
      TimeStamp: seconds,
      Nonce: { cdata: query.nonce },
    };
    const contentType = 'application/xml; charset=utf-8';
    return { body: builder.build({ xml: outer }), contentType, carriesAnswer: reply.carriesAnswer };
  }

  function receive(request: WebhookRequest, query: SignedQuery): Received {
    const age = { now: options.now(), staleAfterMs: options.staleAfterMs };
    if (request.method === 'GET') {
      const echo = openEcho(codec, query, age);
      return echo.kind === 'refused' ? echo : { kind: 'handshake', body: echo.text };
    }
    const encrypted = readXml(request.body.toString())?.get('Encrypt')?.trim();
    if (encrypted === undefined) return { kind: 'refused', status: 400, reason: '请求体不是带 Encrypt 的 XML' };
    const opened = openSigned(codec, { query, encrypted }, age);
    if (opened.kind === 'refused') return opened;
    const members = readXml(opened.text);
    if (members === null) return { kind: 'refused', status: 400, reason: '解密后的内容不是 XML' };
    const decoded = decodeApp(members, options.now());
    if (decoded.kind === 'malformed') return { kind: 'refused', status: 400, reason: decoded.reason };
    if (decoded.kind === 'ignored') return { kind: 'ignored', reason: decoded.reason, acknowledgement: NOTHING };
    const { incoming } = decoded;
    const acknowledge = (answer: Outgoing | null): Acknowledgement => {
      const reply = answer && passiveReply(answer, incoming.kind);
      return reply ? seal(members, query, reply) : NOTHING;
    };
    return { kind: 'message', incoming, deliveredAt: deliveredAt(query), acknowledge };
  }

  return (request) => receive(request, readQuery(request.rawQuery));
}

/** What may stand in the 200 for this answer (wecom §1.1, §6.9); null where it takes more than one text, and goes out by the interface. */
function passiveReply(
  answer: Outgoing,
  kind: Incoming['kind'],
): { readonly body: object; readonly carriesAnswer: boolean } | null {
  if (kind === 'entered') return null;
  if (kind === 'click') {
    // The pressed button says that the press was received; the answer itself follows as a message.
    const spent = { MsgType: { cdata: 'update_button' }, Button: { ReplaceName: { cdata: '已收到' } } };
    return { body: spent, carriesAnswer: false };
  }
  const [content = '', ...more] = renderApp(answer);
  const isPlain =
    answer.attachments.length === 0 && renderCard(answer) === null && renderTextCard(answer.text) === null;
  if (more.length > 0 || content === '' || !isPlain) return null;
  // The end of the section may not stand in it.
  const text = { MsgType: { cdata: 'text' }, Content: { cdata: content.replaceAll(']]>', ']]＞') } };
  return { body: text, carriesAnswer: true };
}
