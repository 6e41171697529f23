/** What the campaign remembers of the work beside problems, and its own sums over it (domain §5, §11). */
import { standAt } from './case.ts';
import type { Case } from './case.ts';
import { dayAt } from './limits.ts';

export interface MessageOf {
  readonly no: number;
  readonly issueNo: number;
  /** Who speaks in a chat of his own; null: the hotline. */
  readonly citizen: string | null;
  readonly receivedAt: number;
  answeredAt: number | null;
  /** From when on a closing of its problem closes it: after 不满意 the earlier one no longer counts. */
  since: number;
  isSecondRound: boolean;
  isRated: boolean;
  /** Closed by what somebody said; null: only with its problem. */
  closedByWord: number | null;
}

export interface ExamOf {
  readonly at: number;
  readonly place: string;
  readonly gained: number;
  readonly total: number;
}

export interface Beside {
  readonly messages: MessageOf[];
  readonly exams: ExamOf[];
  /** `2026-09-14 翠竹社区`. */
  readonly outreach: Map<string, { readonly grid: string; readonly households: number; readonly leaflets: number }>;
  /** `2026-09-14 市城管局 清理小广告`, the Monday of the week first. */
  readonly workInfo: Map<string, number>;
  readonly materials: Map<string, 'due' | 'submitted' | 'returned' | 'approved'>;
  /** Days with people at a post. */
  readonly duties: string[];
}

export const noBeside = (): Beside => ({
  messages: [],
  exams: [],
  outreach: new Map(),
  workInfo: new Map(),
  materials: new Map(),
  duties: [],
});

/** 回复率, 回复办结率: of all received. Its problem's closing closes a message and answers it. */
export function messagesTally(messages: readonly MessageOf[], cases: readonly Case[], at: number) {
  const states = messages.map((message) => {
    const problem = cases[message.issueNo - 1];
    const isDone =
      problem?.stands.some(({ state, from }) => state === 'closed' && from <= at && from >= message.since) ?? false;
    return { isClosed: isDone || message.closedByWord !== null, isAnswered: message.answeredAt !== null || isDone };
  });
  return {
    received: messages.length,
    answered: states.filter(({ isAnswered }) => isAnswered).length,
    closed: states.filter(({ isClosed }) => isClosed).length,
  };
}

/** 任务完成率: done of those that are done or past their day. */
export function tasksTally(tasks: readonly { readonly due: number; readonly to: number }[], at: number) {
  const done = tasks.filter(({ to }) => to <= at).length;
  const late = tasks.filter(({ to, due }) => to > at && due < at).length;
  return { done, due: done + late };
}

/** 得分率: the last score of a place on a day. */
export function examsTally(exams: readonly ExamOf[]) {
  const last = new Map(exams.map((exam) => [`${dayAt(exam.at)} ${exam.place}`, exam]));
  const sum = (of: (exam: ExamOf) => number): number => [...last.values()].reduce((all, exam) => all + of(exam), 0);
  return { gained: sum(({ gained }) => gained), total: sum(({ total }) => total) };
}

/** 上级反馈办结率, and how many came by which of the 四查: closed of those counted. */
export function sourceTally(cases: readonly Case[], is: (problem: Case) => boolean, at: number) {
  const stands = cases.filter(is).flatMap((problem) => standAt(problem, at) ?? []);
  const counted = stands.filter(({ state }) => ['dispatched', 'claimed', 'reported', 'closed'].includes(state));
  return {
    closed: counted.filter(({ state }) => state === 'closed').length,
    count: counted.length,
    logged: stands.length,
  };
}
