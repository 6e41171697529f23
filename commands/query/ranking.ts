/** 排名、红黑榜. */
import { rankingAnswer } from '../../src/domain/answers.ts';
import { askedName, sinceText, untilToday } from '../../src/domain/asked.ts';
import { boardText, placeOfUnits, shortRankings } from '../../src/domain/ranking-answer.ts';
import { boardsOf, METRIC_NAMES, metricsIn, rankingOf as rankUnits } from '../../src/domain/ranking.ts';
import { rateTable } from '../../src/domain/rate-table.ts';
import { statsBy, territoriesOf } from '../../src/domain/stats.ts';
import { askedIssues } from './asked-issues.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';
import { rankingOf } from './ranking-shape.ts';

export default defineCommand({
  id: 'query.ranking',
  summary: '看排名、红黑榜',
  examples: ['整改率排名，倒数5名', '街道乡镇红黑榜（上周）', '哪个单位超期最多'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.ranking') return undefined;
    const { groupBy } = filtersOf(said);
    return {
      ...rankingOf(said),
      ...filtersOf(said),
      ...(groupBy === undefined ? { groupBy: 'unit' } : {}),
      period: said.period,
    };
  },

  async run(context) {
    const { args, at, settings, directory, said } = context;
    const { groupBy, units, order, limit, board } = args;
    const issues = await askedIssues(args, context);
    const period = untilToday(args.period, at);
    const metric = metricsIn(args.metrics)[0] ?? 'rectificationRate';
    const most = limit ?? settings.bulletin.mostListed;
    const about = askedName({ ...args, units: [] }, settings);
    const since = period === null ? `\n${sinceText(settings, at)}` : '';
    if (groupBy === 'category' || groupBy === 'site' || groupBy === 'team') {
      const rows = statsBy(issues, { at, period, settings, directory, by: groupBy });
      const title = `${METRIC_NAMES[metric]}排名${about === null ? '' : `：${about}`}`;
      return {
        text: `${rateTable(rows, { title, at, period, metrics: [metric], most, limit, total: null, order })}${since}`,
      };
    }
    const groups = groupBy === 'town' ? townGroups(directory) : directory.rankingGroups;
    const named = groups.filter((group) => groups.length === 1 || said.text.includes(group));
    const question = { at, period, settings, directory, metric: board === undefined ? metric : 'rectificationRate' };
    const rankings = (named.length > 0 ? named : groups).flatMap((group) => rankUnits(issues, { ...question, group }));
    const head = about === null ? '' : `${about}\n`;
    if (board !== undefined) {
      const boards = rankings.map((ranking) => boardsOf(ranking, settings));
      return { text: `${head}${boardText(boards, { board, at, period, settings })}${since}` };
    }
    if (units.length > 0) return { text: `${head}${placeOfUnits(units, rankings, { at, period })}${since}` };
    const shown = shortRankings(rankings, { order, limit });
    return {
      text: `${head}${rankingAnswer(shown, { at, period, most: limit === undefined ? most : Infinity })}${since}`,
    };
  },
});

/** Groups in which streets and towns are ranked, whatever the city calls them. */
function townGroups(directory: Parameters<typeof territoriesOf>[0]): readonly string[] {
  const towns = territoriesOf(directory);
  return [...new Set(towns.flatMap((name) => directory.unit(name)?.rankingGroup ?? []))];
}
