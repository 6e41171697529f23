/** 问比率: 整改率, 按期整改率, 办结率, 回复率. */
import { rateAnswer } from '../../src/domain/answers.ts';
import { askedName, isReceived, sinceText, untilToday } from '../../src/domain/asked.ts';
import type { Asked } from '../../src/domain/asked.ts';
import { citizenRateAnswer } from '../../src/domain/citizen-rate-answer.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import type { Figures, Period, Scope } from '../../src/domain/figures.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { METRIC_NAMES, metricsIn } from '../../src/domain/ranking.ts';
import type { Metric } from '../../src/domain/ranking.ts';
import { rateText } from '../../src/domain/rate.ts';
import { rateTable, rowsOfUnits } from '../../src/domain/rate-table.ts';
import { statsBy, territoriesOf } from '../../src/domain/stats.ts';
import type { GroupBy } from '../../src/domain/stats.ts';
import { askedIssues, requireInsider } from './asked-issues.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';
import type { Filters } from '../filters.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { rateChangeAnswer } from '../../src/domain/rate-change.ts';
import { comparedIn } from '../../src/reading/comparing.ts';

export default defineCommand<RateArgs>({
  id: 'query.rate',
  summary: '问整改率、按期整改率、办结率',
  examples: ['城管局整改率多少', '各乡镇上周整改率', '住建局11月份按期整改率', '整改率比上周提高了多少'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.rate') return undefined;
    return {
      metrics: said.rates.length > 0 ? said.rates : ['rectificationRate'],
      ...filtersOf(said),
      period: said.period,
      ...comparedIn(said.text, said.heard.sentAt),
    };
  },

  async run(context) {
    const { args, at, settings, directory, store, said } = context;
    if (args.against !== undefined) return { text: await changeAnswer(context) };
    const period = untilToday(args.period, at);
    const since = period === null ? [sinceText(settings, at)] : [];
    const isOfMessages = args.source === 'citizen' || args.source === '12345';
    const figures = metricsIn(args.metrics).filter((metric) => !isOfMessages || metric !== 'closureRate');
    const lines: string[] = [];
    if (args.metrics.includes('replyRate') || isOfMessages) {
      requireInsider(context.by);
      const channel = args.source === '12345' ? args.source : null;
      const messages = await store.citizens.list({});
      lines.push(citizenRateAnswer(messages, { at, period, settings, units: args.units, channel }));
    }
    if (figures.length > 0) {
      const group = directory.rankingGroups.find((name) => said.text.includes(`各${name}`));
      const asked = group === undefined ? args : { ...args, siteTypes: [] };
      const issues = await askedIssues(asked, context);
      const scope = { at, period, settings };
      const most = settings.bulletin.mostListed;
      lines.push(figuresText({ ...asked, group, issues, metrics: figures, scope, directory, most }));
    }
    return { text: [...lines, ...since].join('\n') };
  },
});

interface RateArgs extends Filters {
  readonly metrics: readonly string[];
  readonly period: Period | null;
  /** 比上周: the period it is held against. */
  readonly against?: Period;
}

async function changeAnswer(context: RunContext<RateArgs>): Promise<string> {
  const { args, at, settings, said } = context;
  const { period, against, units, metrics } = args;
  if (period === null || against === undefined) throw new Error('a comparison has two periods');
  const issues = await askedIssues(args, context);
  const about = askedName({ ...args, units: [] }, settings);
  const metric = metricsIn(metrics)[0] ?? 'rectificationRate';
  const now = untilToday(period, at) ?? period;
  return rateChangeAnswer(issues, {
    period: now,
    against,
    metric,
    units,
    about,
    at,
    settings,
    // 多了还是少了, 比上周少了没: of how many.
    counts: said.rates.length === 0 && /[多少]了|多少件|数量/.test(said.text),
  });
}

interface Question extends Asked {
  readonly units: readonly string[];
  readonly groupBy?: GroupBy;
  /** 各部门, 各社区: a line for each unit of one ranking group. */
  readonly group: string | undefined;
  readonly issues: readonly Issue[];
  readonly metrics: readonly Metric[];
  readonly scope: Omit<Scope, 'unit' | 'period'> & { readonly period: Period | null };
  readonly directory: Parameters<typeof territoriesOf>[0];
  readonly most: number;
}

function figuresText(question: Question): string {
  const { units, groupBy, group, issues, metrics, scope, directory, most } = question;
  const { at, period, settings } = scope;
  const about = askedName({ ...question, units: [] }, settings);
  const table = { title: titleOf(question, about), at, period, metrics, most };
  if (group !== undefined) {
    const names = directory.unitsOfRankingGroup(group).map(({ name }) => name);
    return rateTable(rowsOfUnits(issues, names, scope), { ...table, total: null });
  }
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
  source: '各来源',
};

function titleOf({ groupBy, group, metrics }: Question, about: string | null): string {
  const names = metrics.map((metric) => METRIC_NAMES[metric]).join('、');
  const each = group === undefined ? (groupBy === undefined ? '' : GROUP_TITLES[groupBy]) : `各${group}`;
  return `${each}${names}${about === null ? '' : `：${about}`}`;
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
