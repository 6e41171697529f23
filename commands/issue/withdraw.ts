/** 撤销: logged by mistake. */
import { defineCommand } from '../../src/bot/command.ts';
import type { Answer } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { askList } from '../../src/bot/ask-list.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { isOpen } from '../../src/domain/issue.ts';
import { withdraw } from '../../src/domain/steps/withdraw.ts';
import { LOGGERS } from '../../src/domain/rights.ts';
import { held } from '../held.ts';
import { tellUnits } from '../tell-unit.ts';

export interface WithdrawArgs {
  readonly issueNos: readonly number[];
  readonly reason?: string;
}

export default defineCommand<WithdrawArgs>({
  id: 'issue.withdraw',
  summary: '撤销误登的问题',
  examples: ['撤销327，登记错了', '327作废，重复登记', '误报，撤回412'],
  allow: LOGGERS,
  instead: '撤销由登记人和创城办办理。责任单位有异议的，请回复“申诉{no}，原因：…”。',

  read(said) {
    if (said.act !== 'issue.withdraw') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...held([], said.issueNos.length > 1),
    };
  },

  async run(context) {
    const { args, by, at, store, settings } = context;
    const reason = args.reason ?? null;
    const steps = await stepEach(store, args.issueNos, (issue) =>
      // Right and state are looked at before anything is asked.
      withdraw(issue, { by, at, settings, reason: reason ?? '待补' }),
    );
    const issues = steps.map(({ issue }) => issue);
    if (reason === null) {
      const text = `还差撤销的原因：${nosText(issues)}为什么撤销？引用本条回复即可，如“重复登记”。`;
      return hold(context, { kind: 'fill', command: 'issue.withdraw', args, missing: ['reason'], text });
    }
    if (args.needsConfirm === true && !context.confirmed) {
      return askList(context, { command: 'issue.withdraw', args, verb: `撤销（${reason}）`, issues });
    }
    for (const { issue, done } of steps) await store.issues.save(issue, done, recordOf(context, 'withdraw', reason));
    return {
      text: `${nosText(issues)}已撤销，原因：${reason}。记录保留，不计入整改率。`,
      notices: noticesFor(issues, context, reason),
    };
  },
});

/** Units that had it on their list hear of it where they do not read along; nobody is tagged for what is no longer theirs (§13.4). */
const noticesFor = (
  issues: readonly Issue[],
  context: Parameters<typeof tellUnits>[0],
  reason: string,
): NonNullable<Answer['notices']> =>
  issues.filter(isOpen).flatMap((issue) => {
    const what = `#${issue.no}（${issue.location} ${issue.description}）`;
    return tellUnits(context, issue, `${what}已撤销，不用再整改。原因：${reason}。`);
  });
