/** 帮助: what the asker may say; with a topic, about one matter. */
import type { Command } from '../src/bot/command.ts';
import { mayUse } from '../src/bot/allowed.ts';
import type { Person } from '../src/domain/directory.ts';
import { guideTo } from '../src/domain/guide.ts';
import { defineCommand } from '../src/bot/command.ts';

export default defineCommand({
  id: 'help',
  summary: '看用法说明',
  examples: ['帮助', '怎么上报问题', '整改率怎么算的'],
  allow: 'anyone',

  read(said) {
    if (said.act !== 'help') return undefined;
    return said.topic === null ? {} : { topic: said.topic };
  },

  run({ args, by, commands, conversation, settings }) {
    const usable = usableBy(by, commands);
    const guide = args.topic === undefined ? undefined : guideTo(args.topic);
    const open = new Set(commands.filter((command) => 'run' in command).map(({ id }) => id));
    const isOpen = guide?.commands.some((id) => open.has(id));
    const at = conversation.chatKind === 'group' ? '（群里先@我）' : '';
    if (!guide || isOpen !== true) {
      const sorry = guide ? `“${guide.title}”还没有开放。\n` : '';
      return Promise.resolve({ text: `${sorry}${overview(usable, { name: by.name, at })}` });
    }
    const about = guide.commands.flatMap((id) => usable.filter((command) => command.id === id));
    const each = about.length > 1 ? 2 : MOST_EXAMPLES;
    const examples = about.flatMap((command) => command.examples.slice(0, each));
    const lines = [`【${guide.title}】`, ...guide.text(settings)];
    if (examples.length > 0)
      lines.push(`可以这样说${at}：`, ...examples.slice(0, MOST_EXAMPLES).map((text) => `· ${text}`));
    return Promise.resolve({ text: lines.join('\n') });
  },
});

/** Examples of one matter. */
const MOST_EXAMPLES = 4;

const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['登记办理', ['issue']],
  ['申请裁定', ['appeal', 'extend', 'suspend', 'request']],
  ['查询', ['query']],
  ['任务', ['task']],
  ['到岗', ['duty']],
  ['资料', ['material']],
  ['市民留言', ['citizen']],
  ['通报', ['report']],
  ['系统', ['admin']],
];

/** What works and what the asker's role lets him do. A citizen is served apart: figures are not his (domain §3). */
function usableBy(by: Person, commands: readonly Command<object>[]): readonly Command<object>[] {
  const isCitizen = by.roles.every((role) => role === 'citizen');
  return commands.filter(
    (command) =>
      command.run !== undefined &&
      command.examples.length > 0 &&
      mayUse(command, by) &&
      (!isCitizen || command.id.startsWith('citizen.')),
  );
}

function overview(usable: readonly Command<object>[], { name, at }: { name: string; at: string }): string {
  const blocks = GROUPS.flatMap(([title, families]) => {
    const own = usable.filter(({ id }) => families.includes(id.split('.')[0] ?? ''));
    return own.length === 0 ? [] : [`【${title}】`, ...own.map((command) => `· ${command.examples[0]}`)];
  });
  if (blocks.length === 0) return `${name}，目前没有可用的功能，请联系市创城办。`;
  return [`${name}，可以这样说${at}：`, ...blocks, '想知道怎么算、怎么办，可以问“整改率怎么算的”“怎么申诉”。'].join(
    '\n',
  );
}
