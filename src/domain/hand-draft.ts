/** 人工起草: the office has a paper of the ladder drafted before the clock would, on the same terms (domain §7). */
import { isOpen } from './issue.ts';
import type { Issue } from './issue.ts';
import { paperNumber, spokenNumber } from './paper.ts';
import type { Paper } from './paper.ts';
import type { LadderSettings, LadderStep } from './pressure-settings.ts';
import { Refusal } from './refusal.ts';

export interface HandDraft {
  readonly step: LadderStep;
  readonly unit: string;
  /** All papers on this problem, whatever became of them. */
  readonly papers: readonly Paper[];
  /** 延期 asked in time and not decided. */
  readonly isHeld: boolean;
  readonly ladder: LadderSettings;
}

/** What goes to headquarters may be about a problem that is closed by now: 弄虚作假. */
export const mayBeAbout = (issue: Issue, { to }: Pick<Paper, 'to'>): boolean =>
  isOpen(issue) || (to === 'headquarters' && (issue.state === 'reported' || issue.state === 'closed'));

/** Each step once for a problem, round and unit; none milder than what has been taken. Throws Refusal `paper.*`. */
export function checkHandDraft(issue: Issue, { step, unit, papers, isHeld, ladder }: HandDraft): void {
  const { no, round } = issue;
  if (!issue.units.includes(unit)) {
    throw new Refusal(
      'paper.unit',
      `#${no}的责任单位是${issue.units.join('、') || '（未定）'}，不是${unit}，没有起草。请核对编号或单位。`,
    );
  }
  if (!mayBeAbout(issue, step)) throw new Refusal('paper.state', `${stateSentence(issue)}没有起草。`);
  if (isHeld) {
    throw new Refusal('paper.held', `#${no}的延期申请还没有答复，先回复“同意${no}延期”或“不同意${no}延期，原因：…”。`);
  }
  const own = papers.filter((paper) => paper.round === round && paper.unit === unit);
  const taken = own.find((paper) => paper.step === step.id);
  if (taken) throw new Refusal('paper.once', takenSentence(taken, no));
  const rank = (id: string): number => ladder.steps.findIndex((one) => one.id === id);
  const sterner = own.find((paper) => paper.state !== 'discarded' && rank(paper.step) > rank(step.id));
  if (sterner) {
    throw new Refusal(
      'paper.milder',
      `#${no}本轮已经到${sterner.title}（${paperNumber(sterner)}），不再起草${step.title}。`,
    );
  }
}

function stateSentence({ no, state }: Issue): string {
  if (state === 'reported') return `#${no}已报整改，等待核查，先回复“${no}通过”或“${no}退回，原因：…”。`;
  if (state === 'closed') return `#${no}已销号；又出现的请先回复“${no}反弹”并附照片。`;
  if (state === 'suspended') return `#${no}正在挂账；要继续办理请先回复“恢复${no}整改”。`;
  return state === 'draft' ? `#${no}还没有交办，请先回复“确认${no}”。` : `#${no}已经撤销或合并，`;
}

function takenSentence(paper: Paper, no: number): string {
  const name = spokenNumber(paper);
  if (paper.state === 'draft') {
    return `#${no}的${paper.title}已经起草，即${paperNumber(paper)}，等待签发：请回复“签发${name}”或“作废${name}”。`;
  }
  const done = paper.state === 'signed' ? '已经发过' : '已经作废';
  return `#${no}的${paper.title}本轮${done}（${paperNumber(paper)}），每一步每轮只用一次，没有再起草。`;
}
