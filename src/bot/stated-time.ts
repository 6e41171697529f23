/**
 * 说过的时限: the one place that decides what a stated time is worth at the moment it is to be done. One that passed while the bot was
 * asking, or while nobody confirmed, is asked about anew; nothing is handed over that is late from the start (domain §6).
 */
import { hasPassed } from '../domain/deadline.ts';
import { stampText } from '../domain/shanghai.ts';
import { aboutText } from './about.ts';
import type { Answer, RunContext } from './command.ts';
import { hold } from './hold.ts';

/** As readings carry it: ISO; null: words that give no day. */
export interface TimeArgs {
  readonly deadline?: string | null;
  readonly deadlineText?: string;
  readonly issueNos?: readonly number[];
  readonly needsConfirm?: boolean;
}

export const statedTime = ({ deadline }: TimeArgs): Date | null =>
  typeof deadline === 'string' ? new Date(deadline) : null;

type Asking = Omit<RunContext<TimeArgs>, 'runOther'>;

/** The question for a new time, with all else kept; null where none was stated, or one that is still ahead. */
export function askPassedTime(context: Asking, command: string): Promise<Answer> | null {
  const { args, at, confirmed } = context;
  const stated = statedTime(args);
  if (stated === null || !hasPassed(stated, at)) return null;
  // The answer is a yes as well, unless several numbers are still to be looked at.
  const isSettled = confirmed || (args.issueNos?.length ?? 0) <= 1;
  const text = `${stampText(stated)}已经过了，还差新的时限${aboutText(args)}。其余内容已经记着，请引用本条回复时限，如“明天上午10点前”；不办了请回复“取消”。`;
  const kept = { ...args, ...(isSettled ? { needsConfirm: false } : {}) };
  return hold(context, { kind: 'fill', command, args: kept, missing: ['deadline'], text });
}
