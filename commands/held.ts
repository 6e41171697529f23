/** What the readings of several commands carry alike. */
import type { Held } from '../src/bot/command.ts';
import type { Deadline } from '../src/reading/deadlines.ts';
import type { Said } from '../src/reading/said.ts';

/** What must be asked for, and whether a yes is wanted first; nothing where neither is. */
export function held(missing: readonly string[], needsConfirm: boolean): Held {
  return { ...(missing.length > 0 ? { missing } : {}), ...(needsConfirm ? { needsConfirm: true } : {}) };
}

/** The stated time and the words it came from, as JSON values. */
export function deadlineArgs(deadline: Deadline | null): { deadline?: string | null; deadlineText?: string } {
  return deadline === null ? {} : { deadline: deadline.at, deadlineText: deadline.text };
}

/** Several numbers stand on the quoted card and the message does not say that all are meant. */
export const isFromList = (said: Said): boolean =>
  !said.hasOwnNumbers && said.issueNos.length > 1 && !/都|全部|这些|上述|以上|均|全/.test(said.text);
