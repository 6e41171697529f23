/** 开启迎检期: the explicit switch with an end date (domain §13.2). */
import { defineCommand } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { openPeriod } from '../../src/domain/inspection-period.ts';
import { dayOf, dayText, periodText } from '../../src/domain/shanghai.ts';
import { held } from '../held.ts';

export default defineCommand({
  id: 'inspection.open',
  summary: '开启迎检期',
  examples: ['开启迎检期到12月10日', '迎检期延长到12月15日', '启动迎检模式，12月5日结束'],
  allow: ['officeLead'],
  instead: '迎检期由创城办负责人开启和结束。',

  read(said) {
    if (said.act !== 'inspection.open') return undefined;
    const stated = said.deadline?.at ?? null;
    const to = stated === null ? (said.period?.to ?? null) : dayOf(new Date(stated));
    // 到12月10日 alone is read as that one day.
    const from = said.period !== null && to !== null && said.period.from < to ? said.period.from : null;
    return { from, to, ...held([], said.deadline?.doubtful === true) };
  },

  async run(context) {
    const { args, by, at, store, messageId } = context;
    const period = openPeriod({ by, at, from: args.from, to: args.to });
    const today = dayOf(at);
    const isLater = period.from > today;
    const days = isLater ? periodText(period.from, period.to, today) : `今天至${dayText(period.to, today)}`;
    if (args.needsConfirm === true && !context.confirmed) {
      const text = `请确认：开启迎检期，${days}。回复“对”开启，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'inspection.open', args, text });
    }
    await store.inspectionSwitches.add({ period }, { at, by: by.name, messageId });
    return {
      text: [
        isLater ? `已定迎检期：${days}，到时自动开启和结束。` : `已开启迎检期：${days}，到期自动结束。`,
        '其间短时限昼夜连续计时，夜间和休息日也会提醒，可以登记人员到岗；每天的推送和点名次数不变。',
        isLater ? '要取消请回复“取消迎检期”。' : '提前结束请回复“结束迎检期”。',
      ].join('\n'),
    };
  },
});
