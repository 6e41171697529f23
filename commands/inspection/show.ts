/** 是不是迎检期. */
import { defineCommand } from '../../src/bot/command.ts';
import { dayOf, periodText } from '../../src/domain/shanghai.ts';
import { isInspectionPeriod } from '../../src/domain/workday.ts';

export default defineCommand({
  id: 'inspection.show',
  summary: '问现在是不是迎检期',
  examples: ['现在是迎检期吗', '迎检期到哪天', '迎检期什么时候结束'],
  allow: 'everyone',

  read(said) {
    return said.act === 'inspection.show' ? {} : undefined;
  },

  run({ at, settings }) {
    const { inspectionPeriod: period } = settings;
    const today = dayOf(at);
    if (period === null || period.to < today) return Promise.resolve({ text: '现在不在迎检期。' });
    const days = periodText(period.from, period.to, today);
    const text = isInspectionPeriod(today, settings) ? `现在是迎检期：${days}。` : `迎检期还没有开始：${days}。`;
    return Promise.resolve({ text });
  },
});
