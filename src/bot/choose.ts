/** 选择: asks every command about every order of a message. One hand up: that is it. None: nothing was meant. Several: ask which. */
import type { Person } from '../domain/directory.ts';
import type { Said } from '../reading/said.ts';
import { mayUse } from './allowed.ts';
import type { Command, Held } from './command.ts';

export interface Reading {
  readonly command: Command<object>;
  /** As the corpus README has them; JSON values only. */
  readonly args: object & Held;
  /** The coarse right, by role. */
  readonly allowed: boolean;
}

export type Choice =
  | { readonly kind: 'none' }
  /** The first is the main one, the others are said in the same message. */
  | { readonly kind: 'readings'; readonly readings: readonly Reading[] }
  /** Several commands take the same words for theirs: none of them is done. */
  | { readonly kind: 'several'; readonly commands: readonly Command<object>[] };

/** Pure. In a group only what mentions the bot is anybody's. There is no order of precedence among commands. */
export function choose(commands: readonly Command<object>[], said: Said, sender: Pick<Person, 'roles'>): Choice {
  if (said.heard.chatKind === 'group' && !said.heard.mentionsBot) return { kind: 'none' };
  const readings: Reading[] = [];
  for (const part of said.parts) {
    const hands = commands.flatMap((command) => {
      const args = command.read(part);
      return args === undefined ? [] : [{ command, args: withYes(args, part), allowed: mayUse(command, sender) }];
    });
    if (hands.length > 1) return { kind: 'several', commands: hands.map(({ command }) => command) };
    readings.push(...hands);
  }
  return readings.length === 0 ? { kind: 'none' } : { kind: 'readings', readings };
}

/** An order that has put itself right (改口) is asked back wherever its command knows a yes; a new problem shows its card anyway. */
const withYes = (args: object & Held, { takenBack, act }: Said): object & Held =>
  takenBack === 'corrected' && act !== 'issue.log' && act !== 'citizen.log' ? { ...args, needsConfirm: true } : args;
