/**
 * A WeCom to test against: signs, encrypts, limits, refuses and forgets as the vendor does, over real HTTP and WebSocket. Its
 * encryption is the official library's and not ours, so that a mistake of ours shows.
 */
import { createAppCallbackSide } from './app-callback-side.ts';
import type { AppCallbackSide } from './app-callback-side.ts';
import { createAppSide } from './app-side.ts';
import type { AppSide } from './app-side.ts';
import { createCallbackSide } from './callback-side.ts';
import type { CallbackSide, Outcome } from './callback-side.ts';
import { createCity } from './city.ts';
import type { City, Sent } from './city.ts';
import { createDeliveryFaults } from './deliveries.ts';
import type { DeliveryFaults } from './deliveries.ts';
import { createFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { startHttp } from './http.ts';
import type { FakeHttp } from './http.ts';
import { createMediaSide } from './media-side.ts';
import { clickPayload, enterPayload, messagePayload } from './payloads.ts';
import type { Payload, PayloadContext, Spoken } from './payloads.ts';
import { createSocketSide } from './socket-side.ts';
import type { SocketSide } from './socket-side.ts';
import { webhookRoutes } from './webhook-side.ts';

export type { Outcome, Sent, Spoken };

/** Invented credentials; those of the bot are the self-test vector's. */
export const SECRETS = {
  bot: { token: 'ChuangChengTok01', aesKey: 'Qfbu9dj9g8lmTA7MVRO1d2vzJ7jOEeOaorblL8RBn5o', receiveId: '' },
  socket: { botId: 'aibDEMO', secret: 'S3CRET-of-the-socket' },
  app: {
    corpId: 'ww0demo',
    agentId: 1000002,
    secret: 'S3CRET-of-the-app',
    token: 'AppTok01',
    aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  },
} as const;

export type Press = Parameters<typeof clickPayload>[0];

export interface FakeWecom {
  readonly url: string;
  readonly wsUrl: string;
  readonly city: City;
  readonly faults: Faults;
  readonly deliveries: DeliveryFaults;
  readonly http: FakeHttp;
  readonly app: AppSide;
  readonly callback: CallbackSide;
  readonly appCallback: AppCallbackSide;
  readonly socket: SocketSide;
  /** Whether bots see encrypted sender ids. */
  hidesIds: boolean;
  /** Payloads of URL mode, for deliveries that are repeated or reordered. */
  message(said: Spoken): Payload;
  click(press: Press): Payload;
  enter(from: string): Payload;
  /** The same acts on the long connection; undefined when nobody is connected. */
  sayOnSocket(said: Spoken): string | undefined;
  clickOnSocket(press: Press): string | undefined;
  enterOnSocket(from: string): string | undefined;
  webhookOf(chatId: string): string;
  /** What reached a conversation, in order. */
  sentTo(chat: string): Sent[];
  stop(): Promise<void>;
}

export async function startFakeWecom(given: { readonly now: () => Date }): Promise<FakeWecom> {
  const city = createCity(given.now);
  const faults = createFaults();
  const deliveries = createDeliveryFaults();
  const media = createMediaSide(city);
  const app = createAppSide(city, SECRETS.app);
  let url = '';
  const callback = createCallbackSide({ city, deliveries, secrets: SECRETS.bot, base: () => url });
  const routes = [...webhookRoutes(city), ...app.routes, ...media.routes, ...callback.routes];
  const http = await startHttp(routes, faults);
  url = http.url;
  const socket = createSocketSide({ server: http.server, city, faults, deliveries, secrets: SECRETS.socket });
  const botKey = Buffer.from(`${SECRETS.bot.aesKey}=`, 'base64');

  const urlMode = (): PayloadContext => ({
    city,
    aibotId: SECRETS.socket.botId,
    hidesIds: fake.hidesIds,
    responseUrl: (chat) => callback.newResponseUrl(chat),
    picture: (bytes) => ({ url: url + media.put(bytes, botKey) }),
  });
  const socketMode = (): PayloadContext => ({
    ...urlMode(),
    responseUrl: null,
    picture(bytes) {
      const { text, key } = media.newKey();
      return { url: url + media.put(bytes, key), aeskey: text };
    },
  });

  const fake: FakeWecom = {
    url,
    wsUrl: url.replace('http', 'ws'),
    city,
    faults,
    deliveries,
    http,
    app,
    callback,
    appCallback: createAppCallbackSide({ city, deliveries, secrets: SECRETS.app }),
    socket,
    hidesIds: false,
    message: (said) => messagePayload(said, urlMode()),
    click: (press) => clickPayload(press, urlMode()),
    enter: (from) => enterPayload(from, urlMode()),
    sayOnSocket: (said) => socket.deliver(messagePayload(said, socketMode())),
    clickOnSocket: (press) => socket.deliver(clickPayload(press, socketMode())),
    enterOnSocket: (from) => socket.deliver(enterPayload(from, socketMode())),
    webhookOf: (chatId) => `${url}/cgi-bin/webhook/send?key=${city.group(chatId).webhookKey ?? ''}`,
    sentTo: (chat) => city.sent.filter(({ to }) => to === chat),
    async stop() {
      socket.stop();
      http.releaseLate();
      callback.releaseLate();
      await http.stop();
    },
  };
  return fake;
}
