/** 钉钉: the enterprise robot by Stream or by HTTP, and every way to send (dingtalk §1). Puts the parts of this folder together. */
import type { Deliver, Outgoing, Platform } from '../../chat.ts';
import { mobileOf } from '../mobile-id.ts';
import { createPace } from '../pace.ts';
import type { Pace } from '../pace.ts';
import { createApi } from './api.ts';
import { createCards } from './cards.ts';
import { decode } from './decode.ts';
import type { Decoded } from './decode.ts';
import { createDelivery } from './delivery.ts';
import type { Ways } from './delivery.ts';
import { register } from './gateway.ts';
import { groupWebhook } from './group-webhook.ts';
import { createInbox } from './inbox.ts';
import { createOpenApi } from './open-api.ts';
import { assumptionsOf, REAL_TIMERS } from './options.ts';
import type { DingtalkOptions, GroupAddress } from './options.ts';
import { createKnownIds } from './known-ids.ts';
import { fetchPicture } from './pictures.ts';
import { createQuota } from './quota.ts';
import { receiveCallback } from './receive.ts';
import { isSessionWebhook, sessionWebhook } from './session-webhook.ts';
import { createStream } from './stream.ts';
import { createAppToken } from './token.ts';

export type { SentCard } from './card-press.ts';
export type { Assumptions, CardOptions, DingtalkOptions, GroupAddress, QuotaCounter, Timers } from './options.ts';

/** Makes the platform `dingtalk`. In Stream mode it has a socket (`start`, `stop`), in HTTP mode a door (`receive`). */
export function createDingtalk(options: DingtalkOptions): Platform {
  const { clientId, clientSecret, robotCode, apiBase, oapiBase, now, log } = options;
  const assumptions = assumptionsOf(options.assumptions);
  const timers = options.timers ?? REAL_TIMERS;
  const api = createApi({ fetch: options.fetch, timers, now, ...assumptions });
  const withToken = createAppToken({ api, apiBase, clientId, clientSecret, now });
  const limits = { api: assumptions.quotaApi, message: assumptions.quotaMessages };
  const quota = createQuota({ counter: options.quota, limits, warnAt: assumptions.quotaWarnAt, now, log });
  const paceOf = (most: number, periodMs: number): Pace =>
    createPace({ windows: [{ most, periodMs }], vendor: '钉钉', now });
  const apiPace = paceOf(assumptions.apiPerSecond, 1_000);
  const openApi = createOpenApi({
    api,
    withToken,
    apiBase,
    oapiBase,
    robotCode,
    pace: apiPace,
    charged: () => quota.count('api'),
  });
  const known = createKnownIds();
  const cards = createCards(options, openApi);

  function read(value: unknown): Decoded {
    const { botNames } = options;
    return decode(value, {
      botNames: typeof botNames === 'function' ? botNames() : botNames,
      robotCode,
      now: now(),
      sessionLifeMs: assumptions.sessionLifeMs,
      isSession: (url) => isSessionWebhook(url, oapiBase),
      staffIdOf: known.staffIdOf,
    });
  }

  function decoded(value: unknown): Decoded {
    const result = read(value);
    quota.count('message');
    if (result.kind === 'incoming') known.learn(result.sender);
    if (result.kind === 'ignored' && result.quota) quota.usedUp('message');
    return result;
  }

  function addressOf(to: Outgoing['to']): GroupAddress | undefined {
    return to.kind === 'group' && to.groupId !== null ? options.addressOf(to.groupId) : undefined;
  }

  function waysTo(message: Outgoing): Ways {
    const { to, reply } = message;
    const session = sessionWebhook(reply, { api, oapiBase, now: now(), marginMs: assumptions.sessionMarginMs });
    if (to.kind === 'single') {
      const { personId } = to;
      const direct = isUserId(personId)
        ? (template: Parameters<typeof openApi.sendToPerson>[1]) => openApi.sendToPerson(personId, template)
        : null;
      return { session, webhook: null, direct, card: null };
    }
    const address = addressOf(to);
    const chatId = to.chatId ?? address?.conversationId;
    const direct =
      chatId === undefined
        ? null
        : (template: Parameters<typeof openApi.sendToGroup>[1]) => openApi.sendToGroup(chatId, template);
    const webhook = groupWebhook(address, { api, oapiBase, now });
    if (webhook === null && (address?.webhook ?? '') !== '') {
      log('群机器人 webhook 不是钉钉的地址，没有使用', { group: to.groupId });
    }
    return { session, webhook, direct, card: chatId === undefined ? null : cards.wayTo(chatId, message) };
  }

  const webhookPace = paceOf(assumptions.webhookMost, assumptions.webhookPeriodMs);
  const send = createDelivery({ waysTo, openApi, fileOf: options.fileOf, pace: webhookPace, quota, assumptions, log });

  const platform = {
    name: 'dingtalk' as const,
    send,
    concerns: () => quota.concerns(),
    fetchPicture: (ref: string) =>
      fetchPicture(ref, {
        openApi,
        fetch: options.fetch,
        timers,
        apiBase,
        hosts: assumptions.pictureHosts,
        maxBytes: assumptions.maxPictureBytes,
        timeoutMs: assumptions.pictureTimeoutMs,
      }),
    canReach(to: Outgoing['to'], needsMention: boolean): boolean {
      if (to.kind === 'single') return !needsMention && isUserId(to.personId);
      const address = addressOf(to);
      if (groupWebhook(address, { api, oapiBase, now }) !== null) return true;
      return !needsMention && (to.chatId ?? address?.conversationId) !== undefined;
    },
    /** A group's webhook takes text only (dingtalk §5). */
    canAttach: (to: Outgoing['to']): boolean =>
      to.kind === 'single' ? isUserId(to.personId) : (to.chatId ?? addressOf(to)?.conversationId) !== undefined,
  };
  if (options.mode === 'http') {
    return {
      ...platform,
      receive(request) {
        const cardSecret = options.cards?.callback?.secret;
        return receiveCallback(request, { secret: clientSecret, cardSecret, now: now(), decode: decoded, read });
      },
      complete: cards.complete,
      health: () => lineOf('HTTP 回调', quota.summary()),
    };
  }
  const inbox = createInbox({ decode: decoded, complete: cards.complete, log });
  const stream = createStream({
    register: () => register({ api, apiBase, clientId, clientSecret, hasCards: cards.areUsed }),
    onMessage: inbox.take,
    timers,
    random: options.random ?? Math.random,
    now,
    log,
    assumptions,
  });
  return {
    ...platform,
    async start(deliver: Deliver) {
      inbox.open(deliver);
      stream.start();
    },
    async stop() {
      await inbox.close();
      stream.stop();
    },
    health: () => lineOf(stream.health(), quota.summary()),
  };
}

/** Whether the one-to-one interface can take it: a number it cannot (dingtalk §7.3). */
function isUserId(personId: string): boolean {
  return personId !== '' && mobileOf(personId) === null;
}

function lineOf(connection: string, quota: string): string {
  return `钉钉：${connection}${quota === '' ? '' : `；${quota}`}`;
}
