/**
 * Addresses what the bot says: which platform, which conversation, and who is really tagged. The one place where domain §13 decides
 * over all sources together: at most so many pushes per group and day, one tag per person and day, never everybody.
 */
import type { Address, Mention, Platform, PlatformName } from './chat.ts';
import { groupKey, singleKey } from './conversation-key.ts';
import type { Directory } from './domain/city.ts';
import type { Person } from './domain/directory.ts';
import { datedText } from './domain/night.ts';
import { withoutTags } from './domain/tags.ts';
import type { Settings } from './domain/settings.ts';
import { dayOf } from './domain/shanghai.ts';
import type { AnswerLetter, Destination, NoticeLetter, ParcelLetter, PushLetter } from './letters.ts';
import type { OutboxRow, Store } from '../storage/store.ts';

export interface Postbox {
  answer(store: Store, letter: AnswerLetter): Promise<OutboxRow>;
  /** To a group without being asked. `budget`: the group has had its pushes of the day; `unreachable`: no platform leads there. */
  push(store: Store, letter: PushLetter): Promise<'posted' | 'budget' | 'unreachable'>;
  /** Part of an answer that goes to a group by its own address, whatever conversation is paired with it. */
  post(store: Store, letter: { platform: PlatformName; groupId: string; text: string; at: Date }): Promise<void>;
  /** To a group with a file, because somebody with the right said so: no push of the bot's own. False where no platform leads there. */
  parcel(store: Store, letter: ParcelLetter & { readonly groupId: string }): Promise<boolean>;
  /** One-to-one, where a platform leads to the person; false where none does. */
  notice(store: Store, letter: NoticeLetter): Promise<boolean>;
  /** One-to-one to somebody who is not in the directory (a citizen); false where the platform cannot lead there. */
  letter(store: Store, letter: { platform: PlatformName; personId: string; text: string; at: Date }): Promise<boolean>;
}

/** How long a message waits for what should go along with it. */
const HOLD_MS = 15_000;

/** The person's id on a platform; the simulator's is the name. */
function idOn(platform: PlatformName, person: Person): string | undefined {
  return platform === 'simulator' ? person.name : person.ids[platform];
}

export function createPostbox(options: {
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly city: () => { readonly directory: Directory; readonly settings: Settings };
}): Postbox {
  /** Takes each person's tag of the day; who has had it is named without being tagged. */
  async function tag(
    store: Store,
    letter: { text: string; notify: readonly string[]; at: Date },
    platform: PlatformName,
  ) {
    const { directory, settings } = options.city();
    const mentions: Mention[] = [];
    const untagged: string[] = [];
    for (const name of new Set(letter.notify)) {
      const person = directory.person(name);
      const personId = person && idOn(platform, person);
      const most = settings.manners.mentionsPerPersonAndDay;
      if (personId && (await store.mentions.take(name, dayOf(letter.at), most))) mentions.push({ personId, name });
      else untagged.push(name);
    }
    const tagged = mentions.map(({ name }) => name);
    return { text: withoutTags(letter.text, untagged, tagged), mentions };
  }

  async function addressesOf(store: Store, groupId: string, needsMention: boolean): Promise<Destination[]> {
    const found: Destination[] = [];
    for (const [platform, door] of options.platforms) {
      const bound = await store.bindings.chatOf(platform, groupId);
      const to: Address = { kind: 'group', groupId, chatId: bound ?? (platform === 'simulator' ? groupId : null) };
      const isReachable = door.canReach(to, needsMention) || (needsMention && door.canReach(to, false));
      if (isReachable) found.push({ key: groupKey(platform, groupId), platform, to });
    }
    return found;
  }

  const mayCarry = (platform: PlatformName, to: Address): boolean =>
    options.platforms.get(platform)?.canAttach?.(to) ?? true;

  const plain = { buttons: [], attachments: [], reply: null, answers: null };

  return {
    async answer(store, letter) {
      const { destination, at, dueAt, buttons, reply, answers } = letter;
      const { text, mentions } = await tag(store, letter, destination.platform);
      const row = {
        kind: 'answer' as const,
        conversation: destination.key,
        platform: destination.platform,
        to: destination.to,
      };
      return store.outbox.add({
        ...row,
        text,
        mentions,
        buttons,
        attachments: [],
        reply,
        answers,
        dueAt,
        createdAt: at,
      });
    },

    async push(store, letter) {
      const destinations = await addressesOf(store, letter.groupId, letter.notify.length > 0);
      if (destinations.length === 0) return 'unreachable';
      const most = options.city().settings.manners.pushesPerGroupAndDay - (letter.leave ?? 0);
      let outcome: 'posted' | 'budget' = 'budget';
      const held: string[] = [];
      for (const { key, platform, to } of destinations) {
        if ((await store.outbox.pushesOn(key, dayOf(letter.at))) >= most) continue;
        const { text, mentions } = await tag(store, letter, platform);
        const isHeld = letter.withPicture !== undefined && mayCarry(platform, to);
        const dueAt = isHeld ? new Date(letter.at.getTime() + HOLD_MS) : letter.at;
        const row = { kind: 'push' as const, conversation: key, platform, to, text, mentions, ...plain };
        const { id } = await store.outbox.add({ ...row, dueAt, createdAt: letter.at });
        if (isHeld) held.push(id);
        outcome = 'posted';
      }
      if (held.length > 0) await letter.withPicture?.(held);
      return outcome;
    },

    async parcel(store, { groupId, text, attachments, at }) {
      const destinations = await addressesOf(store, groupId, false);
      for (const { key, platform, to } of destinations) {
        const row = { kind: 'answer' as const, conversation: key, platform, to, text, mentions: [], ...plain };
        await store.outbox.add({ ...row, attachments, dueAt: at, createdAt: at });
      }
      return destinations.length > 0;
    },

    async post(store, { platform, groupId, text, at }) {
      const to: Address = { kind: 'group', groupId, chatId: null };
      const row = {
        kind: 'answer' as const,
        conversation: groupKey(platform, groupId),
        platform,
        to,
        text,
        mentions: [],
      };
      await store.outbox.add({ ...row, ...plain, dueAt: at, createdAt: at });
    },

    async notice(store, { to: person, text, at, paperId, attachments = [], dueAt = at, issueNos = [] }) {
      for (const [platform, door] of options.platforms) {
        const personId = idOn(platform, person);
        if (personId === undefined) continue;
        const to: Address = { kind: 'single', personId };
        if (!door.canReach(to, false)) continue;
        if (dueAt > at) {
          const held = { person: person.name, text: datedText(text, at), paperId: paperId ?? null, attachments };
          await store.heldNotices.add({ ...held, issueNos, heldAt: at, dueAt });
          return true;
        }
        const row = {
          kind: 'notice' as const,
          conversation: singleKey(platform, personId),
          platform,
          to,
          text,
          mentions: [],
        };
        const { id } = await store.outbox.add({ ...row, ...plain, attachments, dueAt: at, createdAt: at });
        if (paperId !== undefined) await store.papers.serve(paperId, person.name, { outboxId: id, at });
        return true;
      }
      return false;
    },

    async letter(store, { platform, personId, text, at }) {
      const to: Address = { kind: 'single', personId };
      if (options.platforms.get(platform)?.canReach(to, false) !== true) return false;
      const row = { kind: 'notice' as const, conversation: singleKey(platform, personId), platform, to, text };
      await store.outbox.add({ ...row, mentions: [], ...plain, dueAt: at, createdAt: at });
      return true;
    },
  };
}
