/** A press on one of our cards → `Incoming` of kind `click` (dingtalk §7.7). What the button says stands with the message, not in the press. */
import { z } from 'zod';
import type { Address, Button, Incoming } from '../../chat.ts';
import { GROUP_SPACE, messageOf, saysOf } from './interactive-card.ts';
import { lenient } from '../lenient.ts';
import { parseIfJson } from '../parse-json.ts';
import { lenientList, words } from './odd-json.ts';

/** What the bot sent with a card. */
export interface SentCard {
  readonly buttons: readonly Button[];
  readonly to: Address;
}

const privateData = z.object({
  actionIds: lenient(lenientList(words)),
  params: lenient(z.record(z.string(), z.unknown())),
});
const content = z.preprocess(
  parseIfJson,
  z.object({ cardPrivateData: lenient(z.preprocess(parseIfJson, privateData)) }),
);

const shape = z.object({
  type: lenient(words),
  outTrackId: words.pipe(z.string().min(1)),
  userId: lenient(words),
  userIdType: lenient(words),
  spaceId: lenient(words),
  content: lenient(content),
  /** The same in some samples of the vendor. */
  value: lenient(content),
});

/** Kind of user id that the directory has. */
const STAFF_ID = '1';

export function isPress(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'outTrackId' in value && !('msgId' in value);
}

/**
 * The press, still without its words: `completePress` finds them. The vendor gives a press no id, so card, presser and button are its
 * identity: the same person's second press of the same button is the first one come again, unless nothing came of that.
 */
export function decodePress(value: unknown, now: Date): Incoming | { readonly problem: string } {
  const parsed = shape.safeParse(value);
  if (!parsed.success) return { problem: '卡片回调缺少 outTrackId' };
  const { type = 'actionCallback', outTrackId, userId = '', userIdType = STAFF_ID, spaceId = '' } = parsed.data;
  const { content: said, value: same } = parsed.data;
  const { actionIds = [], params = {} } = said?.cardPrivateData ?? same?.cardPrivateData ?? {};
  const action = actionIds[0] ?? Object.values(params).find((param) => typeof param === 'string') ?? '';
  if (type !== 'actionCallback' || action === '') return { problem: '卡片回调里没有按钮' };
  const senderId = userIdType === STAFF_ID ? userId : '';
  return {
    platform: 'dingtalk',
    id: ['card', outTrackId, senderId, action].join('|'),
    sharesId: true,
    kind: 'click',
    chatKind: 'group',
    chatId: spaceId.startsWith(GROUP_SPACE) ? spaceId.slice(GROUP_SPACE.length) : spaceId,
    senderId,
    text: '',
    mentionsBot: false,
    mentionedIds: [],
    pictures: [],
    quote: null,
    sentAt: now,
    reply: null,
  };
}

/** The press with what its button says. Of a card nobody remembers it stays what it was: spoken to nobody, and nothing comes of it. */
export async function completePress(
  press: Incoming,
  parts: {
    readonly sentCard: (messageId: string) => Promise<SentCard | undefined>;
    readonly conversationOf: (groupId: string) => string | undefined;
  },
): Promise<Incoming> {
  const [, outTrackId = '', , ...action] = press.id.split('|');
  const messageId = messageOf(outTrackId);
  const card = messageId === null ? undefined : await parts.sentCard(messageId);
  const says = card && saysOf(action.join('|'), card.buttons);
  if (says === undefined) return press;
  return { ...press, text: says, mentionsBot: true, chatId: chatOf(card?.to, parts.conversationOf) ?? press.chatId };
}

function chatOf(to: Address | undefined, conversationOf: (groupId: string) => string | undefined): string | undefined {
  if (to?.kind !== 'group') return undefined;
  return to.chatId ?? (to.groupId === null ? undefined : conversationOf(to.groupId));
}
