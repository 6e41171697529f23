/** 申请延期: a later deadline, with a reason, before it expires. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import type { Answer, Held, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import { liveOn, tellDeciders } from '../../src/bot/requested.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import type { Stepped } from '../../src/bot/several.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { awaitsPrincipal, decidersOf } from '../../src/domain/request-cards.ts';
import type { Decided, Extension } from '../../src/domain/request.ts';
import { endOfDay, addDays, dayOf, momentText } from '../../src/domain/shanghai.ts';
import { extendedBy, requestExtension } from '../../src/domain/steps/extend.ts';
import { clocksText } from '../clocks.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';

export interface ExtendArgs {
  readonly issueNos: readonly number[];
  readonly deadline?: string | null;
  readonly deadlineText?: string;
  /** Days from the deadline in force. */
  readonly extendDays?: number;
  readonly reason?: string;
}

export default defineCommand<ExtendArgs>({
  id: 'issue.extend',
  summary: '申请延期',
  examples: [
    '327申请延期到11月28日，原因：需采购盲道砖',
    '申请延期 #430 延至下周五 需要重新招标',
    '412申请延期3天，等配件到货',
  ],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],
  instead: '延期由责任单位的联络员或负责人回复“{no}申请延期到…，原因：…”提出，创城办回复“同意{no}延期”后时限才改。',

  read(said) {
    if (said.act !== 'issue.extend') return undefined;
    const hasTime = said.deadline !== null || said.extendDays !== null;
    const missing = [...(hasTime ? [] : ['deadline']), ...(said.reason === null ? ['reason'] : [])];
    return {
      issueNos: said.issueNos,
      ...deadlineArgs(said.extendDays === null ? said.deadline : null),
      ...(said.extendDays === null ? {} : { extendDays: said.extendDays }),
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...held(missing, said.deadline?.doubtful === true || isFromList(said)),
    };
  },

  async run(context) {
    const { args, by, at, store, settings } = context;
    const live = await liveOn(store, args.issueNos);
    const steps = await stepEach(store, args.issueNos, (issue) =>
      // Right, state and time are looked at before anything is asked.
      requestExtension(issue, {
        by,
        at,
        reason: args.reason ?? '待补',
        until: untilOf(args, issue) ?? sometime(issue, at),
        requests: live(issue),
        settings,
      }),
    );
    const question = questionFor(steps, context);
    if (question !== null) return question;
    for (const { issue, done } of steps) {
      const { until, reason } = done.request;
      await store.records.add(issue, recordOf(context, 'extend', `延到${momentText(until, at)}，${reason}`));
      await store.requests.add(done.request);
    }
    return answerFor(steps, context);
  },
});

type Context = RunContext<ExtendArgs & Held>;
type Steps = readonly Stepped<Decided<Extension, Issue>>[];

function untilOf({ deadline, extendDays }: ExtendArgs, issue: Issue): Date | null {
  if (extendDays !== undefined && issue.deadline !== null) return extendedBy(issue.deadline, extendDays);
  return typeof deadline === 'string' ? new Date(deadline) : null;
}

/** Stands for the date that is still to be asked for. */
const sometime = (issue: Issue, at: Date): Date => endOfDay(addDays(dayOf(issue.deadline ?? at), 1));

/** What has to be asked first: a particular that lacks, or a yes. Null: nothing. */
function questionFor(steps: Steps, context: Context): Promise<Answer> | null {
  const { args } = context;
  const issues = steps.map(({ issue }) => issue);
  const [first] = issues;
  if (!first) return null;
  const missing = [
    ...(steps.some(({ issue }) => untilOf(args, issue) === null) ? ['deadline'] : []),
    ...(args.reason === undefined ? ['reason'] : []),
  ];
  if (missing.length > 0) {
    const wanted = { deadline: '延到哪天（时限）', reason: '延期的原因' };
    const lack = missing.map((key) => (key === 'deadline' ? wanted.deadline : wanted.reason)).join('、');
    const text = `还差${lack}：${nosText(issues)}申请延期。引用本条回复即可${missing.includes('deadline') ? '，日期写成“延到几月几日”' : ''}。`;
    return hold(context, { kind: 'fill', command: 'issue.extend', args, missing, text });
  }
  if (args.needsConfirm !== true || context.confirmed) return null;
  if (issues.length > 1) return askList(context, { command: 'issue.extend', args, verb: '申请延期', issues });
  const until = untilOf(args, first);
  const text = `请确认：#${first.no}申请延期到${until === null ? '' : momentText(until, context.at)}，原因：${args.reason ?? ''}。回复“对”提交，回复“取消”不提交。`;
  return hold(context, { kind: 'confirm', command: 'issue.extend', args, text });
}

/** A second extension goes to the unit's principal first. */
function answerFor(steps: Steps, context: Context): Answer {
  const { at, by, directory } = context;
  const issues = steps.map(({ issue }) => issue);
  const isWaiting = steps.some(({ issue, done }) => awaitsPrincipal(issue, done.request));
  const path = isWaiting
    ? '这是第二次延期，须先由贵单位主要负责人回复“同意…延期”确认，再由创城办负责人审批。'
    : '等创城办答复。';
  return {
    text: `${nosText(issues)}的延期申请已提交，${path}答复前时限照常计算（${clocksText(issues, at)}）。`,
    notices: steps.flatMap(({ issue, done }) =>
      tellDeciders(context, {
        ...done,
        to: awaitsPrincipal(issue, done.request)
          ? directory.principalsOf(by.unit ?? '')
          : decidersOf(issue, 'extension', directory),
      }),
    ),
  };
}
