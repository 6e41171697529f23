/** 同意延期: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';
import type { Answer, Held, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import { liveOn, requestsOn, tellDeciders } from '../../src/bot/requested.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { isOffice } from '../../src/domain/city.ts';
import { isOpen } from '../../src/domain/issue.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { decidersOf } from '../../src/domain/request-cards.ts';
import { pendingOf } from '../../src/domain/request.ts';
import type { Extension } from '../../src/domain/request.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { approveExtension, confirmExtension, extendedBy, unasked } from '../../src/domain/steps/extend.ts';
import { deadlineArgs, held } from '../held.ts';
import { tellUnit } from '../tell-unit.ts';

export interface ExtendApproveArgs {
  readonly issueNos: readonly number[];
  readonly deadline?: string | null;
  readonly deadlineText?: string;
  readonly extendDays?: number;
  readonly final?: boolean;
}

export default defineCommand<ExtendApproveArgs>({
  id: 'extend.approve',
  summary: '同意延期',
  examples: ['同意327延期，最晚28号', '327延期批准，到11月28日', '同意430延期3天'],
  allow: ['officeLead', 'officeStaff', 'unitPrincipal'],
  instead: '延期由创城办审批；第二次延期由责任单位主要负责人先确认。申请延期请回复“{no}申请延期到…，原因：…”。',

  read(said) {
    if (said.act !== 'extend.approve') return undefined;
    return {
      issueNos: said.issueNos,
      ...deadlineArgs(said.extendDays === null ? said.deadline : null),
      ...(said.extendDays === null ? {} : { extendDays: said.extendDays }),
      ...(/最后一次|下不为例|不再延/.test(said.text) ? { final: true } : {}),
      ...held(
        [],
        said.deadline?.doubtful === true ||
          !/同意|批|准|可以|允许|通过|没(?:有)?意见|^[嗯好的,\s]*行(?:[吧啊])?(?=$|[,。!])/.test(said.text),
      ),
    };
  },

  async run(context) {
    const { args, by, at, store } = context;
    const requestOn = await requestsOn(store, args.issueNos, 'extension');
    if (!isOffice(by)) return confirmAll(requestOn, context);
    const live = await liveOn(store, args.issueNos);
    const steps = await stepEach(store, args.issueNos, (issue) => {
      if (isOpen(issue) && pendingOf(live(issue), 'extension') === undefined)
        throw new Refusal('request.none', unasked(issue, untilOf(args, issue), at));
      const request = requestOn(issue);
      const approving = { by, at, until: untilOf(args, issue), note: args.final === true ? '最后一次' : null };
      return { id: request.id, ...approveExtension(issue, request, approving) };
    });
    const untils = steps.map(({ done }) => `#${done.issue.no}延期到${momentText(done.request.until, at)}`);
    if (args.needsConfirm === true && !context.confirmed) {
      const text = `请确认：同意${untils.join('；')}。回复“对”办理，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'extend.approve', args, text });
    }
    for (const { issue, done } of steps) {
      const note = `延到${momentText(done.request.until, at)}${args.final === true ? '，最后一次' : ''}`;
      await store.issues.save(issue, done.issue, recordOf(context, 'extend.approve', note));
      await store.requests.save(done.id, done.request);
    }
    const text = `已同意：${untils.join('；')}${args.final === true ? '，不再延期' : ''}。`;
    return {
      text,
      notices: steps.flatMap(({ done }) => tellUnit(context, done.request.unit, text, [done.request.requestedBy])),
    };
  },
});

type Context = RunContext<ExtendApproveArgs & Held>;

function untilOf({ deadline, extendDays }: ExtendApproveArgs, issue: Issue): Date | null {
  if (extendDays !== undefined && issue.deadline !== null) return extendedBy(issue.deadline, extendDays);
  return typeof deadline === 'string' ? new Date(deadline) : null;
}

/** 主要负责人: his yes to a second extension is the confirmation that the office's lead waits for (domain §4). */
async function confirmAll(
  requestOn: (issue: Issue) => Extension & { readonly id: string },
  context: Context,
): Promise<Answer> {
  const { args, by, store, directory } = context;
  const steps = await stepEach(store, args.issueNos, (issue) => {
    const request = requestOn(issue);
    return { id: request.id, request: confirmExtension(issue, request, { by }) };
  });
  for (const { issue, done } of steps) {
    await store.records.add(issue, recordOf(context, 'extend', `${by.name}确认延期申请`));
    await store.requests.save(done.id, done.request);
  }
  return {
    text: `${nosText(steps.map(({ issue }) => issue))}的延期申请已由${by.name}确认，等创城办审批。审批前时限照常计算。`,
    notices: steps.flatMap(({ issue, done }) =>
      tellDeciders(context, { issue, request: done.request, to: decidersOf(issue, 'extension', directory) }),
    ),
  };
}
