/** 分项答复: the same figure for several units, towns, categories or places, each with its fraction (domain §5, §12). */
import { leftOutParts, metricText, periodName } from './answers.ts';
import { figuresOf } from './figures.ts';
import type { Figures, Period, Scope } from './figures.ts';
import type { Issue } from './issue.ts';
import { compareRates } from './rate.ts';
import { metricOf } from './ranking.ts';
import type { Metric } from './ranking.ts';
import { stampText } from './shanghai.ts';

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
  /** Rows shown. */
  readonly most: number;
  /** The figure of all together, each problem once; null: not shown. */
  readonly total: Figures | null;
  /** `asc`: the lowest first. */
  readonly order?: 'asc' | 'desc' | undefined;
}

/** A line a row, the best first; who has no problems is named at the end. */
export function rateTable(rows: readonly RateRow[], wording: RateTableWording): string {
  const { at, metrics, most, period, title, total, order = 'desc' } = wording;
  const compare = byMetric(metrics[0] ?? 'rectificationRate', order);
  const counted = rows.filter(({ figures }) => figures.count > 0).toSorted((a, b) => compare(a.figures, b.figures));
  const empty = rows.filter(({ figures }) => figures.count === 0).map(({ name }) => name);
  const head = `【${title}】${periodName(period, at)}（截至${stampText(at)}）`;
  if (counted.length === 0) return `${head}\n本期无交办问题。`;
  return [
    head,
    ...counted.slice(0, most).map(({ name, figures }) => `${name}：${rowText(figures, metrics)}`),
    ...(counted.length > most ? [`另有${counted.length - most}项`] : []),
    ...(total === null ? [] : [`合计：${rowText(total, metrics)}`]),
    ...(empty.length === 0 ? [] : [`本期无交办问题：${empty.join('、')}`]),
  ].join('\n');
}

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
