/** 问比率: 整改率, 按期整改率, 办结率, 回复率. */
import { rateAnswer } from '../../src/domain/answers.ts';
import { askedName, isReceived, sinceText, untilToday } from '../../src/domain/asked.ts';
import type { Asked } from '../../src/domain/asked.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import type { Figures, Period, Scope } from '../../src/domain/figures.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { METRIC_NAMES, metricsIn } from '../../src/domain/ranking.ts';
import type { Metric } from '../../src/domain/ranking.ts';
import { rateText } from '../../src/domain/rate.ts';
import { rateTable, rowsOfUnits } from '../../src/domain/rate-table.ts';
import { statsBy, territoriesOf } from '../../src/domain/stats.ts';
import type { GroupBy } from '../../src/domain/stats.ts';
import { askedIssues } from './asked-issues.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'query.rate',
  summary: '问整改率、按期整改率、办结率',
  examples: ['城管局整改率多少', '各乡镇上周整改率', '住建局11月份按期整改率'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.rate') return undefined;
    return {
      metrics: said.rates.length > 0 ? said.rates : ['rectificationRate'],
      ...filtersOf(said),
      period: said.period,
    };
  },

  async run(context) {
    const { args, at, settings, directory } = context;
    const issues = await askedIssues(args, context);
    const scope = { at, period: untilToday(args.period, at), settings };
    const metrics = metricsIn(args.metrics);
    const question: Question = { ...args, issues, metrics, scope, directory, most: settings.bulletin.mostListed };
    return {
      text: [
        ...(args.metrics.includes('replyRate') ? [NO_REPLIES] : []),
        ...(metrics.length === 0 ? [] : [figuresText(question)]),
        ...(metrics.length === 0 || scope.period !== null ? [] : [sinceText(settings, at)]),
      ].join('\n'),
    };
  },
});

/** 回复率 is one of citizens' messages (domain §5). */
const NO_REPLIES = '回复率按市民留言统计，留言登记还没有开放，暂无数据。';

interface Question extends Asked {
  readonly units: readonly string[];
  readonly groupBy?: GroupBy;
  readonly issues: readonly Issue[];
  readonly metrics: readonly Metric[];
  readonly scope: Omit<Scope, 'unit' | 'period'> & { readonly period: Period | null };
  readonly directory: Parameters<typeof territoriesOf>[0];
  readonly most: number;
}

function figuresText(question: Question): string {
  const { units, groupBy, issues, metrics, scope, directory, most } = question;
  const { at, period, settings } = scope;
  const about = askedName({ ...question, units: [] }, settings);
  const table = { title: titleOf(question, about), at, period, metrics, most };
  if (groupBy === 'town')
    return rateTable(rowsOfUnits(issues, territoriesOf(directory), scope), { ...table, total: null });
  if (groupBy !== undefined) {
    const rows = statsBy(issues, { ...scope, by: groupBy, directory });
    const shown = rows.map((row) => (isReceived(question) ? { ...row, figures: byReceipt(row.figures) } : row));
    return rateTable(shown, { ...table, total: units.length === 0 ? figuresOf(issues, scope) : null });
  }
  if (units.length > 1) return rateTable(rowsOfUnits(issues, units, scope), { ...table, total: null });
  return oneAnswer(question, askedName(question, settings));
}

/** What came in from outside: 办结率 is of all received, due or not (domain §5). */
const byReceipt = (figures: Figures): Figures => ({
  ...figures,
  closureRate: { numerator: figures.closed, denominator: figures.count },
});

const GROUP_TITLES: Readonly<Record<GroupBy, string>> = {
  unit: '各单位',
  town: '各街道乡镇',
  category: '各类问题',
  site: '各点位',
  team: '各督查组',
};

function titleOf({ groupBy, metrics }: Question, about: string | null): string {
  const names = metrics.map((metric) => METRIC_NAMES[metric]).join('、');
  return `${groupBy === undefined ? '' : GROUP_TITLES[groupBy]}${names}${about === null ? '' : `：${about}`}`;
}

/** One scope: the figure asked for first, what is open, what is left out (domain §12 答复整改率). */
function oneAnswer(question: Question, about: string | null): string {
  const { issues, metrics, scope, units, most } = question;
  const figures = figuresOf(issues, { ...scope, unit: units[0] });
  const byReceived = isReceived(question) && metrics.includes('closureRate') && figures.count > 0;
  const lead = metrics.find((metric) => metric === 'closureRate' && !byReceived) ?? metrics[0] ?? 'rectificationRate';
  const metric = byReceived && lead === 'closureRate' ? 'rectificationRate' : lead;
  const isBare = metrics.includes('onTimeRate') && metric !== 'onTimeRate' && figures.onTimeRate.denominator === 0;
  return [
    ...(byReceived ? [`${about ?? '全市'}办结率 ${rateText(byReceipt(figures).closureRate)}，按收到的件数计。`] : []),
    rateAnswer(issues, { ...scope, unit: units[0], about: about ?? undefined, metric, most }),
    ...(isBare && figures.count > 0 ? ['按期整改率：还没有可计算的问题。'] : []),
  ].join('\n');
}
