/** 就哪一件起草: the numbers said, or the one overdue problem of the unit; else the problems are shown to choose from. */
import type { RunContext } from '../../src/bot/command.ts';
import { isOverdue } from '../../src/domain/issue.ts';
import type { Issue } from '../../src/domain/issue.ts';
import type { LadderStep } from '../../src/domain/pressure-settings.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { byPressure, issueLine } from '../../src/domain/wording.ts';
import type { DraftArgs } from './draft.ts';

/** Lines shown to choose from. */
const MOST_SHOWN = 8;

/** Throws Refusal `issue.unknown`, `paper.issue`. */
export async function issuesMeant(
  args: DraftArgs,
  step: LadderStep,
  { store, at }: Pick<RunContext<object>, 'store' | 'at'>,
): Promise<readonly Issue[]> {
  const { issueNos, units, reason } = args;
  if (issueNos.length > 0) {
    const found = await store.issues.list({ nos: issueNos });
    const missing = issueNos.filter((no) => !found.some((issue) => issue.no === no));
    if (missing.length === 0) return found;
    throw new Refusal('issue.unknown', `没有#${missing.join('、#')}这个问题，没有起草。请核对编号。`);
  }
  const open = await store.issues.list({ states: ['dispatched', 'claimed'], units });
  const overdue = open.filter((issue) => isOverdue(issue, at));
  if (overdue.length === 1 && units.length === 1) return overdue;
  const named = units.join('、');
  if (open.length === 0) {
    throw new Refusal('paper.issue', `${named}没有正在整改的问题，${step.title}要写明是哪一件，没有起草。`);
  }
  const shown = byPressure(open, at).slice(0, MOST_SHOWN);
  const why = reason === null ? '' : `，原因：${reason}`;
  throw new Refusal(
    'paper.issue',
    [
      `${step.title}要写明就哪一件起草。${named}正在整改${open.length}件：`,
      ...shown.map((issue) => issueLine(issue, at)),
      `请回复“就${shown[0]?.no ?? ''}给${named}起草${step.title}${why}”。`,
    ].join('\n'),
  );
}
