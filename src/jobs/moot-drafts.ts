/** 不再需要的草稿: what was closed, withdrawn or given to others after the draft falls away by itself; nobody could sign it (domain §7). */
import type { Issue } from '../domain/issue.ts';
import type { Paper } from '../domain/paper.ts';
import { BOT_NAME } from './bot-name.ts';
import type { JobContext } from './job.ts';

export async function dropMootDrafts({ at, store }: JobContext): Promise<void> {
  const drafts = await store.papers.list({ state: 'draft' });
  if (drafts.length === 0) return;
  const issues = await store.issues.list({ nos: drafts.map(({ issueNo }) => issueNo) });
  const byNo = new Map(issues.map((issue) => [issue.no, issue]));
  for (const draft of drafts) {
    const note = mootReason(draft, byNo.get(draft.issueNo));
    if (note === null) continue;
    await store.papers.settle({ ...draft, state: 'discarded', discardedBy: BOT_NAME, discardedAt: at, note });
  }
}

/** A report may still be returned, and what is put aside comes back: their drafts wait. */
function mootReason(draft: Paper, issue: Issue | undefined): string | null {
  if (issue === undefined) return null;
  if (issue.state === 'closed') return '问题已销号';
  if (issue.state === 'withdrawn' || issue.state === 'merged') return '问题已撤销或合并';
  if (issue.round !== draft.round) return '问题已重新交办';
  return issue.units.includes(draft.unit) ? null : '已转其他单位办理';
}
