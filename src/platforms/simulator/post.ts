/** What a person wants to say, as the page or a script posts it (contract §4): checked, then made a message. */
import { z } from 'zod';
import { storableText } from '../../storable-text.ts';
import { decodeImage } from './image.ts';
import { calledPeople, callsBot } from './mention.ts';
import { SimulatorRefusal, type KeptMessage, type SimulatorParts } from './parts.ts';

const maxImages = 9;
const maxText = 20_000;
const maxName = 40;

const postBody = z.object(
  {
    group: z.string({ error: 'group 应为群的编号，单聊填 null' }).nullish(),
    sender: z
      .string({ error: '请说明是谁说的：sender 填人名' })
      .trim()
      .min(1, { error: '请说明是谁说的：sender 填人名' })
      .max(maxName, { error: `sender 不能超过${maxName}个字` })
      .regex(/^[^\p{Cc}]*$/u, { error: 'sender 里有不可见的控制字符' }),
    text: z
      .string({ error: 'text 应为文字' })
      .max(maxText, { error: `一条消息不能超过${maxText}个字` })
      .nullish(),
    images: z
      .array(z.string({ error: 'images 里每一项应为 data:image/…;base64,… 这样的内容' }), {
        error: 'images 应为图片的列表',
      })
      .max(maxImages, { error: `一次最多发${maxImages}张图片` })
      .nullish(),
    quote: z.string({ error: 'quote 应为被引用消息的编号，不引用填 null' }).nullish(),
    mentionsBot: z.boolean({ error: 'mentionsBot 应为 true 或 false' }).nullish(),
  },
  { error: '内容应为一个 JSON 对象，至少有 sender' },
);

/** A checked post: the message to keep but for id and moment, the pictures' bytes, and whether the bot is spoken to. */
export interface Post {
  readonly message: Omit<KeptMessage, 'id' | 'at' | 'images'>;
  readonly pictures: readonly Buffer[];
  readonly mentionsBot: boolean;
  readonly quoted: KeptMessage | null;
}

/** Checks one posted body; only the sender must be there (contract §4). Throws SimulatorRefusal (400) with what is wrong. */
export async function readPost(body: unknown, parts: SimulatorParts): Promise<Post> {
  const read = postBody.safeParse(body);
  if (!read.success) throw new SimulatorRefusal(400, read.error.issues[0]?.message ?? '内容不对');
  const { sender } = read.data;
  const group = read.data.group ?? null;
  if (group !== null && !parts.groups().some((known) => known.id === group)) {
    throw new SimulatorRefusal(400, `没有编号为“${group.slice(0, maxName)}”的群`);
  }
  if (sender === 'bot' || parts.botNames.includes(sender)) {
    throw new SimulatorRefusal(400, 'sender 不能是机器人自己');
  }
  const conversation = group === null ? { group: null, person: sender } : { group, person: null };
  const quoted = await quotedMessage(read.data.quote ?? null, conversation, parts);
  const pictures = (read.data.images ?? []).map((url, index) => decodeImage(url, index + 1));
  const mentionsBot = group === null || (read.data.mentionsBot ?? true);
  const text = shownText(read.data.text ?? '', group !== null && mentionsBot, parts.botNames);
  return {
    message: {
      ...conversation,
      chatKind: group === null ? 'single' : 'group',
      from: sender,
      text,
      mentions: calledPeople(text, namesIn(parts)),
      quote: quoted?.id ?? null,
      buttons: [],
    },
    pictures,
    mentionsBot,
    quoted,
  };
}

/** As a person would see it: a message that calls the bot shows the call. NUL and half characters no database takes. */
function shownText(typed: string, callBot: boolean, botNames: SimulatorParts['botNames']): string {
  const text = storableText(typed).trim();
  return callBot && !callsBot(text, botNames) ? `@${botNames[0]} ${text}`.trimEnd() : text;
}

async function quotedMessage(
  id: string | null,
  here: Pick<KeptMessage, 'group' | 'person'>,
  parts: SimulatorParts,
): Promise<KeptMessage | null> {
  if (id === null) return null;
  const quoted = await parts.memory.find(id);
  if (quoted === undefined) throw new SimulatorRefusal(400, '引用的消息不存在');
  if (quoted.group !== here.group || quoted.person !== here.person) {
    throw new SimulatorRefusal(400, '引用的消息不在这个会话里');
  }
  return quoted;
}

function namesIn(parts: SimulatorParts): string[] {
  return [...parts.people().map((person) => person.name), ...parts.groups().flatMap((group) => group.members)];
}
