/** What the handbooks have between their markers: the bot's own answers, and the commands of a role. */
import type { Command } from '../../bot/command.ts';
import { mayUse } from '../../bot/allowed.ts';
import type { Role } from '../../domain/directory.ts';
import { openRoom } from '../../testing/room.ts';
import { FIRST_NO } from './conversations.ts';
import type { Talk } from './conversations.ts';

/** The day on which the conversations are held, a Wednesday. */
const BEGINS = '2026-11-18T10:00:00+08:00';
const BOT = '机器人';

/** Plays a handbook's talk in a room of its own: title → the conversation as people see it. Throws when something went wrong inside. */
export async function conversationsOf(talk: Talk): Promise<ReadonlyMap<string, string>> {
  const room = await openRoom({ at: BEGINS });
  try {
    await room.house.storage.store.counters.raise('issue', FIRST_NO - 1);
    const blocks = new Map<string, string>();
    for (const { title, lines } of talk) blocks.set(title, await conversation(room, lines));
    if (room.faults.length > 0)
      throw new Error('a conversation of the handbook ran into a fault', { cause: room.faults[0] });
    return blocks;
  } finally {
    await room.close();
  }
}

async function conversation(room: Awaited<ReturnType<typeof openRoom>>, lines: Talk[number]['lines']): Promise<string> {
  const shown: string[] = [];
  let last = '';
  for (const { who, text, images = 0, quotes, alone, unseen, at } of lines) {
    if (at !== undefined) await room.clock(at);
    // A minute goes by between two messages, as in life.
    await room.clock(new Date(room.now().getTime() + 60_000).toISOString());
    const heard = await room.says(who, text, {
      images,
      ...(quotes === true ? { quote: last } : {}),
      ...(alone === true ? { group: null } : {}),
    });
    last = heard.replies[0]?.id ?? last;
    if (unseen === true) continue;
    const said = [quotes === true ? '（引用上一条）' : '', text, images > 0 ? `[图${images}]` : '']
      .filter(Boolean)
      .join(' ');
    shown.push(spoken(`${who}${alone === true ? '（单聊）' : ''}`, said), spoken(BOT, heard.text));
  }
  return shown.join('\n>\n');
}

/** A quotation of Markdown, each line of it on a line of its own. */
const spoken = (who: string, text: string): string =>
  `> **${who}**：${text}`.replaceAll('<', '&lt;').replaceAll('\n', '  \n> ').replaceAll('> >', '>');

const FAMILIES: readonly (readonly [string, readonly string[]])[] = [
  ['登记办理', ['issue']],
  ['申请裁定', ['appeal', 'extend', 'suspend', 'request']],
  ['查询', ['query', 'place', 'site']],
  ['任务', ['task']],
  ['市民留言', ['citizen']],
  ['资料', ['material']],
  ['通报和文书', ['report', 'paper', 'export', 'special']],
];
const OTHERS = '其他';
const MOST_EXAMPLES = 2;

/** A line for each command that these roles may use and that does something: what it is for, and how it is said. */
export function commandList(commands: readonly Command<object>[], roles: readonly Role[]): string {
  const usable = commands.filter((command) => command.run && command.examples.length > 0 && mayUse(command, { roles }));
  const byTitle = Map.groupBy(usable, ({ id }) => {
    const family = id.split('.')[0] ?? '';
    return FAMILIES.find(([, families]) => families.includes(family))?.[0] ?? OTHERS;
  });
  const titles = [...FAMILIES.map(([title]) => title), OTHERS];
  return titles
    .flatMap((title) => {
      const own = byTitle.get(title) ?? [];
      return own.length === 0 ? [] : [`**${title}**\n`, ...own.map(commandLine), ''];
    })
    .join('\n')
    .trim();
}

const commandLine = ({ summary, examples }: Command<object>): string =>
  `- ${summary}：${examples
    .slice(0, MOST_EXAMPLES)
    .map((example) => `“${example}”`)
    .join('、')}`;

/** Examples in a list as `commandList` makes it. */
export const examplesIn = (list: string): readonly string[] =>
  Array.from(list.matchAll(/“([^”]+)”/gu), ([, example]) => example ?? '');
