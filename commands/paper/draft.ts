/** 起草: the paper of a step before the clock would have it, by the office; signed like the others (domain §7). */
import { defineCommand } from '../../src/bot/command.ts';
import type { Answer, Held, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { checkHandDraft } from '../../src/domain/hand-draft.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { isDue } from '../../src/domain/ladder.ts';
import { paperNumber, spokenNumber } from '../../src/domain/paper.ts';
import type { Paper } from '../../src/domain/paper.ts';
import type { LadderStep } from '../../src/domain/pressure-settings.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { isOfficeLead } from '../../src/domain/rights.ts';
import { draftPaper } from '../../src/papers/draft-paper.ts';
import { paperText } from '../../src/papers/ladder-paper.ts';
import { groundsIn } from '../../src/reading/grounds.ts';
import { issuesMeant } from './issues-meant.ts';

export interface DraftArgs {
  readonly step: string;
  readonly issueNos: readonly number[];
  readonly units: readonly string[];
  readonly reason: string | null;
}

type Context = RunContext<DraftArgs & Held>;

export default defineCommand<DraftArgs>({
  id: 'paper.draft',
  summary: '起草提醒函、督办单（按督办阶梯）',
  examples: ['给城管局就327起草督办单，原因：多次催办未整改', '327启动二令', '对河西街道下发提醒函，原因：推诿扯皮'],
  allow: ['officeLead', 'officeStaff'],
  instead: '督办文书由创城办起草、负责人签发；您可以回复“催{no}”或向创城办反映。',

  read(said) {
    if (said.act !== 'paper.draft' || said.ladderStep === null) return undefined;
    const { ladderStep: step, issueNos, units } = said;
    return { step, issueNos, units, reason: groundsIn(said.text) };
  },

  async run(context) {
    const { args, settings } = context;
    const step = settings.ladder.steps.find(({ id }) => id === args.step);
    if (!step) throw new Refusal('paper.step', '督办阶梯里没有这一步，请系统管理员核对设置。');
    const wanted: Wanted[] = [];
    for (const issue of await issuesMeant(args, step, context)) {
      for (const unit of unitsOf(issue, args)) wanted.push(await check({ issue, unit, step }, context));
    }
    const early = wanted.find(({ isTimely }) => !isTimely);
    if (early && args.reason === null) return askReason(early, context);
    const drafts: Paper[] = [];
    for (const one of wanted) drafts.push(await draftPaper(draftingOf(one, context), context));
    return answerFor(drafts, context);
  },
});

interface Wanted {
  readonly issue: Issue;
  readonly unit: string;
  readonly step: LadderStep;
  readonly papers: readonly Paper[];
  /** A trigger of the step holds: the record speaks for itself. */
  readonly isTimely: boolean;
}

/** The units named, else all that answer for it: a paper each, as the clock would. */
const unitsOf = (issue: Issue, { units }: DraftArgs): readonly string[] => (units.length > 0 ? units : issue.units);

async function check(
  { issue, unit, step }: Pick<Wanted, 'issue' | 'unit' | 'step'>,
  context: Context,
): Promise<Wanted> {
  const { store, settings, at } = context;
  const { ladder } = settings;
  const papers = await store.papers.list({ issueNos: [issue.no] });
  const pending = await store.requests.pending({ kind: 'extension' });
  const isHeld = pending.some(({ issueNo, round }) => issueNo === issue.no && round === issue.round);
  checkHandDraft(issue, { step, unit, papers, isHeld, ladder });
  const issued = await store.papers.list({ state: 'signed', unit });
  const isTimely = isDue(step, issue, { at, unit, papers, issued, isHeld, ladder });
  return { issue, unit, step, papers, isTimely };
}

/** Before its time a paper needs grounds that will stand on it. */
function askReason({ issue, step }: Wanted, context: Context): Promise<Answer> {
  return hold(context, {
    kind: 'fill',
    command: 'paper.draft',
    args: context.args,
    missing: ['reason'],
    text: `#${issue.no}还没有到自动起草${step.title}的条件，由您决定提前起草的，还差理由（写进${step.title}）：请回复原因，如“推诿扯皮”。不起草请回复“取消”。`,
  });
}

const draftingOf = ({ issue, unit, step, papers }: Wanted, context: Context) => ({
  step,
  issue,
  unit,
  papers,
  reason: context.args.reason,
  by: context.by.name,
  at: context.at,
  groupId: context.conversation.groupId,
  messageId: context.messageId,
});

/** In a group only numbers and units; the text goes one-to-one to whoever signs (domain §7). */
function answerFor(drafts: readonly Paper[], { by, directory, conversation }: Context): Answer {
  const isLead = isOfficeLead(by);
  const lines = drafts.map((paper) => `${paperNumber(paper)} ${paper.title}（${paper.unit}，#${paper.issueNo}）`);
  const texts = drafts.map((paper) => `${paperText(paper, [], { withEvidence: true })}\n${signHint(paper)}`);
  const leads = directory.officePeople().filter((person) => isOfficeLead(person) && person.name !== by.name);
  const isAlone = conversation.chatKind === 'single';
  const own = isLead && !isAlone ? texts.map((text) => ({ to: by.name, text: `【待签发】\n${text}` })) : [];
  const others = leads.flatMap(({ name }) =>
    texts.map((text) => ({ to: name, text: `【待签发】${by.name}起草\n${text}` })),
  );
  const where = isLead
    ? [isAlone ? texts.join('\n\n') : '全文已单独发给您，未签发的不会送出。', ...(isAlone ? [] : drafts.map(signHint))]
    : [`已送${leads.map(({ name }) => name).join('、') || '负责人'}审签，未签发的不会送出。`];
  return { text: ['已起草，待签发：', ...lines, ...where].join('\n'), notices: isLead ? own : others };
}

const signHint = (paper: Paper): string =>
  `同意请回复“签发${spokenNumber(paper)}”，不发请回复“作废${spokenNumber(paper)}”。`;
