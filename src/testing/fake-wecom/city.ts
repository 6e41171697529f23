/** What the fake WeCom knows: groups, people, and everything that was sent to anybody. */
import { randomBytes } from 'node:crypto';

export interface FakeGroup {
  readonly chatId: string;
  /** Key of the group's 群机器人; null: none was added. */
  webhookKey: string | null;
  members: string[];
  /** The 智能机器人 is a member. */
  hasBot: boolean;
  /** Somebody has spoken to the bot there, so it may push (wecom §4.6). */
  hasSpoken: boolean;
}

export interface FakePerson {
  readonly userId: string;
  readonly mobile: string;
  /** The encrypted id that a bot of an ordinary creator gets to see (wecom §3.10). */
  readonly openId: string;
  /** In the visible range of the 自建应用. */
  isVisible: boolean;
  hasSpoken: boolean;
}

/** One message as it reached its readers. */
export interface Sent {
  readonly via: 'webhook' | 'passive' | 'response_url' | 'respond' | 'welcome' | 'update' | 'push' | 'app';
  /** Conversation: chatId of a group, or the person's userid. */
  readonly to: string;
  readonly msgtype: string;
  readonly text: string;
  /** Who was notified by an @: userids, or `@all`. */
  readonly tagged: readonly string[];
  readonly body: unknown;
}

export interface City {
  readonly now: () => Date;
  readonly groups: Map<string, FakeGroup>;
  readonly people: Map<string, FakePerson>;
  readonly sent: Sent[];
  group(chatId: string, members?: readonly string[]): FakeGroup;
  person(userId: string, mobile?: string): FakePerson;
  personById(id: string): FakePerson | undefined;
  id(prefix: string): string;
}

export function createCity(now: () => Date): City {
  const groups = new Map<string, FakeGroup>();
  const people = new Map<string, FakePerson>();
  let count = 0;
  return {
    now,
    groups,
    people,
    sent: [],
    group(chatId, members = []) {
      const group = groups.get(chatId) ?? {
        chatId,
        webhookKey: `key-${chatId}`,
        members: [...members],
        hasBot: true,
        hasSpoken: false,
      };
      groups.set(chatId, group);
      return group;
    },
    person(userId, mobile = `138${String(people.size).padStart(8, '0')}`) {
      const person = people.get(userId) ?? {
        userId,
        mobile,
        openId: `wo${userId}Open`,
        isVisible: true,
        hasSpoken: false,
      };
      people.set(userId, person);
      return person;
    },
    // Ids compare without case (wecom §6.7).
    personById: (id) => [...people.values()].find(({ userId }) => userId.toLowerCase() === id.toLowerCase()),
    id(prefix) {
      count += 1;
      return `${prefix}-${count}-${randomBytes(3).toString('hex')}`;
    },
  };
}
