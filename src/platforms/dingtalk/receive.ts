/** One callback of HTTP mode: verified, decoded, acknowledged (dingtalk §2). */
import type { Acknowledgement, Received, WebhookRequest } from '../../chat.ts';
import type { Decoded } from './decode.ts';
import { parseJson } from './frames.ts';
import { whyNotSigned } from './verify.ts';

/** Says explicitly "no reply": answers go by the session webhook, because only there they can tag people and be tried again. */
const ACKNOWLEDGEMENT: Acknowledgement = {
  body: '{"msgtype":"empty"}',
  contentType: 'application/json',
  carriesAnswer: false,
};

export function receiveCallback(
  request: WebhookRequest,
  parts: { readonly secret: string; readonly now: Date; readonly decode: (value: unknown) => Decoded },
): Received {
  const reason = whyNotSigned(request.headers, parts.secret, parts.now);
  if (reason !== null) return { kind: 'refused', status: 401, reason };
  if (request.method !== 'POST') return { kind: 'refused', status: 400, reason: '不是 POST 请求' };
  const value = parseJson(request.body.toString('utf8'));
  if (typeof value !== 'object' || value === null)
    return { kind: 'refused', status: 400, reason: '内容不是 JSON 对象' };
  const decoded = parts.decode(value);
  if (decoded.kind === 'malformed') return { kind: 'refused', status: 400, reason: decoded.reason };
  if (decoded.kind === 'ignored') {
    return { kind: 'ignored', reason: decoded.reason, acknowledgement: ACKNOWLEDGEMENT };
  }
  return { kind: 'message', incoming: decoded.incoming, acknowledge: () => ACKNOWLEDGEMENT };
}
