/** 恢复整改: a problem that was put aside (挂账) goes on. */
import { defineCommand } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { askPassedTime, statedTime } from '../../src/bot/stated-time.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { resume } from '../../src/domain/steps/suspend.ts';
import { suspendedAtOf } from '../../src/domain/suspensions.ts';
import { clocksText } from '../clocks.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';
import { tellUnits } from '../tell-unit.ts';

export interface ResumeArgs {
  readonly issueNos: readonly number[];
  readonly deadline?: string | null;
  readonly deadlineText?: string;
}

export default defineCommand<ResumeArgs>({
  id: 'issue.resume',
  summary: '解除挂账，恢复整改',
  examples: ['433恢复整改', '433解除挂账，12月20日前整改', '结束430的挂账'],
  allow: ['officeLead', 'officeStaff'],
  instead: '解除挂账由创城办负责人决定。可以整改的，请先回复“{no}可以动工，进展…”说明情况。',

  read(said) {
    if (said.act !== 'issue.resume') return undefined;
    return {
      issueNos: said.issueNos,
      ...deadlineArgs(said.deadline),
      ...held([], said.deadline?.doubtful === true || isFromList(said)),
    };
  },

  async run(context) {
    const { args, by, at, store } = context;
    const stated = statedTime(args);
    const records = new Map<number, Awaited<ReturnType<typeof store.records.ofIssue>>>();
    for (const no of args.issueNos) records.set(no, await store.records.ofIssue(no));
    const steps = await stepEach(store, args.issueNos, (issue) =>
      resume(issue, { by, at, suspendedAt: suspendedAtOf(records.get(issue.no) ?? []) ?? at, stated }),
    );
    const issues = steps.map(({ done }) => done);
    const passed = askPassedTime(context, 'issue.resume');
    if (passed !== null) return passed;
    if (args.needsConfirm === true && !context.confirmed) {
      const until = stated === null ? '' : `，时限${momentText(stated, at)}`;
      const text = `请确认：${nosText(issues)}恢复整改${until}。回复“对”办理，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'issue.resume', args, text });
    }
    for (const { issue, done } of steps) {
      await store.issues.save(issue, done, recordOf(context, 'resume', `时限${clocksText([done], at)}`));
    }
    const text = `${nosText(issues)}已恢复整改，重新计时（${clocksText(issues, at)}）。`;
    return { text, notices: issues.flatMap((issue) => tellUnits(context, issue, text)) };
  },
});
