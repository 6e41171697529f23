/** 没有2月30日: a time that no calendar has is said to the sender; the rest of his message waits for the right one. */
import { Refusal } from '../domain/refusal.ts';
import { monthOf } from '../domain/shanghai.ts';
import type { Deadline } from '../reading/deadlines.ts';
import type { Said } from '../reading/said.ts';
import { aboutText } from './about.ts';
import type { Question } from './hold.ts';

/** Of a command that takes a time limit; null where nothing is wrong with it. */
export function faultyTimeIn({ deadline }: Said, command: string, args: object): Question | null {
  if (deadline?.fault === undefined || !takesTime(args, deadline)) return null;
  const { text } = deadline;
  const about = aboutText(args, (entry) => !('deadlineText' in entry) || entry.deadlineText === text);
  return { kind: 'fill', command, args, missing: ['deadline'], text: sentence(deadline.fault, about) };
}

/** Its own time is the faulty one: a message of several orders may have others. */
function takesTime(args: object, { text }: Deadline): boolean {
  if ('issues' in args && Array.isArray(args.issues)) {
    return args.issues.some((entry: { deadlineText?: unknown }) => entry.deadlineText === text);
  }
  return 'deadline' in args && args.deadline === null;
}

/** In an answer to a question: the question stays open. Throws Refusal `time.fault`. */
export function refuseFaultyTime({ deadline }: Said): void {
  if (deadline?.fault === undefined) return;
  throw new Refusal('time.fault', `${deadline.fault}，请再回复一次时限，如“${exampleFor(deadline.fault)}”。`);
}

const sentence = (fault: string, about: string): string =>
  `${fault}，还差正确的时限${about}。其余内容已经记着，请引用本条回复时限，如“${exampleFor(fault)}”；不办了请回复“取消”。`;

/** The last day of the month that was meant, or an hour that there is. */
function exampleFor(fault: string): string {
  const month = Number(/(\d+)月(?:没有)?\d*/.exec(fault)?.[1] ?? Number.NaN);
  if (!(month >= 1 && month <= 12)) return /点/.test(fault) ? '今天17点前' : '11月30日前';
  const last = Number(monthOf(`2026-${String(month).padStart(2, '0')}-01`).to.slice(8));
  return `${month}月${last}日前`;
}
