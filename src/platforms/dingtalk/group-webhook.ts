/** The webhook of a group's robot: the only way that notifies people without being asked (dingtalk §6). */
import type { Api } from './api.ts';
import type { GroupAddress } from './options.ts';
import type { WebhookBody } from './render.ts';
import { vendorAddress } from './vendor-address.ts';
import { signatureOf } from './verify.ts';

export interface GroupWebhook {
  /** What the limits are counted by: the address, a secret, never logged. */
  readonly key: string;
  /** Sends once however often it is called with the same `uuid`. Throws DingtalkFailure. */
  post(body: WebhookBody, uuid: string): Promise<void>;
}

/** Null where the group has no webhook, or one that is not the vendor's. */
export function groupWebhook(
  address: GroupAddress | undefined,
  parts: { readonly api: Api; readonly oapiBase: string; readonly now: () => Date },
): GroupWebhook | null {
  const url = address?.webhook === undefined ? null : vendorAddress(address.webhook, parts.oapiBase, '/robot/send');
  if (url === null || url.searchParams.get('access_token') === null) return null;
  const secret = address?.secret || undefined;
  return {
    key: url.href,
    async post(body, uuid) {
      await parts.api.old(secret === undefined ? url : signed(url, secret, parts.now()), { ...body, msgUuid: uuid });
    },
  };
}

/** The address with timestamp and signature; URLSearchParams encodes exactly once, as the vendor wants it (dingtalk §6.2). */
function signed(url: URL, secret: string, now: Date): URL {
  const timestamp = String(now.getTime());
  const whole = new URL(url);
  whole.searchParams.set('timestamp', timestamp);
  whole.searchParams.set('sign', signatureOf(timestamp, secret));
  return whole;
}
