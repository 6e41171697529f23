/** 到期: what falls due in a time. */
import { defineCommand } from '../../src/bot/command.ts';
import { parseNumeral } from '../../src/reading/numerals.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'query.due',
  summary: '看快到期的问题',
  examples: ['今天到期的问题有哪些', '明天到期的有哪些', '城管局三天内到期的问题'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.due') return undefined;
    const days = parseNumeral(/(\d+|[一二两三四五六七八九十]+)[天日](?:之|以)?内/.exec(said.text)?.[1] ?? '');
    return {
      ...filtersOf(said),
      ...(days === null ? {} : { days }),
      period: said.period,
    };
  },
});
