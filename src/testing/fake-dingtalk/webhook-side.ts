/** Session webhooks and group webhooks as the vendor runs them (dingtalk §5, §6): HTTP 200 always, `errcode` tells. */
import { createHmac } from 'node:crypto';
import { createCounter } from '../limits.ts';
import { parse, textAt, textsAt } from '../read.ts';
import { oldFailure, OK } from './http.ts';
import type { HttpAnswer, HttpRequest, Route } from './http.ts';
import { shownTo, wordsOf } from './mentions.ts';
import type { FakeGroup, Office } from './office.ts';

const SESSION_MS = 5_400_000;
const PENALTY_MS = 600_000;
const BODY_BYTES = 20_000;
const MOST_MENTIONS = 50;
const TYPES = ['text', 'markdown', 'link', 'actionCard', 'feedCard'];

export interface WebhookSide {
  readonly routes: Route[];
  /** A new session of a conversation; `to` is a conversation id or a user id. */
  newSession(to: string): { readonly path: string; readonly until: number };
  /** All sessions are forgotten before their time (300001). */
  forgetSessions(): void;
}

export function createWebhookSide(office: Office): WebhookSide {
  const sessions = new Map<string, { readonly to: string; readonly until: number }>();
  const counter = createCounter([{ most: 20, periodMs: 60_000 }], office.now);
  const penalties = new Map<string, number>();
  const known = new Set<string>();

  function bySession({ url, body }: HttpRequest): HttpAnswer {
    const session = sessions.get(url.searchParams.get('session') ?? '');
    if (session === undefined || session.until < office.now().getTime()) return oldFailure(300001, 'session 不存在');
    return post('session', session.to, body);
  }

  function byWebhook({ url, body }: HttpRequest): HttpAnswer {
    const token = url.searchParams.get('access_token') ?? '';
    const group = [...office.groups.values()].find(({ webhook }) => webhook?.token === token);
    if (group === undefined) return oldFailure(300005, 'token is not exist');
    if (group.isDisbanded) return oldFailure(400013, 'group disbanded');
    const secret = group.webhook?.secret ?? null;
    const complaint = secret === null ? null : wrongSign(url, secret);
    if (complaint !== null) return oldFailure(310000, complaint);
    const uuid = textAt(parse(body.toString()), 'msgUuid');
    if (uuid !== '' && known.has(`${token} ${uuid}`)) return { body: OK };
    if (isThrottled(group)) return oldFailure(130101, 'send too fast, exceed 20 times per minute');
    const answer = post('webhook', group.conversationId, body);
    if (answer.body === OK) known.add(`${token} ${uuid}`);
    return answer;
  }

  function wrongSign(url: URL, secret: string): string | null {
    const timestamp = url.searchParams.get('timestamp') ?? '';
    if (Math.abs(office.now().getTime() - Number(timestamp)) > 3_600_000 || timestamp === '')
      return 'invalid timestamp';
    const right = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
    return url.searchParams.get('sign') === right ? null : 'sign not match';
  }

  /** Beyond 20 a minute the webhook is mute for ten minutes. */
  function isThrottled({ conversationId }: FakeGroup): boolean {
    const now = office.now().getTime();
    if ((penalties.get(conversationId) ?? 0) > now) return true;
    if (counter.take(conversationId)) return false;
    penalties.set(conversationId, now + PENALTY_MS);
    return true;
  }

  function post(via: 'session' | 'webhook', to: string, raw: Buffer): HttpAnswer {
    const body = parse(raw.toString());
    const msgtype = textAt(body, 'msgtype');
    if (body === undefined) return oldFailure(40035, 'missing json');
    if (!TYPES.includes(msgtype)) return oldFailure(400105, 'unsupported msgtype');
    if (raw.length > BODY_BYTES) return oldFailure(460101, 'message too long, exceed 20000 bytes');
    if (textsAt(body, 'at', 'atUserIds').length > MOST_MENTIONS) return oldFailure(400105, 'too many at');
    if (wordsOf(body) === '') return oldFailure(40035, 'missing json');
    office.sent.push({ via, to, msgtype, ...shownTo(office.groups.get(to)?.members ?? null, body, office), body });
    return { body: OK };
  }

  return {
    routes: [
      { path: '/robot/sendBySession', part: 'session', answer: bySession },
      { path: '/robot/send', part: 'webhook', answer: byWebhook },
    ],
    newSession(to) {
      const session = office.id('session');
      const until = office.now().getTime() + SESSION_MS + 345;
      sessions.set(session, { to, until });
      return { path: `/robot/sendBySession?session=${encodeURIComponent(session)}`, until };
    },
    forgetSessions: () => sessions.clear(),
  };
}
