/** Which commands take a phrasing, in the example city: for the tables of phrasings that every command has. */
import { loadConfig } from '../../config/load.ts';
import { commands } from '../../commands/index.ts';
import { createReader } from '../reading/reader.ts';

const { directory, settings } = loadConfig({ dir: 'config', demo: true, env: {} });
const reader = createReader({ directory, settings });

export interface PhrasingOptions {
  readonly quote?: string;
  readonly images?: number;
}

/** Who is in no directory and speaks to the bot one-to-one. */
const CITIZEN = '市民';

/** Ids of the commands that take what this person says to the bot in a group, or a citizen one-to-one. */
export function takenBy(name: string, text: string, { quote, images = 0 }: PhrasingOptions = {}): readonly string[] {
  const person = directory.people.find((one) => one.name === name);
  if (!person && name !== CITIZEN) throw new Error(`nobody is called ${name}`);
  const said = reader.understand({
    text: `@督办机器人 ${text}`,
    chatKind: person ? 'group' : 'single',
    mentionsBot: true,
    sender: person ? { name, roles: person.roles, unit: person.unit } : null,
    images,
    quote: quote ?? null,
    sentAt: new Date('2026-11-22T10:00:00+08:00'),
    pending: null,
  });
  return said.parts.flatMap((part) =>
    commands.filter((command) => command.read(part) !== undefined).map(({ id }) => id),
  );
}
