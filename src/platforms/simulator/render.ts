/** What the bot sends, as the simulator's members see it; and any message as contract §4 spells it. Pure. */
import { DeliveryError, type Outgoing } from '../../chat.ts';
import type { KeptMessage, KnownGroup } from './parts.ts';

/** The message that appears in the conversation. Its id is the outbox row's, so a second attempt adds nothing. */
export function rendered(message: Outgoing, groups: readonly KnownGroup[], at: Date): KeptMessage {
  const pictures = message.attachments.filter((attachment) => attachment.kind === 'picture');
  return {
    id: message.id,
    at,
    ...placeOf(message, groups),
    from: 'bot',
    text: [tagged(message), ...papers(message)].join('\n'),
    mentions: [...new Set(message.mentions.map((mention) => mention.name))],
    images: pictures.map((picture) => picture.hash),
    quote: null,
    buttons: message.buttons,
  };
}

/** The group an address means, by either of its ids; undefined when the simulator has none like it. */
export function groupOf(to: Extract<Outgoing['to'], { kind: 'group' }>, groups: readonly KnownGroup[]) {
  return groups.find((group) => group.id === to.groupId) ?? groups.find((group) => group.id === to.chatId);
}

function placeOf(message: Outgoing, groups: readonly KnownGroup[]): Pick<KeptMessage, 'chatKind' | 'group' | 'person'> {
  if (message.to.kind === 'single') {
    if (message.to.personId === '') throw new DeliveryError('refused', '这条消息没有写明发给谁');
    return { chatKind: 'single', group: null, person: message.to.personId };
  }
  const group = groupOf(message.to, groups);
  if (group === undefined) throw new DeliveryError('refused', '模拟器里没有这个群，请检查通讯录');
  return { chatKind: 'group', group: group.id, person: null };
}

/** Nobody is notified without a visible reason: a tag that the text does not show is added at its end. */
function tagged(message: Outgoing): string {
  const unseen = message.mentions.filter((mention) => !message.text.includes(`@${mention.name}`));
  if (unseen.length === 0) return message.text;
  return `${message.text}\n${unseen.map((mention) => `@${mention.name}`).join(' ')}`;
}

function papers(message: Outgoing): string[] {
  return message.attachments
    .filter((attachment) => attachment.kind === 'file')
    .map((paper) => `附件：/sim/api/files/${paper.hash}/${encodeURIComponent(paper.name)}`);
}

/** MESSAGE of contract §4, with the card's buttons. */
export interface ShownMessage {
  readonly id: string;
  readonly at: string;
  readonly group: string | null;
  readonly to: string | null;
  readonly from: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly images: readonly string[];
  readonly quote: string | null;
  readonly buttons: KeptMessage['buttons'];
}

export function shown(message: KeptMessage): ShownMessage {
  return {
    id: message.id,
    at: message.at.toISOString(),
    group: message.group,
    to: message.person,
    from: message.from,
    text: message.text,
    mentions: message.mentions,
    images: message.images.map((hash) => `/sim/api/images/${hash}`),
    quote: message.quote,
    buttons: message.buttons,
  };
}
