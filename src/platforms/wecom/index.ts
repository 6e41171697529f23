/** 企业微信: 智能机器人 by URL or long connection, 群机器人 webhook, 自建应用. Everything else knows only `Platform`. */
import { DeliveryError } from '../../chat.ts';
import type { Address, Incoming, Outgoing, Platform, Received, WebhookRequest } from '../../chat.ts';
import { createApi } from './api.ts';
import { createAppCallback } from './app-callback.ts';
import { createApp } from './corp-app.ts';
import type { App } from './corp-app.ts';
import { createCallback } from './callback.ts';
import { createLongConnection } from './long-connection.ts';
import { assume } from './options.ts';
import type { Assumptions, WecomOptions } from './options.ts';
import { CONVERSATION_WINDOWS, paceOf, WEBHOOK_WINDOWS } from './limits.ts';
import { fetchPicture } from './pictures.ts';
import { plainSender } from './plain-sender.ts';
import { readPicture } from './routes.ts';
import { createSend } from './send.ts';
import { stepsFor } from './steps.ts';
import type { Channels } from './steps.ts';
import { groupAddress, waysFor } from './ways.ts';
import type { Reach } from './ways.ts';
import { createWebhook } from './webhook.ts';

export type { Lease, WecomOptions } from './options.ts';

/** Where the two callbacks of the vendor arrive (contract §3). */
const BOT_PATH = '/webhook/wecom';
const APP_PATH = '/webhook/wecom-app';

/** The vendor's address of the long connection (wecom §4.1), where no other one is set. */
export const WS_URL = 'wss://openws.work.weixin.qq.com';

/** Throws CipherError when a key is malformed. Nothing is opened before `start`. */
export function createWecom(options: WecomOptions): Platform {
  const { now, apiBase, log } = options;
  const { botNames } = options;
  const assumptions = assume(options);
  const names = typeof botNames === 'function' ? botNames : (): readonly string[] => botNames;
  const api = createApi({
    fetch: options.fetch,
    ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
  });
  const memberPace = paceOf(CONVERSATION_WINDOWS, now);
  const app: App | null =
    options.app === undefined ? null : createApp({ api, apiBase, options: options.app, now, pace: memberPace });
  const webhookPace = paceOf(WEBHOOK_WINDOWS, now);
  const chatPace = paceOf(CONVERSATION_WINDOWS, now);
  const complete = (incoming: Incoming): Promise<Incoming> => plainSender(incoming, { app, log });
  const socket =
    options.longConnection === undefined
      ? null
      : createLongConnection({
          ...options,
          ...options.longConnection,
          assumptions,
          botNames: names,
          pace: chatPace,
          complete,
        });
  const reach: Reach = {
    hasSocket: socket !== null,
    hasApp: app !== null,
    addressOf: options.addressOf,
  };
  const channels: Channels = {
    api,
    app,
    socket,
    webhook: createWebhook({ api, apiBase, pace: webhookPace, throttledMs: assumptions.throttledMs }),
    webhookFormat: assumptions.webhookFormat,
    socketPictureBytes: assumptions.socketPictureBytes,
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
  const receivers = createReceivers({ ...options, ...assumptions }, names, reach);

  return {
    name: 'wecom',
    receive(request) {
      const receiver = receivers.get(request.path.replace(/\/+$/u, ''));
      return receiver?.(request) ?? { kind: 'refused', status: 400, reason: '这个地址没有配置对应的企业微信凭据' };
    },
    complete,
    send,
    fetchPicture: (ref) => pictureOf(ref, { options, assumptions, api, app }),
    canReach: (to, needsMention) => canReach(to, needsMention, reach),
    async start(deliver) {
      for (const { personId, at } of (await options.sentBefore?.()) ?? []) memberPace.remember(personId, at);
      await socket?.start(deliver);
    },
    async stop() {
      await socket?.stop();
    },
    concerns() {
      const state = socket?.concern() ?? null;
      return state === null
        ? []
        : [`企业微信长连接此刻没有连上（${state}），群里 @ 机器人的消息收不到，请系统管理员查看。`];
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
  options: WecomOptions & Assumptions,
  botNames: () => readonly string[],
  reach: Reach,
): ReadonlyMap<string, (request: WebhookRequest) => Received> {
  const { now, urlMode, app, staleAfterMs } = options;
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
  given: {
    readonly options: WecomOptions;
    readonly assumptions: Assumptions;
    readonly api: ReturnType<typeof createApi>;
    readonly app: App | null;
  },
): Promise<Buffer> {
  const { options, api, app } = given;
  const { maxPictureBytes: maxBytes, pictureHosts: hosts } = given.assumptions;
  const source = readPicture(ref);
  if (source !== null && 'mediaId' in source && app !== null) return app.download(source.mediaId, maxBytes);
  const url = source !== null && 'url' in source ? source.url : undefined;
  const key = (source !== null && 'url' in source ? source.aeskey : undefined) ?? options.urlMode?.aesKey;
  if (url === undefined || key === undefined) throw new DeliveryError('refused', '图片引用无法识别，请重新发送图片。');
  return fetchPicture({ url, key }, { api, hosts, apiBase: options.apiBase, maxBytes });
}
