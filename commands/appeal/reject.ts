/** 不同意申诉: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import { requestsOn } from '../../src/bot/requested.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { rejectAppeal } from '../../src/domain/steps/appeal.ts';
import { clocksText } from '../clocks.ts';
import { tellUnit } from '../tell-unit.ts';

export interface AppealRejectArgs {
  readonly issueNos: readonly number[];
  readonly reason?: string;
  /** 不得再申诉. */
  readonly final?: boolean;
}

export default defineCommand<AppealRejectArgs>({
  id: 'appeal.reject',
  summary: '驳回申诉',
  examples: ['驳回418申诉', '412申诉不成立，按原时限整改', '不同意327的申诉，理由不充分'],
  allow: ['officeLead', 'officeStaff'],
  instead: '申诉由创城办负责人裁定。',

  read(said) {
    if (said.act !== 'appeal.reject') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...(/不得再|不能再|不再(?:受理|接受)|最终/.test(said.text) ? { final: true } : {}),
    };
  },

  async run(context) {
    const { args, by, at, store } = context;
    const { reason } = args;
    const requestOn = await requestsOn(store, args.issueNos, 'appeal');
    const steps = await stepEach(store, args.issueNos, (issue) => {
      const request = requestOn(issue);
      return { id: request.id, ...rejectAppeal(issue, request, { by, at, note: reason ?? null }) };
    });
    const issues = steps.map(({ issue }) => issue);
    if (reason === undefined) {
      const text = `还差驳回的理由：为什么驳回${nosText(issues)}的申诉？引用本条回复即可，如“该路段仍由贵单位管养”。`;
      return hold(context, { kind: 'fill', command: 'appeal.reject', args, missing: ['reason'], text });
    }
    for (const { issue, done } of steps) {
      await store.records.add(issue, recordOf(context, 'appeal.reject', reason));
      await store.requests.save(done.id, done.request);
    }
    const text = `${nosText(issues)}的申诉不成立，理由：${reason}。仍由原单位按时限整改（${clocksText(issues, at)}）${args.final === true ? '，不再受理申诉' : ''}。`;
    return {
      text,
      notices: steps.flatMap(({ done }) => tellUnit(context, done.request.unit, text, [done.request.requestedBy])),
    };
  },
});
