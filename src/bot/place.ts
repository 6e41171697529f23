/** Where a message was said: the directory's group, or a one-to-one chat, and the key under which order and drafts are kept. */
import type { Address, Incoming } from '../chat.ts';
import { groupKey, singleKey, unpairedKey } from '../conversation-key.ts';
import type { Directory } from '../domain/city.ts';
import type { Store } from '../../storage/store.ts';

export interface Place {
  readonly key: string;
  readonly to: Address;
  /** Directory id; null in a one-to-one chat and in a group that is not paired (绑定) with one of the directory. */
  readonly groupId: string | null;
}

export async function placeOf(incoming: Incoming, directory: Directory, store: Store): Promise<Place> {
  const { platform, chatId } = incoming;
  if (incoming.chatKind === 'single') {
    return {
      key: singleKey(platform, incoming.senderId),
      to: { kind: 'single', personId: incoming.senderId },
      groupId: null,
    };
  }
  const groupId = await groupOf(incoming, directory, store);
  const key = groupId === null ? unpairedKey(platform, chatId) : groupKey(platform, groupId);
  return { key, to: { kind: 'group', groupId, chatId }, groupId };
}

/** A conversation id that stands in the directory, or a pairing made in the chat. */
async function groupOf({ platform, chatId }: Incoming, directory: Directory, store: Store): Promise<string | null> {
  return directory.groupAt(platform, chatId)?.id ?? (await store.bindings.groupOf(platform, chatId)) ?? null;
}
