/** The session webhook of an incoming message: the direct way to answer, for some 90 minutes (dingtalk §5). */
import type { ReplyRoute } from '../../chat.ts';
import type { Api } from './api.ts';
import type { WebhookBody } from './render.ts';
import { vendorAddress } from './vendor-address.ts';

const PATH = '/robot/sendBySession';

/** Whether this address may ever be called: https, the old host, its path. */
export function isSessionWebhook(address: string, oapiBase: string): boolean {
  return vendorAddress(address, oapiBase, PATH) !== null;
}

export interface SessionWebhook {
  /** Throws DingtalkFailure; `session` where the vendor knows it no more. The vendor takes no idempotency key here. */
  post(body: WebhookBody): Promise<void>;
}

/** The way back while its own field says that it is valid, less a margin; null afterwards and for an address that is not the vendor's. */
export function sessionWebhook(
  reply: ReplyRoute | null,
  parts: { readonly api: Api; readonly oapiBase: string; readonly now: Date; readonly marginMs: number },
): SessionWebhook | null {
  if (reply === null || parts.now.getTime() > reply.expiresAt.getTime() - parts.marginMs) return null;
  const url = vendorAddress(reply.route, parts.oapiBase, PATH);
  if (url === null) return null;
  return {
    async post(body) {
      await parts.api.old(url, body);
    },
  };
}
