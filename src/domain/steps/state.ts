import { OPEN_STATES } from '../issue.ts';
import type { Issue, IssueState } from '../issue.ts';
import { Overtaken, Refusal } from '../refusal.ts';
import { stampText } from '../shanghai.ts';

/** What people call a state (domain §4). */
export const STATE_NAMES: Readonly<Record<IssueState, string>> = {
  draft: '待确认',
  dispatched: '待认领',
  claimed: '整改中',
  reported: '待核查',
  closed: '已销号',
  suspended: '挂账',
  withdrawn: '已撤销',
  merged: '已合并',
};

/** How far a problem has come. */
const COURSE: readonly IssueState[] = ['draft', 'dispatched', 'claimed', 'reported', 'closed', 'withdrawn', 'merged'];
const farthest = (states: readonly IssueState[]): number => Math.max(...states.map((state) => COURSE.indexOf(state)));

/**
 * Throws Refusal `issue.state` unless the issue is in one of the states, as Overtaken where it is past all of them. `verb` completes
 * “不能…”: 认领, 销号.
 */
export function requireState(issue: Issue, states: readonly IssueState[], verb: string): void {
  if (states.includes(issue.state)) return;
  const isPast = farthest([issue.state]) > farthest(states);
  const Kind = isPast ? Overtaken : Refusal;
  throw new Kind('issue.state', SENTENCES[issue.state](issue, verb));
}

type Sentence = (issue: Issue, verb: string) => string;

/** What stands in the way, and what to type instead. */
const SENTENCES: Readonly<Record<IssueState, Sentence>> = {
  draft: ({ no }, verb) => `#${no}还未交办，不能${plain(verb)}。请登记人或创城办先确认交办。`,
  dispatched: ({ no }, verb) => `#${no}还没有报整改，不能${verb}。请责任单位整改后回复“${no}已整改”并附照片。`,
  claimed: ({ no, owner }, verb) =>
    verb === '认领'
      ? `#${no}已由${owner ?? '责任单位'}认领，不用再认领。整改后请回复“${no}已整改”并附照片。`
      : `#${no}正在整改，还没有报整改，不能${verb}。请责任单位整改后回复“${no}已整改”并附照片。`,
  reported: ({ no }, verb) =>
    `#${no}已报整改，正待核查，不能${verb}。核查人可回复“${no}核查通过”，或“${no}退回，原因：…”。`,
  closed: (issue, verb) =>
    `#${issue.no}${closedWhen(issue)}销号，不能${verb}。如问题又出现，请督查员回复“${issue.no}反弹了”并附照片。`,
  suspended: ({ no }, verb) => `#${no}已挂账，不能${verb}。需要继续整改的，请创城办负责人先恢复。`,
  withdrawn: ({ no }, verb) => `#${no}已撤销，不能${plain(verb)}。如问题属实，请重新登记。`,
  merged: ({ no, mergedInto }, verb) => {
    const into = mergedInto === null ? '另一个编号' : `#${mergedInto}`;
    return `#${no}已并入${into}，不能${plain(verb)}。请改用${into}。`;
  },
};

/** 再报整改 where nothing was reported yet is 报整改. */
const plain = (verb: string): string => verb.replace(/^再/, '');

const closedWhen = (issue: Issue): string => (issue.closedAt === null ? '已' : `已于${stampText(issue.closedAt)}`);

/** Throws Refusal `issue.reason` where a reason is wanted and none was given; `example` is what to type. */
export function requireReason(reason: string | null, verb: string, example: string): string {
  const text = reason?.trim() ?? '';
  if (text === '') throw new Refusal('issue.reason', `${verb}需要写明原因。可回复：${example}`);
  return text;
}

/** Throws Refusal `right` with the sentence unless allowed. */
export function requireRight(allowed: boolean, sentence: string): void {
  if (!allowed) throw new Refusal('right', sentence);
}

/** Throws Refusal `issue.state` for a draft: nobody answers for it yet, so it is no question of right. `verb` completes “不能…”. */
export function requireHandedOver(issue: Issue, verb: string): void {
  if (issue.state === 'draft') requireState(issue, OPEN_STATES, verb);
}

/** `市城管局、河西街道`; of what has been handed over. */
export const unitsText = (issue: Issue): string => issue.units.join('、');
