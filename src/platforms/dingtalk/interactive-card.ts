/** 互动卡片: buttons that come back to us, on a card drawn by the administrator (dingtalk §7.7, docs/dingtalk.md). Pure. */
import type { Button, Incoming, Outgoing } from '../../chat.ts';

/** Ids of the templates, by how many buttons they have; null: such messages bring no card. */
export interface CardTemplates {
  readonly oneButton: string | null;
  readonly twoButtons: string | null;
}

/** How a press comes back: over the stream, or to an address of ours that the vendor knows by its key. */
export type CardCallback =
  | { readonly callbackType: 'STREAM' }
  | { readonly callbackType: 'HTTP'; readonly callbackRouteKey: string };

/** Values of a card are texts of at most 1 KB; what stands on one is to be taken in at a glance. */
const MOST_CHARACTERS = { title: 40, content: 100, button: 20 };

/** The group that a card is for, and what stands on it; null where its message has no card. */
export function renderCard(
  message: Pick<Outgoing, 'id' | 'text' | 'buttons'>,
  place: { readonly conversationId: string; readonly robotCode: string },
  given: { readonly templates: CardTemplates; readonly callback: CardCallback },
): Readonly<Record<string, unknown>> | null {
  const cardTemplateId = templateFor(message.buttons, given.templates);
  if (cardTemplateId === null) return null;
  const [title = '', content = ''] = message.text.split('\n').filter((line) => line.trim() !== '');
  return {
    cardTemplateId,
    outTrackId: trackIdOf(message.id),
    ...given.callback,
    userIdType: 1,
    cardData: {
      cardParamMap: {
        title: shortened(title, MOST_CHARACTERS.title) || '请选择',
        content: shortened(content, MOST_CHARACTERS.content),
        state: '',
        ...Object.fromEntries(
          message.buttons.map(({ label }, at) => [actionOf(at), shortened(label, MOST_CHARACTERS.button)]),
        ),
      },
    },
    openSpaceId: `${GROUP_SPACE}${place.conversationId}`,
    imGroupOpenSpaceModel: { supportForward: false },
    imGroupOpenDeliverModel: { robotCode: place.robotCode },
  };
}

/** Whether a message with these buttons has a card. */
function templateFor(buttons: readonly Button[], templates: CardTemplates): string | null {
  return { 1: templates.oneButton, 2: templates.twoButtons }[buttons.length] ?? null;
}

export const GROUP_SPACE = 'dtv1.card//IM_GROUP.';

/** Ours, so that a press can be traced to the message; the vendor takes each only once. */
const trackIdOf = (messageId: string): string => `duban-${messageId}`;

/** The message whose card this is; null for a card that is not ours. */
export function messageOf(outTrackId: string): string | null {
  return outTrackId.startsWith('duban-') ? outTrackId.slice('duban-'.length) : null;
}

/** Name of a button: the variable that holds its words, and the id its press comes back with. */
const actionOf = (at: number): string => `button${at + 1}`;

/** What a press types. Also a button named in the template by its own words is known. */
export function saysOf(action: string, buttons: readonly Button[]): string | undefined {
  const byId = buttons.find((_button, at) => actionOf(at) === action);
  return (byId ?? buttons.find(({ label, says }) => label === action || says === action))?.says;
}

/**
 * For the vendor, in the acknowledgement: a message has no answer there; a press shows on the card that it has come. Only the presser
 * sees it, because a press by someone without the right must not take the button from who has it.
 */
export function responseTo({ kind, text }: Incoming, answer: Outgoing | null): object | null {
  if (kind !== 'click') return null;
  if (answer === null) return {};
  const said = text === '' ? '' : `“${shortened(text, MOST_CHARACTERS.title)}”`;
  return { userPrivateData: { cardParamMap: { state: `已收到${said}，结果见机器人的回复` } } };
}

function shortened(text: string, most: number): string {
  const characters = Array.from(new Intl.Segmenter('zh').segment(text.trim()), ({ segment }) => segment);
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
