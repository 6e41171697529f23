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

/** Ids of the commands that take what this person says to the bot in a group. */
export function takenBy(name: string, text: string, { quote, images = 0 }: PhrasingOptions = {}): readonly string[] {
  const person = directory.people.find((one) => one.name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  const said = reader.understand({
    text: `@督办机器人 ${text}`,
    chatKind: 'group',
    mentionsBot: true,
    sender: { name, roles: person.roles, unit: person.unit },
    images,
    quote: quote ?? null,
    sentAt: new Date('2026-11-22T10:00:00+08:00'),
    pending: null,
  });
  return said.parts.flatMap((part) =>
    commands.filter((command) => command.read(part) !== undefined).map(({ id }) => id),
  );
}
