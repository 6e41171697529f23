/** 不同意延期: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { requestsOn } from '../../src/bot/requested.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { rejectExtension } from '../../src/domain/steps/extend.ts';
import { clocksText } from '../clocks.ts';
import { tellUnit } from '../tell-unit.ts';

export interface ExtendRejectArgs {
  readonly issueNos: readonly number[];
  readonly reason?: string;
}

export default defineCommand<ExtendRejectArgs>({
  id: 'extend.reject',
  summary: '驳回延期',
  examples: ['412不同意延期，按原时限办', '驳回327延期申请', '430不予延期'],
  allow: ['officeLead', 'officeStaff'],
  instead: '延期由创城办审批。',

  read(said) {
    if (said.act !== 'extend.reject') return undefined;
    return { issueNos: said.issueNos, ...(said.reason === null ? {} : { reason: said.reason }) };
  },

  async run(context) {
    const { args, by, at, store } = context;
    const note = args.reason ?? null;
    const requestOn = await requestsOn(store, args.issueNos, 'extension');
    const steps = await stepEach(store, args.issueNos, (issue) => {
      const request = requestOn(issue);
      return { id: request.id, ...rejectExtension(issue, request, { by, at, note }) };
    });
    for (const { issue, done } of steps) {
      await store.records.add(issue, recordOf(context, 'extend.reject', note));
      await store.requests.save(done.id, done.request);
    }
    const issues = steps.map(({ issue }) => issue);
    const why = note === null ? '' : `，原因：${note}`;
    const text = `不同意${nosText(issues)}延期${why}。仍按原时限整改（${clocksText(issues, at)}）。`;
    return {
      text,
      notices: steps.flatMap(({ done }) => tellUnit(context, done.request.unit, text, [done.request.requestedBy])),
    };
  },
});
