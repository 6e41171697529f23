/** What the fake DingTalk knows: one organisation, its groups and people, and everything that reached anybody. */

export interface FakeGroup {
  readonly conversationId: string;
  title: string;
  /** User ids. */
  members: string[];
  /** The group's robot webhook; null: none was copied out. `secret` null: 加签 is off. */
  webhook: { token: string; secret: string | null } | null;
  hasRobot: boolean;
  isDisbanded: boolean;
}

export interface FakePerson {
  /** User id; empty for outsiders, whom the vendor does not name. */
  readonly staffId: string;
  readonly name: string;
  readonly dingtalkId: string;
  /** In the visible range of the app. */
  isVisible: boolean;
  /** The next notices to this person are held up. */
  isFlowControlled: boolean;
  /** Notices to this person are dropped. */
  isFiltered: boolean;
}

/** One message as it reached its readers. */
export interface Sent {
  readonly via: 'session' | 'webhook' | 'group' | 'batch' | 'card';
  /** Conversation id of a group, or the person's user id. */
  readonly to: string;
  readonly msgtype: string;
  /** As people see it: `@userId` of a real mention has become the name. */
  readonly text: string;
  /** User ids of those who were notified. */
  readonly tagged: readonly string[];
  readonly body: unknown;
}

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly robotCode: string;
}

export interface Office {
  readonly now: () => Date;
  readonly credentials: Credentials;
  readonly groups: Map<string, FakeGroup>;
  readonly people: Map<string, FakePerson>;
  readonly sent: Sent[];
  /** The group with this conversation id; made where there is none. */
  group(conversationId: string, members?: readonly string[]): FakeGroup;
  /** The person with this user id; made where there is none. */
  person(staffId: string, name?: string): FakePerson;
  outsider(name: string): FakePerson;
  /** A new opaque id; with the signs of base64 that must be encoded in addresses. */
  id(prefix: string): string;
}

export function createOffice(now: () => Date, credentials: Credentials): Office {
  const groups = new Map<string, FakeGroup>();
  const people = new Map<string, FakePerson>();
  const sent: Sent[] = [];
  let count = 0;
  const id = (prefix: string): string => `${prefix}${(count += 1)}a+/b==`;

  function added(key: string, person: Pick<FakePerson, 'staffId' | 'name'>): FakePerson {
    const made = {
      ...person,
      dingtalkId: `$:LWCP_v1:$Demo${key}`,
      isVisible: true,
      isFlowControlled: false,
      isFiltered: false,
    };
    people.set(key, made);
    return made;
  }

  return {
    now,
    credentials,
    groups,
    people,
    sent,
    id,
    group(conversationId, members = []) {
      const known = groups.get(conversationId);
      if (known !== undefined) return known;
      const made: FakeGroup = {
        conversationId,
        title: `群${groups.size + 1}`,
        members: [...members],
        webhook: { token: `token${groups.size + 1}`, secret: `SECdemo${groups.size + 1}` },
        hasRobot: true,
        isDisbanded: false,
      };
      groups.set(conversationId, made);
      return made;
    },
    person: (staffId, name = `人员${staffId}`) => people.get(staffId) ?? added(staffId, { staffId, name }),
    outsider: (name) => added(`outsider:${name}`, { staffId: '', name }),
  };
}
