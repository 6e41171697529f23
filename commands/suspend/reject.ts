/** 不同意挂账: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { requestsOn } from '../../src/bot/requested.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { rejectSuspension } from '../../src/domain/steps/suspend.ts';
import { clocksText } from '../clocks.ts';
import { tellUnit } from '../tell-unit.ts';

export interface SuspendRejectArgs {
  readonly issueNos: readonly number[];
  readonly reason?: string;
}

export default defineCommand<SuspendRejectArgs>({
  id: 'suspend.reject',
  summary: '驳回挂账',
  examples: ['不同意433挂账', '430挂账驳回，限期整改', '433不予挂账'],
  allow: ['officeLead'],
  instead: '挂账由创城办负责人审批。',

  read(said) {
    if (said.act !== 'suspend.reject') return undefined;
    return { issueNos: said.issueNos, ...(said.reason === null ? {} : { reason: said.reason }) };
  },

  async run(context) {
    const { args, by, at, store } = context;
    const note = args.reason ?? null;
    const requestOn = await requestsOn(store, args.issueNos, 'suspension');
    const steps = await stepEach(store, args.issueNos, (issue) => {
      const request = requestOn(issue);
      return { id: request.id, ...rejectSuspension(issue, request, { by, at, note }) };
    });
    for (const { issue, done } of steps) {
      await store.records.add(issue, recordOf(context, 'suspend.reject', note));
      await store.requests.save(done.id, done.request);
    }
    const issues = steps.map(({ issue }) => issue);
    const why = note === null ? '' : `，原因：${note}`;
    const text = `不同意${nosText(issues)}挂账${why}。仍按原时限整改（${clocksText(issues, at)}）。`;
    return {
      text,
      notices: steps.flatMap(({ done }) => tellUnit(context, done.request.unit, text, [done.request.requestedBy])),
    };
  },
});
