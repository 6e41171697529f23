/** What the 智能机器人 is told when a person speaks, presses or opens (wecom §3.3, §3.5). */
import type { City } from './city.ts';

export interface Spoken {
  readonly from: string;
  /** Null: one-to-one. */
  readonly chatId: string | null;
  readonly text?: string;
  readonly pictures?: readonly Buffer[];
  readonly quote?: { readonly text?: string; readonly pictures?: readonly Buffer[] };
  /** The same message again; otherwise a fresh id. */
  readonly msgid?: string;
}

export interface PayloadContext {
  readonly city: City;
  readonly aibotId: string;
  /** Body of a picture: a link, and its key where the mode has one per link. */
  readonly picture: (bytes: Buffer) => object;
  /** Absent in a mode that has none. */
  readonly responseUrl: ((chat: string) => string) | null;
  /** Whether senders are named by their encrypted ids. */
  readonly hidesIds: boolean;
}

export type Payload = Readonly<Record<string, unknown>>;

export function messagePayload(said: Spoken, context: PayloadContext): Payload {
  return {
    ...envelope(said, context),
    msgid: said.msgid ?? context.city.id('M'),
    ...content(said.text ?? '', said.pictures ?? [], context),
    ...(said.quote && { quote: content(said.quote.text ?? '', said.quote.pictures ?? [], context) }),
  };
}

export function clickPayload(
  press: {
    readonly from: string;
    readonly chatId: string | null;
    readonly key: string;
    readonly taskId: string;
    readonly msgid?: string;
  },
  context: PayloadContext,
): Payload {
  const { key: event_key, taskId: task_id } = press;
  const template_card_event = { card_type: 'button_interaction', event_key, task_id, selected_items: {} };
  return {
    ...envelope(press, context),
    msgid: press.msgid ?? context.city.id('E'),
    create_time: Math.floor(context.city.now().getTime() / 1000),
    msgtype: 'event',
    event: { eventtype: 'template_card_event', template_card_event },
  };
}

export function enterPayload(from: string, context: PayloadContext): Payload {
  const { response_url: _none, ...rest } = envelope({ from, chatId: null }, context);
  return {
    ...rest,
    msgid: context.city.id('E'),
    create_time: Math.floor(context.city.now().getTime() / 1000),
    msgtype: 'event',
    event: { eventtype: 'enter_chat', enter_chat: {} },
  };
}

function envelope(
  { from, chatId }: { readonly from: string; readonly chatId: string | null },
  { city, aibotId, responseUrl, hidesIds }: PayloadContext,
): Record<string, unknown> {
  const person = city.person(from);
  person.hasSpoken ||= chatId === null;
  if (chatId !== null) city.group(chatId, [from]).hasSpoken = true;
  return {
    aibotid: aibotId,
    ...(chatId !== null && { chatid: chatId }),
    chattype: chatId === null ? 'single' : 'group',
    from: { userid: hidesIds ? person.openId : from },
    ...(responseUrl && { response_url: responseUrl(chatId ?? from) }),
  };
}

function content(text: string, pictures: readonly Buffer[], { picture }: PayloadContext): Record<string, unknown> {
  const [only] = pictures;
  if (only === undefined) return { msgtype: 'text', text: { content: text } };
  if (text === '' && pictures.length === 1) return { msgtype: 'image', image: picture(only) };
  const words = text === '' ? [] : [{ msgtype: 'text', text: { content: text } }];
  return {
    msgtype: 'mixed',
    mixed: { msg_item: [...words, ...pictures.map((bytes) => ({ msgtype: 'image', image: picture(bytes) }))] },
  };
}
