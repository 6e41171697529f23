/** 分项答复: the same figure for several units, towns, categories or places, each with its fraction (domain §5, §12). */
import { leftOutParts, metricText, periodName } from './answers.ts';
import { figuresOf } from './figures.ts';
import type { Figures, Period, Scope } from './figures.ts';
import type { Issue } from './issue.ts';
import { compareRates } from './rate.ts';
import { isCount, METRIC_NAMES, metricOf } from './ranking.ts';
import type { Metric } from './ranking.ts';
import { stampText } from './shanghai.ts';
import { listed } from './wording.ts';

export interface RateRow {
  readonly name: string;
  readonly figures: Figures;
}

/** Rows of named units, in the order given; the ones without problems too. */
export const rowsOfUnits = (
  issues: readonly Issue[],
  units: readonly string[],
  scope: Omit<Scope, 'unit'>,
): readonly RateRow[] => units.map((unit) => ({ name: unit, figures: figuresOf(issues, { ...scope, unit }) }));

export interface RateTableWording {
  /** What it is about: 各街道乡镇, 公益广告. */
  readonly title: string;
  readonly at: Date;
  readonly period: Period | null;
  readonly metrics: readonly Metric[];
  /** Rows shown; how many more there are is told. */
  readonly most: number;
  /** 最多的一类, 前三: so many were asked for. */
  readonly limit?: number | undefined;
  /** The figure of all together, each problem once; null: not shown. */
  readonly total: Figures | null;
  /** `asc`: the lowest first. */
  readonly order?: 'asc' | 'desc' | undefined;
}

/** A line a row, the best first; who has no problems is named at the end. */
export function rateTable(rows: readonly RateRow[], wording: RateTableWording): string {
  const { at, metrics, most, period, title, total, limit, order = 'desc' } = wording;
  const first = metrics[0] ?? 'rectificationRate';
  const compare = byMetric(first, order);
  const counted = rows
    .filter(({ figures }) => figures.count > 0 && isWorthTelling(figures, first, order))
    .toSorted((a, b) => compare(a.figures, b.figures));
  const empty = rows.filter(({ figures }) => figures.count === 0).map(({ name }) => name);
  const head = `【${title}】${periodName(period, at)}（截至${stampText(at)}）`;
  const isNone = counted.length === 0 && empty.length < rows.length;
  if (rows.length === 0) return `${head}\n本期无交办问题。`;
  return [
    head,
    ...counted.slice(0, limit ?? most).map(({ name, figures }) => `${name}：${rowText(figures, metrics)}`),
    ...(limit === undefined && counted.length > most ? [`另有${counted.length - most}项`] : []),
    ...(isNone ? [`${METRIC_NAMES[first]}：没有`] : []),
    ...(total === null ? [] : [`合计：${rowText(total, metrics)}`]),
    ...(empty.length === 0 ? [] : [`本期无交办问题：${listed(empty, MOST_EMPTY)}`]),
  ].join('\n');
}

/** Units without problems that are named. */
const MOST_EMPTY = 8;

/** Who has none of what is counted is not among those with most of it. */
const isWorthTelling = (figures: Figures, metric: Metric, order: 'asc' | 'desc'): boolean =>
  order === 'asc' || !isCount(metric) || metricOf(figures, metric).numerator > 0;

/** Shares of nothing stand last either way; equal ones in the order of N. */
function byMetric(metric: Metric, order: 'asc' | 'desc'): (a: Figures, b: Figures) => number {
  const sign = order === 'desc' ? 1 : -1;
  return (a, b) => {
    const [left, right] = [metricOf(a, metric), metricOf(b, metric)];
    if (left.denominator === 0 || right.denominator === 0) return right.denominator - left.denominator;
    return sign * compareRates(right, left) || b.count - a.count;
  };
}

function rowText(figures: Figures, metrics: readonly Metric[]): string {
  const beside = leftOutParts(figures.leftOut);
  const rates = metrics.map((metric) => metricText(figures, metric)).join('，');
  return `${rates}${beside.length === 0 ? '' : `；另${beside.join('、')}`}`;
}
