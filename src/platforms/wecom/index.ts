/** 企业微信: 智能机器人 by URL or long connection, 群机器人 webhook, 自建应用. Everything else knows only `Platform`. */
import { DeliveryError } from '../../chat.ts';
import type { Address, Incoming, Outgoing, Platform, Received, WebhookRequest } from '../../chat.ts';
import { createApi } from './api.ts';
import { createAppCallback } from './app-callback.ts';
import { createApp } from './corp-app.ts';
import type { App } from './corp-app.ts';
import { createCallback } from './callback.ts';
import { createLongConnection } from './long-connection.ts';
import type { WecomOptions } from './options.ts';
import { CONVERSATION_WINDOWS, createPace, WEBHOOK_WINDOWS } from './pace.ts';
import { fetchPicture, MAX_PICTURE_BYTES, PICTURE_HOSTS } from './pictures.ts';
import { plainSender } from './plain-sender.ts';
import { readPicture } from './routes.ts';
import { createSend } from './send.ts';
import { stepsFor } from './steps.ts';
import type { Channels } from './steps.ts';
import { STALE_AFTER_MS } from './verify.ts';
import { groupAddress, waysFor } from './ways.ts';
import type { Reach } from './ways.ts';
import { createWebhook } from './webhook.ts';

export type { Lease, WecomOptions } from './options.ts';

/** Where the two callbacks of the vendor arrive (contract §3). */
export const BOT_PATH = '/webhook/wecom';
export const APP_PATH = '/webhook/wecom-app';

/** The vendor's address of the long connection (wecom §4.1), where no other one is set. */
export const WS_URL = 'wss://openws.work.weixin.qq.com';

/** Throws CipherError when a key is malformed. Nothing is opened before `start`. */
export function createWecom(options: WecomOptions): Platform {
  const { now, apiBase, log } = options;
  const { botNames } = options;
  const names = typeof botNames === 'function' ? botNames : (): readonly string[] => botNames;
  const api = createApi({
    fetch: options.fetch,
    ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
  });
  const memberPace = createPace(CONVERSATION_WINDOWS, now);
  const app: App | null =
    options.app === undefined ? null : createApp({ api, apiBase, options: options.app, now, pace: memberPace });
  const webhookPace = createPace(WEBHOOK_WINDOWS, now);
  const chatPace = createPace(CONVERSATION_WINDOWS, now);
  const complete = (incoming: Incoming): Promise<Incoming> => plainSender(incoming, { app, log });
  const socket =
    options.longConnection === undefined
      ? null
      : createLongConnection({ ...options, ...options.longConnection, botNames: names, pace: chatPace, complete });
  const reach: Reach = {
    hasSocket: socket !== null,
    hasApp: app !== null,
    addressOf: options.addressOf,
    groupOf: options.groupOf ?? (() => undefined),
  };
  const channels: Channels = {
    api,
    app,
    socket,
    webhook: createWebhook({ api, apiBase, pace: webhookPace }),
    webhookFormat: options.webhookFormat ?? 'text',
    appHasButtons: Boolean(options.app?.token && options.app.aesKey),
    fileOf: options.fileOf,
  };
  const send = createSend({
    ways: (message) => waysFor(message, reach, now()),
    steps: (way, message) => stepsFor(way, message, channels),
    checkRoom(way, requests) {
      if (way.via === 'webhook') webhookPace.check(way.address, requests);
      if (way.via === 'app') memberPace.check(way.personId, requests);
      if (way.via === 'socket' || way.via === 'push') chatPace.check(way.chat, requests);
    },
    log,
  });
  const receivers = createReceivers(options, names, reach);

  return {
    name: 'wecom',
    receive(request) {
      const receiver = receivers.get(request.path.replace(/\/+$/u, ''));
      return receiver?.(request) ?? { kind: 'refused', status: 400, reason: '这个地址没有配置对应的企业微信凭据' };
    },
    complete,
    send,
    fetchPicture: (ref) => pictureOf(ref, { options, api, app }),
    canReach: (to, needsMention) => canReach(to, needsMention, reach),
    async start(deliver) {
      await socket?.start(deliver);
    },
    async stop() {
      await socket?.stop();
    },
    health() {
      const modes = [
        options.urlMode !== undefined && '智能机器人（回调）',
        socket?.health(),
        app !== null && '自建应用（单聊通知）',
      ].filter((mode) => typeof mode === 'string');
      return modes.length > 0 ? `企业微信：${modes.join('；')}` : '企业微信：仅群机器人推送';
    },
  };
}

function createReceivers(
  options: WecomOptions,
  botNames: () => readonly string[],
  reach: Reach,
): ReadonlyMap<string, (request: WebhookRequest) => Received> {
  const { now, urlMode, app } = options;
  const staleAfterMs = options.staleAfterMs === undefined ? STALE_AFTER_MS : options.staleAfterMs;
  const goesByWebhook = ({ mentions, to }: Outgoing): boolean =>
    mentions.length > 0 && to.kind === 'group' && groupAddress(to, reach).webhook !== undefined;
  const receivers = new Map<string, (request: WebhookRequest) => Received>();
  if (urlMode !== undefined) {
    receivers.set(BOT_PATH, createCallback({ urlMode, botNames, now, staleAfterMs, goesByWebhook }));
  }
  if (app?.token && app.aesKey) receivers.set(APP_PATH, createAppCallback({ app, now, staleAfterMs }));
  return receivers;
}

function canReach(to: Address, needsMention: boolean, reach: Reach): boolean {
  if (to.kind === 'single') return reach.hasApp || reach.hasSocket;
  const { webhook, chatId } = groupAddress(to, reach);
  return webhook !== undefined || (!needsMention && reach.hasSocket && chatId !== undefined);
}

async function pictureOf(
  ref: string,
  { options, api, app }: { options: WecomOptions; api: ReturnType<typeof createApi>; app: App | null },
): Promise<Buffer> {
  const source = readPicture(ref);
  const maxBytes = options.maxPictureBytes ?? MAX_PICTURE_BYTES;
  if (source !== null && 'mediaId' in source && app !== null) return app.download(source.mediaId, maxBytes);
  const url = source !== null && 'url' in source ? source.url : undefined;
  const key = (source !== null && 'url' in source ? source.aeskey : undefined) ?? options.urlMode?.aesKey;
  if (url === undefined || key === undefined) throw new DeliveryError('refused', '图片引用无法识别，请重新发送图片。');
  const hosts = options.pictureHosts ?? PICTURE_HOSTS;
  return fetchPicture({ url, key }, { api, hosts, apiBase: options.apiBase, maxBytes });
}
