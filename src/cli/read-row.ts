/** One row of a corpus in, one reading out: how the reading of messages is looked at from outside (contract §1, corpus README). */
import * as z from 'zod';
import { roleOfSnakeCase } from '../../config/roles.ts';
import { choose, type Reading } from '../bot/choose.ts';
import type { Command } from '../bot/command.ts';
import type { Heard, Said } from '../reading/said.ts';
import type { Reader } from '../reading/reader.ts';

const rowShape = z.object({
  id: z.string(),
  text: z.string(),
  context: z.object({
    chat: z.enum(['group', 'single']),
    mentionsBot: z.boolean(),
    sender: z.object({ name: z.string(), role: z.string(), unit: z.string().nullable().default(null) }),
    images: z.int().min(0).default(0),
    quote: z.string().nullable().default(null),
    sentAt: z.iso.datetime({ offset: true }),
  }),
});

/** The commands that the corpus has names for. What only we have records nothing of its kind there. */
const CORPUS_COMMANDS =
  /^(?:issue\.(?:log|claim|progress|rectify|verify|return|recheck|appeal|extend|suspend|reassign|assignOwner|urge|withdraw|reopen|merge|show)|draft\.(?:fill|confirm)|(?:appeal|extend)\.(?:approve|reject)|query\.(?:rate|ranking|stats|list|todo|overdue|due)|task\.(?:create|claim|progress|query)|duty\.(?:checkin|query)|material\.(?:submit|return|query)|citizen\.(?:log|reply|query)|report\.make|help)$/;
/** It calls a decision on 挂账 by the request. */
const CORPUS_NAMES: Readonly<Record<string, string>> = { 'suspend.approve': 'issue.suspend' };

export interface ReadRow {
  readonly id: string;
  readonly reading: Readonly<Record<string, unknown>>;
}

/** Throws where the row is not of the corpus' shape. */
export function readRow(value: unknown, reader: Reader, commands: readonly Command<object>[]): ReadRow {
  const { id, text, context } = rowShape.parse(value);
  const role = roleOfSnakeCase(context.sender.role);
  const roles = role === undefined ? [] : [role];
  const heard: Heard = {
    text,
    chatKind: context.chat,
    mentionsBot: context.mentionsBot,
    sender: { name: context.sender.name, roles, unit: context.sender.unit },
    images: context.images,
    quote: context.quote,
    sentAt: new Date(context.sentAt),
    pending: null,
  };
  const said = reader.understand(heard);
  const choice = choose(commands, said, { roles });
  if (choice.kind !== 'readings') return { id, reading: { command: 'none' } };
  const [main, ...others] = choice.readings.map((reading) => asCorpus(reading, said));
  return { id, reading: { ...main, ...(others.length > 0 ? { also: others } : {}) } };
}

function asCorpus({ command, args, allowed }: Reading, said: Said): Record<string, unknown> {
  const name = CORPUS_NAMES[command.id] ?? command.id;
  if (!CORPUS_COMMANDS.test(name)) return { command: 'none' };
  return {
    command: name,
    ...args,
    ...(allowed ? {} : { allowed: false }),
    ...(said.fuzzy.length > 0 ? { fuzzy: said.fuzzy } : {}),
  };
}
