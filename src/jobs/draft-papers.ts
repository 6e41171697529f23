/** 起草: the paper of each step that is due, with number and evidence. A sterner draft takes the place of a milder one (domain §7). */
import type { Issue } from '../domain/issue.ts';
import { stepDue } from '../domain/ladder.ts';
import { contactName, isOfLadder, paperNumber, paperSeries } from '../domain/paper.ts';
import { issuerName } from '../domain/publication.ts';
import type { Paper } from '../domain/paper.ts';
import type { LadderStep } from '../domain/pressure-settings.ts';
import { addDays, dayOf, startOfDay } from '../domain/shanghai.ts';
import { draftModel } from '../papers/ladder-paper.ts';
import { BOT_NAME } from './bot-name.ts';
import type { JobContext } from './job.ts';

export async function draftDue(issues: readonly Issue[], context: JobContext): Promise<void> {
  if (issues.length === 0) return;
  const { moment: at, store, settings } = context;
  const papers = await store.papers.list({ issueNos: issues.map(({ no }) => no) });
  const issued = await issuedOf(context);
  for (const issue of issues) {
    const own = papers.filter(({ issueNo }) => issueNo === issue.no);
    for (const unit of issue.units) {
      const theirs = issued.filter((paper) => paper.unit === unit);
      const question = { at, unit, papers: own, issued: theirs, isHeld: false, ladder: settings.ladder };
      const step = stepDue(issue, question);
      if (step !== null) await draft(step, issue, unit, own, context);
    }
  }
}

/** Issued papers as far back as any trigger looks. */
function issuedOf({ moment: at, store, settings }: JobContext): Promise<Paper[]> {
  const days = settings.ladder.steps.map(({ when }) => when.repeated?.withinDays ?? 0);
  const since = startOfDay(addDays(dayOf(at), -Math.max(0, ...days)));
  return store.papers.list({ state: 'signed', signedFrom: since });
}

async function draft(
  step: LadderStep,
  issue: Issue,
  unit: string,
  papers: readonly Paper[],
  context: JobContext,
): Promise<void> {
  const { moment: at, store, directory, settings } = context;
  const year = Number(dayOf(at).slice(0, 4));
  const no = await store.counters.next(paperSeries(step.word, year));
  const before = papers.filter((paper) => isOfLadder(paper) && paper.unit === unit && paper.round === issue.round);
  const pictures = await store.pictures.ofIssue(issue.no);
  const model = draftModel({
    step,
    no,
    at,
    issue,
    unit,
    records: await store.records.ofIssue(issue.no),
    photos: pictures,
    earlier: before.filter(({ state }) => state === 'signed').map(paperNumber),
    issuer: issuerName(directory, settings),
    contact: contactName(directory),
  });
  const { id, kind, title, word, to, points } = step;
  const place = { issueNo: issue.no, round: issue.round, unit };
  const fresh = { signedBy: null, signedAt: null, discardedBy: null, discardedAt: null, note: null };
  const paper = { ...fresh, ...place, step: id, kind, title, word, to, points, year, no, model, draftedAt: at };
  await store.papers.add({ ...paper, state: 'draft' });
  const replaced = before.filter(({ state }) => state === 'draft');
  for (const old of replaced) {
    const note = `改由${paperNumber(paper)}`;
    await store.papers.settle({ ...old, state: 'discarded', discardedBy: BOT_NAME, discardedAt: at, note });
  }
  const note = `${step.name}：起草${paperNumber(paper)}（${unit}），待签发`;
  const record = { at, step: 'escalate' as const, by: BOT_NAME, groupId: null, messageId: null };
  await store.records.add(issue, { ...record, note });
}
