/**
 * A DingTalk to test against: registers, signs, limits, tags, refuses and forgets as the vendor does, over real HTTP and WebSocket
 * (dingtalk §11). One server is both hosts.
 */
import { createHmac } from 'node:crypto';
import { parse } from '../read.ts';
import { createCardSide } from './card-side.ts';
import type { CardSide } from './card-side.ts';
import { createFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { startHttp } from './http.ts';
import type { FakeHttp } from './http.ts';
import { createOffice } from './office.ts';
import type { Credentials, Office, Sent } from './office.ts';
import { createOpenApiSide } from './open-api-side.ts';
import type { OpenApiSide } from './open-api-side.ts';
import { messagePayload } from './payloads.ts';
import type { Payload, Spoken } from './payloads.ts';
import { createStreamSide } from './stream-side.ts';
import type { StreamSide } from './stream-side.ts';
import { createWebhookSide } from './webhook-side.ts';
import type { WebhookSide } from './webhook-side.ts';

export type { Payload, Sent, Spoken };

/** Invented credentials. */
export const CREDENTIALS: Credentials = {
  clientId: 'dingdemobot00000001',
  clientSecret: 'demo-app-secret-0006',
  robotCode: 'dingdemobot00000001',
};

export const BOT_NAME = '创城督办机器人';

export interface PushOutcome {
  readonly status: number;
  readonly body: string;
}

export interface FakeDingtalk {
  /** Both `apiBase` and `oapiBase`. */
  readonly url: string;
  readonly office: Office;
  readonly faults: Faults;
  readonly http: FakeHttp;
  readonly api: OpenApiSide;
  readonly webhooks: WebhookSide;
  readonly cards: CardSide;
  readonly stream: StreamSide;
  /** What a person says, ready to be delivered, repeated or reordered. */
  message(said: Spoken): Payload;
  /** HTTP mode: signs and posts; `skewMs` sets the vendor's clock apart from ours. */
  push(
    callback: string,
    payload: Payload,
    how?: { readonly skewMs?: number; readonly sign?: string },
  ): Promise<PushOutcome>;
  /** HTTP mode: posts a press, signed with what was registered, and shows the card as the answer says. */
  pushPress(callback: string, press: Payload): Promise<PushOutcome>;
  /** The headers of one signed callback, for requests that are made by hand. */
  signedHeaders(skewMs?: number): Record<string, string>;
  /** Stream mode: null when nobody is connected and the message is lost. */
  sayOnStream(said: Spoken): string | null;
  /** Address and secret of a group's webhook, as its robot page shows them. */
  webhookOf(conversationId: string): { readonly webhook: string; readonly secret: string };
  /** What reached a conversation, in order. */
  sentTo(to: string): Sent[];
  stop(): Promise<void>;
}

export async function startFakeDingtalk(given: {
  readonly now: () => Date;
  readonly credentials?: Credentials;
}): Promise<FakeDingtalk> {
  const office = createOffice(given.now, given.credentials ?? CREDENTIALS);
  const faults = createFaults();
  let url = '';
  const api = createOpenApiSide(office, () => url);
  const webhooks = createWebhookSide(office);
  const cards = createCardSide(office, api.guarded);
  const stream = createStreamSide(
    office,
    () => url,
    cards.answered,
    () => faults.take('connect'),
  );
  const http = await startHttp([...api.routes, ...webhooks.routes, ...cards.routes, stream.route], faults);
  url = http.url;
  stream.attach(http.server);

  function message(said: Spoken): Payload {
    return messagePayload(said, {
      office,
      botName: BOT_NAME,
      session(to) {
        const { path, until } = webhooks.newSession(to);
        return { url: url + path, until };
      },
    });
  }

  function signedHeaders(skewMs = 0): Record<string, string> {
    const timestamp = String(office.now().getTime() + skewMs);
    const secret = office.credentials.clientSecret;
    const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
    return { 'content-type': 'application/json; charset=utf-8', timestamp, sign };
  }

  return {
    url,
    office,
    faults,
    http,
    api,
    webhooks,
    cards,
    stream,
    message,
    signedHeaders,
    async push(callback, payload, { skewMs = 0, sign } = {}) {
      const headers = { ...signedHeaders(skewMs), ...(sign === undefined ? {} : { sign }) };
      const response = await fetch(callback, { method: 'POST', headers, body: JSON.stringify(payload) });
      return { status: response.status, body: await response.text() };
    },
    async pushPress(callback, press) {
      const { headers } = cards.callback();
      const response = await fetch(callback, { method: 'POST', headers, body: JSON.stringify(press) });
      const body = await response.text();
      cards.answered(press, parse(body));
      return { status: response.status, body };
    },
    sayOnStream: (said) => stream.deliver(message(said)),
    webhookOf(conversationId) {
      const { webhook } = office.group(conversationId);
      return { webhook: `${url}/robot/send?access_token=${webhook?.token ?? ''}`, secret: webhook?.secret ?? '' };
    },
    sentTo: (to) => office.sent.filter((one) => one.to === to),
    async stop() {
      stream.stop();
      http.releaseLate();
      await http.stop();
    },
  };
}
