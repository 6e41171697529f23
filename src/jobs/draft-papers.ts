/** 起草: the paper of each step that is due, with number and evidence. A sterner draft takes the place of a milder one (domain §7). */
import type { Issue } from '../domain/issue.ts';
import { stepDue } from '../domain/ladder.ts';
import type { Paper } from '../domain/paper.ts';
import { addDays, dayOf, startOfDay } from '../domain/shanghai.ts';
import { draftPaper } from '../papers/draft-paper.ts';
import { BOT_NAME } from './bot-name.ts';
import type { JobContext } from './job.ts';

export async function draftDue(issues: readonly Issue[], context: JobContext): Promise<void> {
  if (issues.length === 0) return;
  const { moment, at, store, settings } = context;
  const papers = await store.papers.list({ issueNos: issues.map(({ no }) => no) });
  const issued = await issuedOf(context);
  for (const issue of issues) {
    const own = papers.filter(({ issueNo }) => issueNo === issue.no);
    for (const unit of issue.units) {
      const theirs = issued.filter((paper) => paper.unit === unit);
      const question = { at: moment, unit, papers: own, issued: theirs, isHeld: false, ladder: settings.ladder };
      const step = stepDue(issue, question);
      if (step === null) continue;
      const mark = { by: BOT_NAME, at, groupId: null, messageId: null };
      await draftPaper({ ...mark, step, issue, unit, papers: own, reason: null }, context);
    }
  }
}

/** Issued papers as far back as any trigger looks. */
function issuedOf({ moment: at, store, settings }: JobContext): Promise<Paper[]> {
  const days = settings.ladder.steps.map(({ when }) => when.repeated?.withinDays ?? 0);
  const since = startOfDay(addDays(dayOf(at), -Math.max(0, ...days)));
  return store.papers.list({ state: 'signed', signedFrom: since });
}
