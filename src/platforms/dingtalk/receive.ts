/** One callback of HTTP mode: verified, decoded, acknowledged (dingtalk §2; presses on cards §7.7). */
import type { Acknowledgement, Received, WebhookRequest } from '../../chat.ts';
import { isCardCallback, whyNotSignedCard } from './card-callback.ts';
import type { Decoded } from './decode.ts';
import { parseJson } from './frames.ts';
import { responseTo } from './interactive-card.ts';
import { whyNotSigned } from './verify.ts';

const inBody = (value: object): Acknowledgement => ({
  body: JSON.stringify(value),
  contentType: 'application/json',
  carriesAnswer: false,
});
/** Says explicitly "no reply": answers go by the session webhook, because only there they can tag people and be tried again. */
const ACKNOWLEDGEMENT = inBody({ msgtype: 'empty' });

export function receiveCallback(
  request: WebhookRequest,
  parts: {
    readonly secret: string;
    /** Undefined: presses do not come this way. */
    readonly cardSecret: string | undefined;
    readonly now: Date;
    readonly decode: (value: unknown) => Decoded;
  },
): Received {
  const isCard = isCardCallback(request.headers);
  const reason = isCard
    ? whyNotSignedCard(request.headers, parts.cardSecret, parts.now)
    : whyNotSigned(request.headers, parts.secret, parts.now);
  if (reason !== null) return { kind: 'refused', status: 401, reason };
  if (request.method !== 'POST') return { kind: 'refused', status: 400, reason: '不是 POST 请求' };
  const value = parseJson(request.body.toString('utf8'));
  if (typeof value !== 'object' || value === null)
    return { kind: 'refused', status: 400, reason: '内容不是 JSON 对象' };
  const decoded = parts.decode(value);
  if (decoded.kind === 'malformed') return { kind: 'refused', status: 400, reason: decoded.reason };
  if (decoded.kind === 'ignored') {
    const acknowledgement = isCard ? inBody({ response: {} }) : ACKNOWLEDGEMENT;
    return { kind: 'ignored', reason: decoded.reason, acknowledgement };
  }
  const { incoming } = decoded;
  return {
    kind: 'message',
    incoming,
    acknowledge: (answer) =>
      incoming.kind === 'click' ? inBody({ response: responseTo(incoming, answer) }) : ACKNOWLEDGEMENT,
  };
}
