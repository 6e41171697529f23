/** The shape of what the 智能机器人 sends, the same in URL mode and on the long connection (wecom §3.3, §3.5). */
import { z } from 'zod';

/** A part that has an unexpected shape counts as absent: one odd optional member must not cost the whole message. */
function lenient<T extends z.ZodType>(shape: T): z.ZodCatch<z.ZodOptional<T>> {
  return shape.optional().catch(undefined);
}

const link = z.object({ url: z.string(), aeskey: lenient(z.string()) });
const words = z.object({ content: z.string() });

const simpleContent = z.object({
  msgtype: z.string(),
  text: lenient(words),
  voice: lenient(words),
  image: lenient(link),
});

/** Body of a message. */
const content = simpleContent.extend({ mixed: lenient(z.object({ msg_item: z.array(simpleContent) })) });

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

const cardEvent = z.object({ event_key: lenient(z.string()), task_id: lenient(z.string()) });

export const payloadShape = content.extend({
  msgid: lenient(z.union([z.string(), z.number()]).transform(String)),
  chatid: lenient(z.string()),
  chattype: lenient(z.enum(['single', 'group'])),
  from: lenient(z.object({ userid: lenient(z.string()) })),
  create_time: lenient(z.coerce.number().positive()),
  response_url: lenient(z.string()),
  quote: lenient(quoted),
  stream: lenient(z.object({ id: z.string() })),
  /** The SDK's types put the card's members directly under `event`, live frames one level deeper: both are read. */
  event: lenient(cardEvent.extend({ eventtype: z.string(), template_card_event: lenient(cardEvent) })),
});

export type Payload = z.infer<typeof payloadShape>;
export type Content = z.infer<typeof content>;
export type Quoted = z.infer<typeof quoted>;

/** JSON text → value. Raw control characters inside strings are tolerated as blanks. Throws SyntaxError. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // oxlint-disable-next-line no-control-regex -- these are the characters a client may send and JSON forbids
    return JSON.parse(text.replaceAll(/[\u0000-\u001f]/gu, ' '));
  }
}
