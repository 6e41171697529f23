/** The stream's gateway: credentials → address and ticket of one connection (dingtalk §4.1, §4.2). */
import { z } from 'zod';
import { at } from './api.ts';
import type { Api } from './api.ts';
import { DingtalkFailure } from './error-codes.ts';
import { isLoopback } from './vendor-address.ts';

export const ROBOT_TOPIC = '/v1.0/im/bot/messages/get';
export const CARD_TOPIC = '/v1.0/card/instances/callback';

/** Why no connection came about. `permanent`: somebody has to put something right first. `message` is Chinese, without secrets. */
export class GatewayRefusal extends Error {
  readonly permanent: boolean;

  constructor(message: string, permanent: boolean) {
    super(message);
    this.name = 'GatewayRefusal';
    this.permanent = permanent;
  }
}

const answer = z.object({ endpoint: z.string(), ticket: z.string().min(1) });

const CREDENTIALS = '钉钉不接受应用凭证，请核对 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET（注意首尾空格）后重启';
const SET_UP =
  '钉钉不允许建立 Stream 连接：请确认应用已发布、机器人的消息接收模式为 Stream、本机出口 IP 在应用的名单中';

/** Gives the address to connect to, once, within 90 seconds. Throws GatewayRefusal. */
export async function register(parts: {
  readonly api: Api;
  readonly apiBase: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Presses on cards are wanted too. */
  readonly hasCards: boolean;
}): Promise<URL> {
  const { clientId, clientSecret } = parts;
  const topics = parts.hasCards ? [ROBOT_TOPIC, CARD_TOPIC] : [ROBOT_TOPIC];
  const subscriptions = topics.map((topic) => ({ type: 'CALLBACK', topic }));
  const body = { clientId, clientSecret, subscriptions, ua: 'chuangcheng-duban-bot/0.1' };
  let value: unknown;
  try {
    value = await parts.api.open(at(parts.apiBase, '/v1.0/gateway/connections/open'), body);
  } catch (error) {
    throw refusalOf(error);
  }
  const read = answer.safeParse(value);
  if (!read.success || !URL.canParse(read.data.endpoint)) throw new GatewayRefusal('钉钉网关的答复无法识别', false);
  const url = new URL(read.data.endpoint);
  const isSafe = url.protocol === 'wss:' || (url.protocol === 'ws:' && isLoopback(url.hostname));
  if (!isSafe) throw new GatewayRefusal('钉钉网关给出的地址不是加密连接，没有连接', false);
  // The ticket may hold `+`, `/` and `=`; searchParams encodes them.
  url.searchParams.set('ticket', read.data.ticket);
  return url;
}

function refusalOf(error: unknown): GatewayRefusal {
  if (!(error instanceof DingtalkFailure)) return new GatewayRefusal('连接钉钉网关时出现内部错误', false);
  if (error.kind === 'auth' || error.code === 'authFailed' || error.code === 'invalidClientIdOrSecret') {
    return new GatewayRefusal(CREDENTIALS, true);
  }
  // These say exactly what is wrong; what else is refused has one of three causes (dingtalk §4.1).
  if (error.outcome === 'refused' && (error.kind === 'quota' || error.code.startsWith('Forbidden.'))) {
    return new GatewayRefusal(error.message, true);
  }
  if (error.outcome === 'refused') return new GatewayRefusal(`${SET_UP}（错误码 ${error.code}）`, true);
  const words = error.outcome === 'unknown' ? '钉钉网关暂时没有正常答复，稍后自动重连' : error.message;
  return new GatewayRefusal(words, false);
}
