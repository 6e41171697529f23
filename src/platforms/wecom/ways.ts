/** The ways a message can take to its address, best first (style §3.5, wecom §1.2). Pure but for the clock it is told. */
import type { Address, Outgoing } from '../../chat.ts';
import { mobileOf } from '../mobile-id.ts';
import type { GroupAddress } from './options.ts';
import { BOT_MARKDOWN_BYTES, escapeMarkdown } from './render.ts';
import { readRoute } from './routes.ts';

export const WAYS = ['webhook', 'url', 'socket', 'welcome', 'push', 'app'] as const satisfies readonly Way['via'][];

export type Way =
  /** 群机器人: notifies people. It takes no buttons, so a card follows on the long connection where `chat` is known. */
  | { readonly via: 'webhook'; readonly address: string; readonly chat: string | null }
  /** `response_url`: once. */
  | { readonly via: 'url'; readonly url: string }
  /** On the long connection, in answer to a message or to the opening of the chat. */
  | { readonly via: 'socket' | 'welcome'; readonly reqId: string; readonly chat: string }
  /** On the long connection, unasked. */
  | { readonly via: 'push'; readonly chat: string; readonly chatKind: 'group' | 'single' }
  /** 自建应用, to one person. */
  | { readonly via: 'app'; readonly personId: string };

export interface Reach {
  readonly hasSocket: boolean;
  readonly hasApp: boolean;
  readonly addressOf: (groupId: string) => GroupAddress | undefined;
}

/** Both addresses of a group; the paired one where the message names none. */
export function groupAddress(to: Address & { readonly kind: 'group' }, reach: Reach): GroupAddress {
  const paired = to.groupId === null ? undefined : reach.addressOf(to.groupId);
  return { webhook: paired?.webhook || undefined, chatId: to.chatId ?? (paired?.chatId || undefined) };
}

/** Empty where nothing leads there. */
export function waysFor(message: Outgoing, reach: Reach, now: Date): Way[] {
  const direct = replyWays(message, reach, now);
  if (message.to.kind === 'single') {
    const others = singleWays(message.to.personId, reach, direct);
    return [...withoutTooSmall(direct, message, others), ...others];
  }
  const { webhook, chatId } = groupAddress(message.to, reach);
  const chat = reach.hasSocket ? (chatId ?? null) : null;
  const tagging: Way[] = webhook === undefined ? [] : [{ via: 'webhook', address: webhook, chat }];
  // A tag that notifies nobody is worse than a refusal the office gets to see: no second way here.
  if (message.mentions.length > 0 && tagging.length > 0) return tagging;
  const push: Way[] = chat === null ? [] : [{ via: 'push', chat, chatKind: 'group' }];
  // The response_url takes one message without attachments.
  const others = [...tagging, ...push];
  return [...withoutTooSmall(direct, message, others), ...others];
}

/** Leaves a response_url aside where it cannot take all of the message and something else can. */
function withoutTooSmall(direct: readonly Way[], message: Outgoing, others: readonly Way[]): readonly Way[] {
  const fits =
    message.attachments.length === 0 && Buffer.byteLength(escapeMarkdown(message.text)) <= BOT_MARKDOWN_BYTES;
  return fits || others.length === 0 ? direct : direct.filter(({ via }) => via !== 'url');
}

function replyWays(message: Outgoing, reach: Reach, now: Date): Way[] {
  if (message.reply === null || message.reply.expiresAt.getTime() <= now.getTime()) return [];
  const route = readRoute(message.reply.route);
  switch (route?.via) {
    case 'url':
      return [{ via: 'url', url: route.url }];
    case 'socket':
    case 'welcome':
      return reach.hasSocket ? [route] : [];
    case 'app':
      return reach.hasApp && message.to.kind === 'single' ? [{ via: 'app', personId: message.to.personId }] : [];
    default:
      return [];
  }
}

function singleWays(personId: string, reach: Reach, direct: readonly Way[]): Way[] {
  const app: Way[] = reach.hasApp ? [{ via: 'app', personId }] : [];
  const push: Way[] =
    reach.hasSocket && mobileOf(personId) === null ? [{ via: 'push', chat: personId, chatKind: 'single' }] : [];
  // Where the bot was asked, it goes on answering; a notice comes from the application, which needs no talk before.
  return direct.some(({ via }) => via === 'app') ? push : direct.length > 0 ? [...push, ...app] : [...app, ...push];
}
