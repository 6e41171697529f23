/** 问数量、分类统计. */
import { askedName, sinceText, untilToday } from '../../src/domain/asked.ts';
import { statsAnswer } from '../../src/domain/answers.ts';
import { countsAnswer } from '../../src/domain/counts-answer.ts';
import { statsBy } from '../../src/domain/stats.ts';
import { askedIssues } from './asked-issues.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf, peopleOf } from '../filters.ts';
import { personsAsked } from './persons-asked.ts';

export default defineCommand({
  id: 'query.stats',
  summary: '问问题数量、分类统计',
  examples: ['今天一共登记了多少问题', '本月问题分类统计', '督查二组这周查了几个点位，发现多少问题'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.stats') return undefined;
    return { metrics: said.counts, ...filtersOf(said), ...peopleOf(said), period: said.period };
  },

  async run(context) {
    const { args, at, settings, directory } = context;
    const { units, groupBy = units.length > 1 ? 'unit' : undefined } = args;
    const issues = (await askedIssues(args, context, { units })).filter(personsAsked(args, directory));
    const period = untilToday(args.period, at);
    const most = settings.bulletin.mostListed;
    const about = askedName(args, settings) ?? (args.persons?.join('、') || null);
    const since = period === null ? `\n${sinceText(settings, at)}` : '';
    if (groupBy === undefined) {
      const metrics = args.metrics;
      return { text: `${countsAnswer(issues, { about, metrics, at, period, settings, unit: units[0] })}${since}` };
    }
    const rows = statsBy(issues, { at, period, settings, directory, by: groupBy });
    const own = groupBy === 'unit' && units.length > 0 ? rows.filter(({ name }) => units.includes(name)) : rows;
    const head = about === null ? '' : `${about}\n`;
    return { text: `${head}${statsAnswer(own, groupBy, { at, period, most })}${since}` };
  },
});
