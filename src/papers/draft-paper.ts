/** 起草一份文书: number, evidence, and the milder draft it takes the place of; the same whether the clock or the office has it drafted. */
import { issuerName } from '../domain/publication.ts';
import type { Directory } from '../domain/city.ts';
import type { Issue } from '../domain/issue.ts';
import { contactName, isOfLadder, paperNumber, paperSeries } from '../domain/paper.ts';
import type { Paper } from '../domain/paper.ts';
import { draftedNote, linesWith, namedOn } from '../domain/paper-record.ts';
import type { LadderStep } from '../domain/pressure-settings.ts';
import type { Settings } from '../domain/settings.ts';
import { dayOf } from '../domain/shanghai.ts';
import type { Store } from '../../storage/store.ts';
import { draftModel } from './ladder-paper.ts';

export interface Drafting {
  readonly step: LadderStep;
  readonly issue: Issue;
  readonly unit: string;
  /** All papers on this problem. */
  readonly papers: readonly Paper[];
  /** Grounds in the words of who has it drafted; null: the record speaks for itself. */
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
  readonly groupId: string | null;
  /** Null: the clock has it drafted. */
  readonly messageId: string | null;
}

/** Gives the draft. Throws where the step was drafted before for this unit, problem and round. */
export async function draftPaper(
  drafting: Drafting,
  { store, directory, settings }: { store: Store; directory: Directory; settings: Settings },
): Promise<Paper> {
  const { step, issue, unit, papers, reason, by, at, groupId, messageId } = drafting;
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
    reason,
    records: linesWith(await store.records.ofIssue(issue.no), step),
    photos: pictures,
    earlier: namedOn(step, before).map(paperNumber),
    issuer: issuerName(directory, settings),
    contact: contactName(directory),
  });
  const { id: stepId, kind, title, word, to, points } = step;
  const place = { issueNo: issue.no, round: issue.round, unit };
  const fresh = { signedBy: null, signedAt: null, discardedBy: null, discardedAt: null, note: null };
  const head = { step: stepId, kind, title, word, to, points, year, no };
  const drafted = { draftedBy: messageId === null ? null : by, draftedAt: at };
  const paper = { ...fresh, ...place, ...head, ...drafted, model, state: 'draft' as const };
  const id = await store.papers.add(paper);
  for (const old of before.filter(({ state }) => state === 'draft')) {
    const note = `改由${paperNumber(paper)}`;
    await store.papers.settle({ ...old, state: 'discarded', discardedBy: by, discardedAt: at, note });
  }
  const note = draftedNote(step.name, paper);
  await store.records.add(issue, { at, step: 'escalate', by, groupId, messageId, note });
  return { ...paper, id };
}
