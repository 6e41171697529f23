/** 签发: the paper is frozen, sent one-to-one to whom it goes, and its service recorded (domain §7). */
import { defineCommand } from '../../src/bot/command.ts';
import type { Answer, Notice, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import type { Person } from '../../src/domain/directory.ts';
import { mayBeAbout } from '../../src/domain/hand-draft.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { noticeMoment } from '../../src/domain/night.ts';
import { decisionHint } from '../../src/domain/paper-decision.ts';
import { paperNumber, RANKS, recipientsOf, signPaper, spokenNumber } from '../../src/domain/paper.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { signedNote } from '../../src/domain/paper-record.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { issuedModel, paperText } from '../../src/papers/ladder-paper.ts';
import type { PaperName } from '../../src/reading/paper-names.ts';
import { held } from '../held.ts';
import { findPapers, papersMeant } from './find-papers.ts';
import { orderPaperFile } from './paper-file.ts';

export interface PaperArgs {
  readonly papers: readonly PaperName[];
}

export default defineCommand<PaperArgs>({
  id: 'paper.sign',
  summary: '签发提醒函、督办单',
  examples: ['签发提醒31号', '同意签发督办18号', '督办单〔2026〕18号印发'],
  allow: ['officeLead'],
  instead: '文书由创城办负责人签发。',

  read(said) {
    if (said.act !== 'paper.sign') return undefined;
    const papers = papersMeant(said);
    // A card of several, and the message does not say that all are meant.
    const isOpenWhich = said.papers.length === 0 && papers.length > 1 && !/[都全均]/.test(said.text);
    return { papers, ...held([], isOpenWhich) };
  },

  async run(context) {
    const { args, by, at, store, directory } = context;
    const drafts = await findPapers(args.papers, context);
    if (args.needsConfirm === true && !context.confirmed) return askWhich(drafts, context);
    const notices: Notice[] = [];
    const lines: string[] = [];
    for (const draft of drafts) {
      const signed = signPaper(draft, { by, at });
      const issue = await requireOpen(draft, context);
      const dueAt = noticeMoment(at, { urgent: issue.urgent, presses: false }, context.settings);
      // The time the unit is given counts from when it can have read the paper.
      const paper = { ...signed, model: issuedModel(draft, { signedAt: at, servedAt: dueAt }) };
      const people = recipientsOf(paper.unit, paper.to, directory);
      await store.papers.settle(paper);
      await writeRecord(paper, people, context);
      const text = `${paperText(paper, [], { withEvidence: paper.to === 'headquarters' })}${decisionHint(paper)}`;
      notices.push(...people.map(({ name }) => ({ to: name, text, paperId: paper.id })));
      await orderPaperFile(paper, { people: people.map(({ name }) => name), dueAt }, context);
      lines.push(`${paperNumber(paper)} ${paper.title}（${paper.unit}，#${paper.issueNo}）${sentText(paper, people)}`);
    }
    const [first] = drafts;
    const hint = first === undefined ? '' : `送达情况请回复“查看${first.word}${first.no}号”。`;
    return { text: ['已签发：', ...lines, hint].join('\n'), notices };
  },
});

/** The yes signs them all. */
function askWhich(drafts: readonly Paper[], context: RunContext<PaperArgs>): Promise<Answer> {
  const lines = drafts.map((paper) => `${paperNumber(paper)} ${paper.title} ${paper.unit} #${paper.issueNo}`);
  const [first] = drafts;
  const one = first === undefined ? '' : `只签其中一份请回复“签发${spokenNumber(first)}”，`;
  return hold(context, {
    kind: 'confirm',
    command: 'paper.sign',
    args: { papers: context.args.papers },
    text: [`请确认：以下${drafts.length}份都签发。`, ...lines, `回复“对”签发，${one}回复“取消”不签。`].join('\n'),
  });
}

/** What was put right or put off meanwhile needs no paper any more. Throws Refusal `paper.settled`. */
async function requireOpen(paper: Paper, { store }: Pick<RunContext<object>, 'store'>): Promise<Issue> {
  const issue = await store.issues.find(paper.issueNo);
  const isFitting = issue !== undefined && mayBeAbout(issue, paper);
  if (isFitting && issue.round === paper.round && issue.units.includes(paper.unit)) return issue;
  const { word, no, issueNo } = paper;
  throw new Refusal(
    'paper.settled',
    `#${issueNo}在起草之后已经有变化，${word}${no}号不宜再发。没有签发；请回复“作废${word}${no}号”，或回复“${issueNo}”看现状。`,
  );
}

async function writeRecord(paper: Paper, people: readonly Person[], context: RunContext<PaperArgs>): Promise<void> {
  const issue = await context.store.issues.find(paper.issueNo);
  if (!issue) return;
  await context.store.records.add(issue, recordOf(context, 'escalate', signedNote(paper, people.length)));
}

/** No names: the answer may stand in a group (domain §7). */
export const sentText = ({ to }: Pick<Paper, 'to'>, people: readonly Person[]): string =>
  people.length === 0 ? '，通讯录里没有可送达的人，请人工送达' : `，已单独送${RANKS[to]}${people.length}人`;
