/** The key of a conversation: by it rows keep their order and drafts are found. Made and read here and nowhere else. */
import type { PlatformName } from './chat.ts';

const GROUP = ':group:';

/** A group of the directory. */
export const groupKey = (platform: PlatformName, groupId: string): string => `${platform}${GROUP}${groupId}`;

/** A group that is not paired with one of the directory, by the platform's own id. */
export const unpairedKey = (platform: PlatformName, chatId: string): string => `${platform}:chat:${chatId}`;

/** A one-to-one chat, by the platform's id of the person. */
export const singleKey = (platform: PlatformName, personId: string): string => `${platform}:single:${personId}`;

/** The directory's id of the group; null where it is none. */
export function groupIdIn(key: string): string | null {
  const at = key.indexOf(':');
  return key.startsWith(GROUP, at) ? key.slice(at + GROUP.length) : null;
}
