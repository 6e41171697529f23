/**
 * 模拟器: a chat platform without a vendor (contract §4). It is the vendor itself: what is said is kept in the database, handed to
 * the bot as any platform hands it on, and what the bot sends appears beside it. So a restart loses nothing.
 */
import { randomUUID } from 'node:crypto';
import { DeliveryError, type Deliver, type Incoming, type PictureRef, type Platform } from '../../chat.ts';
import { pictureTypeOf } from '../../picture-type.ts';
import type { PictureType } from '../../picture-type.ts';
import { withoutBot } from './mention.ts';
import { SimulatorRefusal, type Conversation, type KeptMessage, type SimulatorParts } from './parts.ts';
import { readPost, type Post } from './post.ts';
import { groupOf, rendered } from './render.ts';

export type { Conversation, Files, KeptMessage, KnownGroup, KnownPerson, Memory, SimulatorParts } from './parts.ts';

export interface Simulator extends Platform {
  readonly name: 'simulator';
  readonly parts: SimulatorParts;
  /** A person says something: checked, kept, handed to the bot. Throws SimulatorRefusal; what `deliver` throws passes through. */
  post(body: unknown, deliver: Deliver): Promise<KeptMessage>;
  /** A conversation in order. Throws SimulatorRefusal for a group or an `after` that does not exist. */
  list(conversation: Conversation, after: string | null): Promise<KeptMessage[]>;
  /** A picture that was sent here, with the type its content has; undefined when there is none. */
  picture(hash: string): Promise<{ bytes: Buffer; type: PictureType } | undefined>;
}

/** Makes the platform `simulator`. Nothing is opened; `stop` is not needed. */
export function createSimulator(parts: SimulatorParts): Simulator {
  return {
    name: 'simulator',
    sendsOnce: true,
    parts,
    async send(message) {
      await parts.memory.add(rendered(message, parts.groups(), parts.now()));
    },
    async fetchPicture(ref) {
      const bytes = await parts.files.get(hashIn(ref));
      if (bytes === undefined) throw new DeliveryError('refused', '模拟器里已没有这张图片');
      return bytes;
    },
    canReach: (to) => (to.kind === 'single' ? to.personId !== '' : groupOf(to, parts.groups()) !== undefined),
    health: () => '模拟器：可用',
    async post(body, deliver) {
      const post = await readPost(body, parts);
      const images = await Promise.all(post.pictures.map((bytes) => parts.files.put(bytes)));
      const message: KeptMessage = { ...post.message, images, id: `sim-${randomUUID()}`, at: parts.now() };
      await parts.memory.add(message);
      await deliver(incomingOf(message, post, parts.botNames));
      return message;
    },
    async list(conversation, after) {
      if ('group' in conversation && !parts.groups().some((group) => group.id === conversation.group)) {
        throw new SimulatorRefusal(400, '没有这个群');
      }
      if (after === null) return parts.memory.list(conversation);
      if ((await parts.memory.find(after)) === undefined) throw new SimulatorRefusal(400, 'after 指的消息不存在');
      return parts.memory.list(conversation, after);
    },
    async picture(hash) {
      const bytes = await parts.files.get(hash);
      const type = bytes === undefined ? undefined : pictureTypeOf(bytes);
      return bytes === undefined || type === undefined ? undefined : { bytes, type };
    },
  };
}

/** As a vendor would hand it on: the bot's own mention taken out, pictures as references, the quoted message with its pictures. */
function incomingOf(message: KeptMessage, post: Post, botNames: readonly string[]): Incoming {
  return {
    platform: 'simulator',
    id: message.id,
    kind: 'message',
    chatKind: message.chatKind,
    chatId: message.group ?? message.from,
    senderId: message.from,
    text: post.mentionsBot ? withoutBot(message.text, botNames) : message.text,
    mentionsBot: post.mentionsBot,
    mentionedIds: message.mentions,
    pictures: message.images.map(refOf),
    quote:
      post.quoted === null
        ? null
        : { text: post.quoted.text, messageId: post.quoted.id, pictures: post.quoted.images.map(refOf) },
    sentAt: message.at,
    reply: null,
  };
}

function refOf(hash: string): PictureRef {
  return { ref: JSON.stringify({ hash }) };
}

function hashIn(ref: string): string {
  try {
    const read: unknown = JSON.parse(ref);
    if (typeof read === 'object' && read !== null && 'hash' in read && typeof read.hash === 'string') return read.hash;
  } catch {
    // Falls through to the refusal: not a reference of ours.
  }
  throw new DeliveryError('refused', '图片的引用无法识别');
}
