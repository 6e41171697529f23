/** What the vendor's socket makes of a frame that sends something (wecom §4.5–4.9, §10). Pure but for the city it looks into. */
import type { City, Sent } from './city.ts';
import type { Counter } from '../limits.ts';
import { at, textAt } from '../read.ts';

const CONTENT_BYTES = 20_480;
const REPLY_MS = 24 * 3_600_000;
const AT_ONCE_MS = 5_000;
const STREAM_MS = 6 * 60_000;
const RESPOND_TYPES = ['stream', 'template_card', 'markdown', 'file', 'image', 'voice', 'video'];
const PUSH_TYPES = ['markdown', 'template_card', 'file', 'image', 'voice', 'video'];

export interface Callback {
  readonly chat: string;
  readonly event: string;
  readonly at: Date;
  /** First frame of each stream. */
  readonly streams: Map<string, Date>;
}

export interface Verdict {
  readonly errcode: number;
  readonly errmsg: string;
}

export const FINE: Verdict = { errcode: 0, errmsg: 'ok' };
const refuse = (errcode: number, errmsg: string): Verdict => ({ errcode, errmsg });

export interface Rules {
  readonly city: City;
  readonly counter: Counter;
  readonly hasMedia: (id: string) => boolean;
}

export function judgeReply(cmd: string, callback: Callback | undefined, body: unknown, rules: Rules): Verdict {
  const { city, counter } = rules;
  const age = callback === undefined ? Infinity : city.now().getTime() - callback.at.getTime();
  const event = callback?.event ?? '';
  const needs = { aibot_respond_welcome_msg: 'enter_chat', aibot_respond_update_msg: 'template_card_event' }[cmd];
  const isRightKind = needs === undefined ? event === '' : event === needs;
  if (callback === undefined || !isRightKind || age > (needs === undefined ? REPLY_MS : AT_ONCE_MS)) {
    return refuse(846605, 'invalid req_id');
  }
  const msgtype = textAt(body, 'msgtype');
  if (cmd === 'aibot_respond_msg' && !RESPOND_TYPES.includes(msgtype)) return refuse(40008, 'invalid message type');
  const wrong = whyWrong(msgtype, body, rules);
  if (wrong !== null) return wrong;
  const streamId = textAt(body, 'stream', 'id');
  if (msgtype === 'stream') {
    const began = callback.streams.get(streamId) ?? city.now();
    callback.streams.set(streamId, began);
    if (city.now().getTime() - began.getTime() > STREAM_MS)
      return refuse(846608, 'stream message update expired (>6 minutes)');
  }
  if (!counter.take(callback.chat)) return refuse(45009, 'api freq out of limit');
  const via = ({ enter_chat: 'welcome', template_card_event: 'update' } as const)[event] ?? 'respond';
  if (msgtype !== 'stream' || at(body, 'stream', 'finish') === true) city.sent.push(sent(via, callback.chat, body));
  return FINE;
}

export function judgePush(body: unknown, rules: Rules): Verdict {
  const { city, counter } = rules;
  const chat = textAt(body, 'chatid');
  const msgtype = textAt(body, 'msgtype');
  const group = city.groups.get(chat);
  const person = group === undefined ? city.personById(chat) : undefined;
  if (group === undefined && person === undefined) return refuse(93006, 'invalid chatid');
  if (group?.hasBot === false) return refuse(93008, 'robot not in group');
  if ((group ?? person)?.hasSpoken !== true) return refuse(93006, 'invalid chatid');
  if (!PUSH_TYPES.includes(msgtype)) return refuse(40008, 'invalid message type');
  const wrong = whyWrong(msgtype, body, rules);
  if (wrong !== null) return wrong;
  if (!counter.take(chat)) return refuse(45009, 'api freq out of limit');
  city.sent.push(sent('push', chat, body));
  return FINE;
}

function whyWrong(msgtype: string, body: unknown, { hasMedia }: Rules): Verdict | null {
  const content = textAt(body, msgtype, 'content');
  if (Buffer.byteLength(content) > CONTENT_BYTES)
    return refuse(40058, `${msgtype}.content exceed max length ${CONTENT_BYTES}`);
  if ((msgtype === 'stream' || msgtype === 'markdown') && content === '') return refuse(44004, 'empty content');
  if (msgtype === 'stream' && textAt(body, 'stream', 'id') === '') return refuse(40058, 'stream.id missing');
  if (['file', 'image'].includes(msgtype) && !hasMedia(textAt(body, msgtype, 'media_id')))
    return refuse(40007, 'invalid media_id');
  return null;
}

function sent(via: Sent['via'], to: string, body: unknown): Sent {
  const msgtype = textAt(body, 'msgtype') || 'template_card';
  const title = textAt(body, 'template_card', 'main_title', 'title');
  // Nothing the bot sends notifies anybody (wecom §4.10).
  return { via, to, msgtype, text: textAt(body, msgtype, 'content') || title, tagged: [], body };
}
