/** The two doors of DingTalk: callbacks over HTTP, and the stream. Both with card templates (docs/dingtalk.md §9). */
import type { Button } from '../../chat.ts';
import type { Fault, Part } from '../fake-dingtalk/faults.ts';
import { CREDENTIALS, startFakeDingtalk } from '../fake-dingtalk/index.ts';
import type { FakeDingtalk, Sent } from '../fake-dingtalk/index.ts';
import type { Delivery, Door, Spoken, Where } from './door.ts';
import type { DoorFault } from './faults.ts';
import type { DoorGiven } from './wecom-doors.ts';

/** Somebody of another organisation: the vendor does not name him. */
export const OUTSIDER = '外单位的人';

const FAULTS: Readonly<Record<DoorFault, Fault>> = {
  cut: { kind: 'cut' },
  lost: { kind: 'lost' },
  garbage: { kind: 'truncated' },
  status: { kind: 'status', status: 502 },
  throttled: { kind: 'code', code: '130101', status: 429 },
  busy: { kind: 'code', code: '-1', status: 500 },
};
/** The open interface has words where the old host has numbers. */
const OPEN_CODES: Partial<Record<DoorFault, Fault>> = {
  throttled: { kind: 'code', code: 'Forbidden.AccessDenied.QpsLimitForApi', status: 403 },
  busy: { kind: 'code', code: 'system.busy', status: 500 },
};
const OLD_HOST: ReadonlySet<Part> = new Set(['session', 'webhook', 'upload']);

/** Settings without which there are no cards; a scene may take them away again. */
export const NO_CARDS = { 'dingtalk.cards.oneButton': null, 'dingtalk.cards.twoButtons': null };
const CARDS = {
  'dingtalk.cards.oneButton': 'tpl-one.schema',
  'dingtalk.cards.twoButtons': 'tpl-two.schema',
  'dingtalk.cards.callback': { url: 'https://duban.example.test/webhook/dingtalk', secret: 'demo-card-secret' },
};

/** What people take a button to say: its word, and the number in the title above it. */
const SAYS: Readonly<Record<string, (no: string) => string>> = {
  认领: (no) => `认领${no}`,
  通过: (no) => `${no}核查通过`,
  退回: (no) => `${no}退回`,
};

const ATTACHMENTS: Readonly<Record<string, 'picture' | 'file'>> = { sampleImageMsg: 'picture', sampleFile: 'file' };

