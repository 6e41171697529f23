/** The two doors of WeCom: callbacks to a URL, and the long connection. */
import type { Button } from '../../chat.ts';
import type { Fault, Part } from '../fake-wecom/faults.ts';
import { SECRETS, startFakeWecom } from '../fake-wecom/index.ts';
import type { FakeWecom, Press, Sent } from '../fake-wecom/index.ts';
import { at, textAt } from '../read.ts';
import type { Delivery, Door, Spoken, Where } from './door.ts';
import type { DoorFault } from './faults.ts';

export interface DoorGiven {
  readonly now: () => Date;
  /** How long the vendor waits for a response. Default: longer than a busy machine takes. */
  readonly patienceMs?: number | undefined;
  /** Platform id of a person, from the directory; other names are strangers. */
  readonly idOf: (name: string) => string;
  readonly nameOf: (id: string) => string;
  /** Whether somebody of this name can be chosen from the list that the client shows after `@`. */
  readonly isPerson: (name: string) => boolean;
}

/** Longer than the vendor's five seconds: vendor and house share one process here, and a busy machine is not what is tested. */
const PATIENCE_MS = 60_000;
const FAULTS: Readonly<Record<DoorFault, Fault>> = {
  cut: { kind: 'cut' },
  lost: { kind: 'lost' },
  garbage: { kind: 'garbage' },
  status: { kind: 'status', status: 503 },
  throttled: { kind: 'code', errcode: 45009 },
  busy: { kind: 'code', errcode: -1 },
};

const ATTACHMENTS: Readonly<Record<string, 'picture' | 'file'>> = { image: 'picture', file: 'file' };

export async function openWecomDoor(mode: 'url' | 'socket', given: DoorGiven): Promise<Door & { fake: FakeWecom }> {
  const fake = await startFakeWecom({ now: given.now });
  const isUrl = mode === 'url';
  let callback = '';

  const chatOf = (groupId: string): string => `wr-${groupId}`;
  const saidTo = (name: string, { group = 'city', text, pictures, quote }: Spoken, msgid: string) => ({
    from: given.idOf(name),
    chatId: group === null ? null : chatOf(group),
    ...(text !== undefined && { text: group === null ? text : `@督办机器人 ${text}` }),
    ...(pictures && { pictures }),
    ...(quote && { quote }),
    msgid,
  });

  /** The payload is made once: a repeated delivery is the same to the letter. */
  function delivery(id: string, make: () => Readonly<Record<string, unknown>>, onSocket: () => unknown): Delivery {
    if (!isUrl) return { id, send: () => Promise.resolve(onSocket() !== undefined) };
    const payload = make();
    return {
      id,
      async send() {
        const { status } = await fake.callback.deliver(callback, payload, {
          withinMs: given.patienceMs ?? PATIENCE_MS,
        });
        return status === 200;
      },
    };
  }

  const sentTo = (where: Where): Sent[] =>
    fake.sentTo('group' in where ? chatOf(where.group) : given.idOf(where.person));

  const cards = (chat: string): unknown[] =>
    fake.sentTo(chat).flatMap(({ body, via }) => {
      const card = at(body, 'template_card');
      return card === undefined || via === 'update' ? [] : [card];
    });

  return {
    fake,
    name: isUrl ? 'wecom-url' : 'wecom-socket',
    platform: 'wecom',
    hasButtons: true,
    env: {
      WECOM_API_BASE: fake.url,
      ...(isUrl
        ? {
            WECOM_TOKEN: SECRETS.bot.token,
            WECOM_ENCODING_AES_KEY: SECRETS.bot.aesKey,
            // The bot cannot begin a one-to-one talk in this mode; the application does (docs/wecom.md §8).
            WECOM_CORP_ID: SECRETS.app.corpId,
            WECOM_AGENT_ID: String(SECRETS.app.agentId),
            WECOM_APP_SECRET: SECRETS.app.secret,
            WECOM_APP_TOKEN: SECRETS.app.token,
            WECOM_APP_ENCODING_AES_KEY: SECRETS.app.aesKey,
          }
        : {
            WECOM_BOT_ID: SECRETS.socket.botId,
            WECOM_BOT_SECRET: SECRETS.socket.secret,
            WECOM_WS_URL: fake.wsUrl,
          }),
    },
    settings: {},
    chatOf,
    addressOf: (groupId, paired) => ({
      ...(paired && { chatId: chatOf(groupId) }),
      webhook: fake.webhookOf(chatOf(groupId)),
    }),
    join(groupId, names) {
      fake.city.group(chatOf(groupId)).members = names.map((name) => fake.city.person(given.idOf(name)).userId);
    },
    open(url) {
      callback = `${url}/webhook/wecom`;
    },
    isUp: () => isUrl || fake.socket.isUp(),
    says(name, spoken) {
      const id = fake.city.id('M');
      const said = saidTo(name, spoken, id);
      return delivery(
        id,
        () => fake.message(said),
        () => fake.sayOnSocket(said),
      );
    },
    presses(name, says, group) {
      const id = fake.city.id('E');
      const chat = group === null ? given.idOf(name) : chatOf(group);
      const card = cards(chat).findLast((one) => buttonsOf(one).some((button) => button.says === says));
      if (card === undefined) throw new Error(`no card has a button that says ${says}`);
      const press: Press = {
        from: given.idOf(name),
        chatId: group === null ? null : chat,
        key: says,
        taskId: textAt(card, 'task_id'),
        msgid: id,
      };
      return delivery(
        id,
        () => fake.click(press),
        () => fake.clickOnSocket(press),
      );
    },
    raw: async (payload) =>
      isUrl
        ? (await fake.callback.deliver(callback, { ...payload })).status === 200
        : fake.socket.deliver({ ...payload }) !== undefined,
    shown: (where) =>
      sentTo(where)
        .filter((sent) => isMessage(sent))
        .map(({ text, tagged }) => ({ text, tagged: tagged.map(given.nameOf) })),
    attachments: (where) => sentTo(where).flatMap(({ msgtype }) => ATTACHMENTS[msgtype] ?? []),
    buttons: (group) => buttonsOf(cards(chatOf(group)).at(-1)),
    redeliver: () => 0,
    setChance(chance) {
      // A login that is refused for wrong credentials rests for minutes; logins of a long run are cut, not refused.
      fake.faults.setChance(chance && ((part) => faultOf(part, chance)));
    },
    stop: () => fake.stop(),
  };
}

function faultOf(part: Part, chance: () => DoorFault | undefined): Fault | undefined {
  const drawn = chance();
  if (drawn === undefined) return undefined;
  const isSocket = part === 'socket' || part === 'socket-login';
  // A frame has no status; what comes back torn on a socket ends the wait for it only by the clock.
  const fault = isSocket && (drawn === 'status' || drawn === 'garbage') ? 'cut' : drawn;
  return part === 'socket-login' ? FAULTS.cut : FAULTS[fault];
}

/** A bare card repeats what its message said; an update changes what was there. */
function isMessage({ via, msgtype }: Sent): boolean {
  return via !== 'update' && msgtype !== 'template_card' && ATTACHMENTS[msgtype] === undefined;
}

function buttonsOf(card: unknown): Button[] {
  const list = at(card, 'button_list');
  return Array.isArray(list) ? list.map((one) => ({ label: textAt(one, 'text'), says: textAt(one, 'key') })) : [];
}
