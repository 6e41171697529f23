/** 结束迎检期 before its end date (domain §13.2). */
import { defineCommand } from '../../src/bot/command.ts';
import { closePeriod } from '../../src/domain/inspection-period.ts';
import { dayOf } from '../../src/domain/shanghai.ts';

export default defineCommand({
  id: 'inspection.close',
  summary: '结束迎检期',
  examples: ['结束迎检期', '关闭迎检模式', '迎检期提前结束'],
  allow: ['officeLead'],
  instead: '迎检期由创城办负责人开启和结束。',

  read(said) {
    return said.act === 'inspection.close' ? {} : undefined;
  },

  async run({ by, at, store, settings, messageId }) {
    const newest = (await store.inspectionSwitches.between(new Date(0), new Date(at.getTime() + 1))).at(-1);
    closePeriod({ by, at, settings, newest });
    await store.inspectionSwitches.add({ period: null }, { at, by: by.name, messageId });
    if (newest?.period != null && newest.period.from > dayOf(at)) return { text: '迎检期已取消，没有开始，一切照旧。' };
    return { text: '迎检期已结束：恢复工作时间计时，夜间和休息日不再打扰，不再登记到岗。' };
  },
});
