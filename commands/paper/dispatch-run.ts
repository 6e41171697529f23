/** One 交办单 for one unit: numbered, frozen, served, on the record of each problem. */
import type { Notice, RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText } from '../../src/bot/several.ts';
import type { Issue, IssuePhoto } from '../../src/domain/issue.ts';
import { contactName, paperNumber, paperSeries, RANKS, recipientsOf } from '../../src/domain/paper.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { issuerName } from '../../src/domain/publication.ts';
import { noticeMoment } from '../../src/domain/night.ts';
import { dayOf } from '../../src/domain/shanghai.ts';
import { DISPATCH_NAMES, dispatchModel, saysTheSame } from '../../src/papers/dispatch-paper.ts';
import { paperText } from '../../src/papers/ladder-paper.ts';
import { orderPaperFile } from './paper-file.ts';
import { sentText } from './sign.ts';

type Context = RunContext<object>;

export interface HandedOver {
  /** What is said to who asked. */
  readonly line: string;
  readonly notices: readonly Notice[];
}

/** `issues`: at least one. Where a paper that says the same was issued before, that one is sent once more to who asks. */
export async function handOverOnPaper(unit: string, issues: readonly Issue[], context: Context): Promise<HandedOver> {
  const { by, at, store } = context;
  const question = {
    at,
    unit,
    issues,
    photos: await photosOf(issues, context),
    issuer: issuerName(context.directory, context.settings),
    contact: contactName(context.directory),
  };
  const earlier = await earlierOf(unit, issues, context);
  const same = earlier.find((paper) => saysTheSame(paper, dispatchModel({ ...question, no: paper.no })));
  if (same !== undefined) {
    await orderPaperFile(same, { people: [by.name], dueAt: at }, context);
    const line = `${paperNumber(same)} 交办单（${unit}，${nosText(issues)}）已经出过，没有另编号。`;
    return { line, notices: [] };
  }
  const year = Number(dayOf(at).slice(0, 4));
  const no = await store.counters.next(paperSeries(DISPATCH_NAMES.word, year));
  const model = dispatchModel({ ...question, no });
  const paper = newPaper(issues, { unit, year, no, model, at, by: by.name, earlier: earlier.length });
  return serve({ ...paper, id: await store.papers.add(paper) }, issues, context);
}

async function photosOf(issues: readonly Issue[], { store }: Context) {
  const photos = new Map<number, readonly IssuePhoto[]>();
  for (const { no } of issues) photos.set(no, await store.pictures.ofIssue(no));
  return photos;
}

const stepOf = (issues: readonly Issue[]): string => `dispatch:${issues.map(({ no }) => no).join(',')}`;

/** Those of the same problems, unit and round: a later one says something else (another time limit). */
async function earlierOf(unit: string, issues: readonly Issue[], { store }: Context): Promise<readonly Paper[]> {
  const [first] = issues;
  if (first === undefined) return [];
  const papers = await store.papers.list({ issueNos: [first.no], unit });
  return papers.filter(({ step, round }) => step.split('#')[0] === stepOf(issues) && round === first.round);
}

interface Facts {
  readonly unit: string;
  readonly year: number;
  readonly no: number;
  readonly model: Paper['model'];
  readonly at: Date;
  readonly by: string;
  /** How many went before. */
  readonly earlier: number;
}

function newPaper(issues: readonly Issue[], { at, by, earlier, ...facts }: Facts): Omit<Paper, 'id'> {
  const [first] = issues;
  return {
    ...DISPATCH_NAMES,
    ...facts,
    step: earlier === 0 ? stepOf(issues) : `${stepOf(issues)}#${earlier + 1}`,
    kind: 'dispatch',
    state: 'signed',
    issueNo: first?.no ?? 0,
    round: first?.round ?? 1,
    to: 'liaison',
    points: 0,
    draftedBy: by,
    draftedAt: at,
    signedBy: by,
    signedAt: at,
    discardedBy: null,
    discardedAt: null,
    note: null,
  };
}

async function serve(paper: Paper, issues: readonly Issue[], context: Context): Promise<HandedOver> {
  const { by, at, store, directory, settings } = context;
  const people = recipientsOf(paper.unit, paper.to, directory);
  const to = people.length === 0 ? '无人可送' : `已送${RANKS[paper.to]}`;
  for (const issue of issues) {
    await store.records.add(issue, recordOf(context, 'notice', `${paperNumber(paper)}（${paper.unit}），${to}`));
  }
  const isUrgent = issues.some(({ urgent }) => urgent);
  const dueAt = noticeMoment(at, { urgent: isUrgent, presses: false }, settings);
  await orderPaperFile(paper, { people: people.map(({ name }) => name), dueAt }, context);
  if (!people.some(({ name }) => name === by.name)) {
    await orderPaperFile(paper, { people: [by.name], dueAt: at }, context);
  }
  const text = paperText(paper, [], { withEvidence: false });
  const where = `送达情况请回复“查看交办单${paper.no}号”。`;
  return {
    line: `已出${paperNumber(paper)} 交办单（${paper.unit}，${nosText(issues)}）${sentText(paper, people)}。${where}`,
    notices: people.map(({ name }) => ({ to: name, text, paperId: paper.id })),
  };
}
