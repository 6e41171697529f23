/** 到期: what falls due in a time. */
import { askedName } from '../../src/domain/asked.ts';
import type { Period } from '../../src/domain/figures.ts';
import { OPEN_STATES } from '../../src/domain/issue.ts';
import { dueOn, listText } from '../../src/domain/lists.ts';
import { addDays, dayOf, periodText } from '../../src/domain/shanghai.ts';
import { askedIssues } from './asked-issues.ts';
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

  async run(context) {
    const { args, at, settings } = context;
    const { units, days } = args;
    const today = dayOf(at);
    const period = args.period ?? { from: today, to: addDays(today, days ?? 1) };
    const issues = dueOn(await askedIssues(args, context, { units, states: OPEN_STATES }), at, period);
    const title = `${askedName(args, settings) ?? ''}${dueName(period, today)}到期`;
    return { text: listText(title, issues, { at, most: settings.bulletin.mostListed, withUnit: units.length !== 1 }) };
  },
});

function dueName({ from, to }: Period, today: string): string {
  const tomorrow = addDays(today, 1);
  if (from === to) return from === today ? '今天' : from === tomorrow ? '明天' : periodText(from, to, today);
  return from === today && to === tomorrow ? '今明两天' : periodText(from, to, today);
}