export async function openDingtalkDoor(
  mode: 'http' | 'stream',
  given: DoorGiven,
): Promise<Door & { fake: FakeDingtalk }> {
  const fake = await startFakeDingtalk({ now: given.now });
  const isHttp = mode === 'http';
  let callback = '';

  const chatOf = (groupId: string): string => `cid-${groupId}+/==`;
  const personOf = (name: string) =>
    name === OUTSIDER ? fake.office.outsider(name) : fake.office.person(given.idOf(name), name);

  function payloadOf(name: string, { group = 'city', text, pictures = [], quote }: Spoken): object {
    const codes = pictures.map((bytes) => fake.api.putPicture(bytes));
    const said = text === undefined ? {} : { text, ...(group !== null && codes.length === 0 && chosen(text)) };
    return fake.message({
      from: personOf(name),
      ...(group !== null && { group: chatOf(group) }),
      ...said,
      ...(codes.length > 0 && { pictures: codes }),
      ...(quote && { quote: quoted(quote) }),
    });
  }

  /** Names chosen from the client's list are gone from a text and stand in `atUsers` only; in 图文 they stay (dingtalk §3.3). */
  function chosen(typed: string): { text: string; mentions: string[] } {
    const names = [...typed.matchAll(/@(\p{Script=Han}+)(?=\s|$)/gu)].map(([, name = '']) => name);
    const known = names.filter((name) => given.isPerson(name));
    const text = known.reduce((left, name) => left.replace(`@${name}`, ''), typed);
    return { text, mentions: known.map((name) => personOf(name).staffId) };
  }

  function quoted(quote: NonNullable<Spoken['quote']>) {
    const [picture] = quote.pictures ?? [];
    const msgId = fake.office.id('quoted');
    return picture === undefined
      ? { msgId, msgType: 'text', content: { text: quote.text ?? '' } }
      : { msgId, msgType: 'picture', content: { downloadCode: fake.api.putPicture(picture) } };
  }

  const sentTo = (where: Where): Sent[] =>
    fake.sentTo('group' in where ? chatOf(where.group) : given.idOf(where.person));

  async function send(payload: object): Promise<boolean> {
    if (!isHttp) return fake.stream.deliver({ ...payload }) !== null;
    const pushed =
      'outTrackId' in payload ? fake.pushPress(callback, { ...payload }) : fake.push(callback, { ...payload });
    const outcome = await pushed.catch(() => ({ status: 0 }));
    return outcome.status === 200;
  }

  const cardsIn = (group: string) =>
    fake.cards.cards
      .filter(({ conversationId }) => conversationId === chatOf(group))
      .map(({ outTrackId, values }) => ({ outTrackId, buttons: buttonsOf(values) }));

  function presses(name: string, says: string, group: string | null): Delivery {
    const card = cardsIn(group ?? '').findLast(({ buttons }) => buttons.some((button) => button.says === says));
    if (card === undefined) throw new Error(`no card has a button that says ${says}`);
    const action = `button${card.buttons.findIndex((button) => button.says === says) + 1}`;
    const payload = fake.cards.press(card.outTrackId, given.idOf(name), action);
    return { id: ['card', card.outTrackId, given.idOf(name), action].join('|'), send: () => send(payload) };
  }

  function says(name: string, spoken: Spoken): Delivery {
    const payload = payloadOf(name, spoken);
    const msgId = 'msgId' in payload ? String(payload.msgId) : '';
    return { id: `${CREDENTIALS.robotCode}|${msgId}`, send: () => send(payload) };
  }

  return {
    fake,
    name: isHttp ? 'dingtalk-http' : 'dingtalk-stream',
    platform: 'dingtalk',
    hasButtons: true,
    settings: CARDS,
    env: {
      DINGTALK_CLIENT_ID: CREDENTIALS.clientId,
      DINGTALK_CLIENT_SECRET: CREDENTIALS.clientSecret,
      DINGTALK_MODE: mode,
      DINGTALK_API_BASE: fake.url,
      DINGTALK_OAPI_BASE: fake.url,
    },
    chatOf,
    addressOf(groupId, paired) {
      return { ...(paired && { conversationId: chatOf(groupId) }), ...fake.webhookOf(chatOf(groupId)) };
    },
    join(groupId, names) {
      fake.office.group(chatOf(groupId)).members = names.map(given.idOf);
      for (const name of names) personOf(name);
    },
    open(url) {
      callback = `${url}/webhook/dingtalk`;
    },
    isUp: () => isHttp || fake.stream.open() > 0,
    says,
    presses,
    raw: send,
    shown: (where) =>
      sentTo(where)
        .filter(({ msgtype, via }) => ATTACHMENTS[msgtype] === undefined && via !== 'card')
        .map(({ text, tagged }) => ({ text, tagged: tagged.map(given.nameOf) })),
    attachments: (where) => sentTo(where).flatMap(({ msgtype }) => ATTACHMENTS[msgtype] ?? []),
    buttons: (group) => cardsIn(group).at(-1)?.buttons ?? [],
    redeliver: () => fake.stream.redeliver(),
    setChance(chance) {
      fake.faults.setChance(chance && ((part) => faultOf(part, chance)));
    },
    stop: () => fake.stop(),
  };
}

function buttonsOf(values: Readonly<Record<string, string>>): Button[] {
  const [, no = ''] = /#(\d+)/u.exec(`${values['title']} ${values['content']}`) ?? [];
  return [values['button1'], values['button2']].flatMap((label = '') => {
    const says = SAYS[label]?.(no);
    return says === undefined ? [] : [{ label, says }];
  });
}

function faultOf(part: Part, chance: () => DoorFault | undefined): Fault | undefined {
  const drawn = chance();
  if (drawn === undefined) return undefined;
  if (part === 'gateway' && drawn !== 'status') return FAULTS.cut;
  return (OLD_HOST.has(part) ? undefined : OPEN_CODES[drawn]) ?? FAULTS[drawn];
}
