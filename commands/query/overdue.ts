/** 超期清单. */
import { defineCommand } from '../../src/bot/command.ts';
import { parseNumeral } from '../../src/reading/numerals.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'query.overdue',
  summary: '看超期清单',
  examples: ['超期3天以上的，按单位列一下', '超期清单', '城管局有哪些超期的'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.overdue') return undefined;
    const days = parseNumeral(
      /(?:超期|逾期|超过)(?:了)?\s*(\d+|[一二两三四五六七八九十]+)个?[天日]/.exec(said.text)?.[1] ?? '',
    );
    return {
      ...filtersOf(said),
      ...(days === null ? {} : { overdueDaysMin: days }),
      ...(said.period === null ? {} : { period: said.period }),
    };
  },
});
