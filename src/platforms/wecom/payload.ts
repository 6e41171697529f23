/** The shape of what the 智能机器人 sends, the same in URL mode and on the long connection (wecom §3.3, §3.5). */
import { z } from 'zod';
import { lenient } from '../lenient.ts';
import { parseIfJson } from '../parse-json.ts';

/** Ids and words are text; some hands along the way make numbers of those that look like one. */
const id = z.union([z.string(), z.number()]).transform(String);
const link = z.object({ url: z.string().min(1), aeskey: lenient(z.string()) });
const words = z.object({ content: id });

const item = z.object({
  msgtype: lenient(z.string()),
  text: lenient(words),
  voice: lenient(words),
  image: lenient(link),
});

/** An odd entry does not cost the good ones beside it. */
const items = z.array(item.nullable().catch(null)).transform((list) => list.filter((one) => one !== null));

/** Body of a message. What a film or a file holds is not read, only that there is one. */
const content = item.extend({
  mixed: lenient(z.preprocess(parseIfJson, z.object({ msg_item: items }))),
  file: lenient(z.looseObject({})),
  video: lenient(z.looseObject({})),
});

/**
 * Body of the message that is quoted. Which kinds of our own answers may stand here is not documented; where their words come
 * along they are read, because people report on a card by quoting it.
 */
const quoted = content.extend({
  markdown: lenient(words),
  stream: lenient(words),
  template_card: lenient(
    z.object({
      main_title: lenient(z.object({ title: lenient(z.string()), desc: lenient(z.string()) })),
      sub_title_text: lenient(z.string()),
    }),
  ),
});

/** The vendor's sample says `event_key`, its table `eventkey`. */
const cardEvent = z.object({ event_key: lenient(id), eventkey: lenient(id), task_id: lenient(id) });
const time = z.coerce.number().positive();

export const payloadShape = content.extend({
  msgid: lenient(id.refine((text) => text !== '')),
  chatid: lenient(id),
  chattype: lenient(z.enum(['single', 'group'])),
  from: lenient(z.object({ userid: lenient(id) })),
  fromuserid: lenient(id),
  from_userid: lenient(id),
  fromUserId: lenient(id),
  create_time: lenient(time),
  response_url: lenient(z.string().min(1)),
  quote: lenient(quoted),
  stream: lenient(z.object({ id: z.string() })),
  /** The SDK's types put the card's members directly under `event`, live frames one level deeper: both are read. Old frames have the type alone. */
  event: lenient(
    z.preprocess(
      (value) => (typeof value === 'string' ? { eventtype: value } : value),
      cardEvent.extend({
        eventtype: lenient(z.string()),
        create_time: lenient(time),
        template_card_event: lenient(cardEvent),
      }),
    ),
  ),
});

const KINDS = [
  'text',
  'mixed',
  'image',
  'voice',
  'file',
  'video',
  'markdown',
  'stream',
  'template_card',
  'event',
] as const;

/** What kind of content it is, in small letters: as it says itself, otherwise by the member that is there. Undefined where neither tells. */
export function kindOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const { msgtype } = value;
  if (typeof msgtype === 'string' && msgtype !== '') return msgtype.toLowerCase();
  return KINDS.find((kind) => value[kind] !== undefined);
}

export type Payload = z.infer<typeof payloadShape>;

/** Who said it; the vendor's own plugin still knows three older spellings. Empty where nobody is named. */
export function senderOf({ from, fromuserid, from_userid: spaced, fromUserId: camel }: Payload): string {
  return from?.userid ?? fromuserid ?? spaced ?? camel ?? '';
}
export type Content = z.infer<typeof content>;
export type Quoted = z.infer<typeof quoted>;
