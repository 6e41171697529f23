/** 帮助: what the asker may say; 帮助 考核: all of one family; with a topic, how one matter is done. */
import type { Command } from '../src/bot/command.ts';
import { mayUse } from '../src/bot/allowed.ts';
import type { Person } from '../src/domain/directory.ts';
import { guideTo } from '../src/domain/guide.ts';
import { defineCommand } from '../src/bot/command.ts';
import { FAMILIES, familyAsked, isOf, isOffered } from './families.ts';
import type { Family } from './families.ts';

export default defineCommand({
  id: 'help',
  summary: '看用法说明',
  examples: ['帮助', '怎么上报问题', '整改率怎么算的', '帮助 登记办理'],
  allow: 'anyone',

  read(said) {
    if (said.act !== 'help') return undefined;
    const family = familyAsked(said.text)?.title;
    return { ...(said.topic === null ? {} : { topic: said.topic }), ...(family === undefined ? {} : { family }) };
  },

  run({ args, by, commands, conversation, settings }) {
    const usable = usableBy(by, commands);
    const at = conversation.chatKind === 'group' ? '（群里先@我）' : '';
    const family = FAMILIES.find(({ title }) => title === args.family);
    if (family) return Promise.resolve({ text: ofFamily(family, usable, { name: by.name, at }) });
    const guide = args.topic === undefined ? undefined : guideTo(args.topic);
    const open = new Set(commands.filter((command) => 'run' in command).map(({ id }) => id));
    const isOpen = guide?.commands.some((id) => open.has(id));
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

/** A family of more is shown in 帮助 by its first ones; 帮助 with its name shows all. */
const MOST_SHORT = 3;
const SHOWN_OF_LONG = 2;
/** What people say all day. */
const SHOWN_OF_FIRST = 4;

/** What works and what the asker's role lets him do. A citizen is served apart: figures are not his (domain §3). */
function usableBy(by: Person, commands: readonly Command<object>[]): readonly Command<object>[] {
  const isCitizen = by.roles.every((role) => role === 'citizen');
  return commands.filter(
    (command) => isOffered(command) && mayUse(command, by) && (!isCitizen || command.id.startsWith('citizen.')),
  );
}

interface Asker {
  readonly name: string;
  /** How to address the bot here. */
  readonly at: string;
}

/** One that does not name the asker himself: 王磊 cannot say that 王磊 stands in for him. */
const exampleFor = (name: string, { examples }: Command<object>): string =>
  examples.find((example) => !example.includes(name)) ?? examples[0] ?? '';

/** Short enough for a telephone: of a long family the first ones, and how to see the rest. */
function overview(usable: readonly Command<object>[], { name, at }: Asker): string {
  const families = FAMILIES.map((family) => ({
    title: family.title,
    own: usable.filter((command) => isOf(family, command)),
    most: family === FAMILIES[0] ? SHOWN_OF_FIRST : SHOWN_OF_LONG,
  })).filter(({ own }) => own.length > 0);
  if (families.length === 0) return `${name}，目前没有可用的功能，请联系市创城办。`;
  const isLong = ({ own, most }: (typeof families)[number]): boolean => own.length > Math.max(most, MOST_SHORT);
  const blocks = families.flatMap((family) => {
    const { title, own, most } = family;
    const shown = isLong(family) ? own.slice(0, most) : own;
    const head = `【${title}】${isLong(family) ? `共${own.length}项` : ''}`;
    return [head, ...shown.map((command) => `· ${exampleFor(name, command)}`)];
  });
  const long = families.find(isLong);
  return [
    `${name}，可以这样说${at}：`,
    ...blocks,
    ...(long === undefined ? [] : [`只列了一部分。要看某一类的全部说法，请回复“帮助 ${long.title}”。`]),
    '想知道怎么算、怎么办，可以问“整改率怎么算的”“怎么申诉”。',
  ].join('\n');
}

/** Every command of the family that the asker may use, each by one way to say it. */
function ofFamily(family: Family, usable: readonly Command<object>[], { name, at }: Asker): string {
  const own = usable.filter((command) => isOf(family, command));
  if (own.length === 0) return `“${family.title}”没有由您办理的内容。回复“帮助”看您可以说什么。`;
  return [`【${family.title}】可以这样说${at}：`, ...own.map((command) => `· ${exampleFor(name, command)}`)].join('\n');
}
