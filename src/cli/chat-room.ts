/** A group in the terminal: takes typed lines, talks to the simulator, gives the lines to print. */
import { clockText, messageLines } from './chat-lines.ts';
import { chatHelp, readOrder, type ChatOrder } from './chat-order.ts';
import { photoFor } from './chat-photo.ts';
import { SimulatorDeclined, type SeenMessage, type SimulatorClient } from './simulator-client.ts';

export interface ChatRoom {
  /** `刘志强 @ 创城督查工作群`: who speaks where. */
  prompt(): string;
  /** What one typed line leads to, as lines to print; null: it is over. */
  take(line: string): Promise<readonly string[] | null>;
}

/** Opens the room. `as` and `group` null: the first that fits. Throws SimulatorDeclined when one of them does not exist. */
export async function openChatRoom(
  client: SimulatorClient,
  start: { as: string | null; group: string | null },
): Promise<ChatRoom> {
  const groups = await client.groups();
  const { botName, people } = await client.directory();
  const groupNamed = (id: string) => {
    const group = groups.find((known) => known.id === id || known.name === id);
    if (group === undefined)
      throw new SimulatorDeclined(`没有“${id}”这个群，可用的有：${groups.map((known) => known.id).join('、')}`);
    return group.id;
  };
  if (start.as !== null && !people.some(({ name }) => name === start.as)) {
    throw new SimulatorDeclined(
      `通讯录里没有“${start.as}”。--as 请填通讯录里的姓名，例如 ${people[0]?.name ?? '王磊'}`,
    );
  }
  let me = start.as ?? groups[0]?.members[0] ?? people[0]?.name ?? '访客';
  let group =
    start.group === null
      ? (groups.find((known) => known.members.includes(me))?.id ?? groups[0]?.id ?? null)
      : groupNamed(start.group);
  let { last } = await client.news(null);
  let images: string[] = [];
  let quote: string | null = null;
  let photos = 0;
  /** Everything printed with a number, for /quote. */
  const numbered: string[] = [];

  const placeName = (id: string | null) => groups.find((known) => known.id === id)?.name ?? '单聊';
  const number = (id: string) => numbered.push(id);

  async function heard(): Promise<string[]> {
    const news = await client.news(last);
    last = news.last;
    return news.messages.flatMap((message) => shown(message));
  }

  function shown(message: SeenMessage): string[] {
    const isHere = message.group === group && (message.group !== null || message.to === me);
    const place = message.group === null ? `单聊发给${message.to}` : placeName(message.group);
    return messageLines(message, { no: number(message.id), from: botName, place: isHere ? null : place });
  }

  async function obey(order: ChatOrder): Promise<readonly string[] | null> {
    switch (order.kind) {
      case 'say': {
        if (order.text === '' && images.length === 0) return [];
        const said = await client.say({
          group,
          sender: me,
          text: order.text,
          images,
          quote,
          mentionsBot: order.mentionsBot,
        });
        images = [];
        quote = null;
        return [`[${number(said.id)}] 已发送`, ...(await heard())];
      }
      case 'as':
        me = order.name;
        return people.some((person) => person.name === me) ? [] : [`通讯录里没有${me}，将作为通讯录以外的人说话`];
      case 'group':
        group = groupNamed(order.id);
        return [];
      case 'single':
        group = null;
        return [];
      case 'who':
        return [
          ...groups.map((known) => `群 ${known.id}：${known.name}（${known.members.length}人）`),
          ...people.map((person) => `${person.name}　${[person.unit, person.role].filter(Boolean).join(' ')}`),
        ];
      case 'photo': {
        photos += 1;
        images.push(await photoFor(order.file, photos));
        return [`下一条消息带${images.length}张图片`];
      }
      case 'quote': {
        const id = numbered[order.no - 1];
        if (id === undefined) return [`没有第${order.no}条`];
        quote = id;
        return [`下一条消息引用第${order.no}条`];
      }
      case 'clock': {
        const now = order.to === null ? await client.now() : await client.moveClock(order.to);
        return [...(await heard()), `现在是${clockText(now)}`];
      }
      case 'help':
        return chatHelp;
      case 'quit':
        return null;
      default:
        return [order.complaint];
    }
  }

  return {
    prompt: () => `${me} @ ${placeName(group)}> `,
    async take(line) {
      try {
        return await obey(readOrder(line, await client.now()));
      } catch (error) {
        if (error instanceof SimulatorDeclined) return [error.message];
        throw error;
      }
    },
  };
}
