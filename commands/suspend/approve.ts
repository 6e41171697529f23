/** 同意挂账: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { lapseRequests, requestsOn } from '../../src/bot/requested.ts';
import { hold } from '../../src/bot/hold.ts';
import { statedTime } from '../../src/bot/stated-time.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { addDays, dayOf, dayText } from '../../src/domain/shanghai.ts';
import { approveSuspension } from '../../src/domain/steps/suspend.ts';
import { deadlineArgs, held } from '../held.ts';
import { tellUnit } from '../tell-unit.ts';

export interface SuspendApproveArgs {
  readonly issueNos: readonly number[];
  /** Another day of review than the one asked for. */
  readonly deadline?: string | null;
  readonly deadlineText?: string;
}

export default defineCommand<SuspendApproveArgs>({
  id: 'suspend.approve',
  summary: '同意挂账',
  examples: ['同意433挂账', '433挂账批准，明年3月复查', '批准430挂账'],
  allow: ['officeLead'],
  instead: '挂账由创城办负责人审批。',

  read(said) {
    if (said.act !== 'suspend.approve') return undefined;
    return {
      issueNos: said.issueNos,
      ...deadlineArgs(said.deadline),
      ...held([], said.deadline?.doubtful === true),
    };
  },

  async run(context) {
    const { args, by, at, store } = context;
    const today = dayOf(at);
    const time = statedTime(args);
    const stated = time === null ? null : dayOf(time);
    if (stated !== null && stated <= today) {
      throw new Refusal(
        'suspend.date',
        `复查时间要在今天以后。可回复：同意${args.issueNos[0] ?? ''}挂账，${dayText(addDays(today, 30), today)}复查`,
      );
    }
    const requestOn = await requestsOn(store, args.issueNos, 'suspension');
    const steps = await stepEach(store, args.issueNos, (issue) => {
      const request = requestOn(issue);
      const asked = stated === null ? request : { ...request, reviewOn: stated };
      return { id: request.id, ...approveSuspension(issue, asked, { by, at, note: null }) };
    });
    const reviews = steps.map(({ done }) => `#${done.issue.no} ${dayText(done.request.reviewOn ?? today, today)}复查`);
    if (args.needsConfirm === true && !context.confirmed) {
      const text = `请确认：同意挂账，${reviews.join('；')}。回复“对”办理，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'suspend.approve', args, text });
    }
    for (const [index, { issue, done }] of steps.entries()) {
      await store.issues.save(issue, done.issue, recordOf(context, 'suspend.approve', reviews[index] ?? null));
      await store.requests.save(done.id, done.request);
      await lapseRequests(context, issue.no, { why: '已挂账，其他申请终止' });
    }
    const issues = steps.map(({ issue }) => issue);
    const text = `已同意${nosText(issues)}挂账：${reviews.join('；')}。挂账期间不计时、不计入整改率，每周通报单列。`;
    return {
      text,
      notices: steps.flatMap(({ done }) => tellUnit(context, done.request.unit, text, [done.request.requestedBy])),
    };
  },
});
