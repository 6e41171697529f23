/** One callback of HTTP mode: verified, decoded, acknowledged (dingtalk §2; presses on cards §7.7). */
import type { Acknowledgement, Incoming, Outgoing, Received, WebhookRequest } from '../../chat.ts';
import { isCardCallback, PRESS_TOO_OLD, whyNotSignedCard } from './card-callback.ts';
import type { Decoded } from './decode.ts';
import { parseJson } from './frames.ts';
import { responseTo } from './interactive-card.ts';
import { TOO_OLD, whyNotSigned } from './verify.ts';

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
    /** As `decode`, and nothing is learnt or counted. */
    readonly read: (value: unknown) => Decoded;
  },
): Received {
  const isCard = isCardCallback(request.headers);
  const reason = isCard
    ? whyNotSignedCard(request.headers, parts.cardSecret, parts.now)
    : whyNotSigned(request.headers, parts.secret, parts.now);
  if (reason === TOO_OLD || reason === PRESS_TOO_OLD) return tooOld(reason, parts.read(bodyOf(request)));
  if (reason !== null) return { kind: 'refused', status: 401, reason };
  if (request.method !== 'POST') return { kind: 'refused', status: 400, reason: '不是 POST 请求' };
  const value = bodyOf(request);
  if (typeof value !== 'object' || value === null)
    return { kind: 'refused', status: 400, reason: '内容不是 JSON 对象' };
  const decoded = parts.decode(value);
  if (decoded.kind === 'malformed') return { kind: 'refused', status: 400, reason: decoded.reason };
  if (decoded.kind === 'ignored') {
    const acknowledgement = isCard ? inBody({ response: {} }) : ACKNOWLEDGEMENT;
    return { kind: 'ignored', reason: decoded.reason, acknowledgement };
  }
  const { incoming } = decoded;
  return { kind: 'message', incoming, acknowledge: (answer) => acknowledgementOf(incoming, answer) };
}

const bodyOf = (request: WebhookRequest): unknown => parseJson(request.body.toString('utf8'));

const acknowledgementOf = (incoming: Incoming, answer: Outgoing | null): Acknowledgement =>
  incoming.kind === 'click' ? inBody({ response: responseTo(incoming, answer) }) : ACKNOWLEDGEMENT;

/** The vendor wants what is old refused; what was handled before is acknowledged all the same (contract §3). */
function tooOld(reason: string, decoded: Decoded): Received {
  const refused = { kind: 'refused', status: 401, reason } as const;
  if (decoded.kind !== 'incoming') return refused;
  const { incoming } = decoded;
  return { ...refused, unlessSeen: { id: incoming.id, acknowledgement: acknowledgementOf(incoming, null) } };
}
