import type { Directory } from './city.ts';
import { figuresOf } from './figures.ts';
import type { Figures, Scope } from './figures.ts';
import type { Issue } from './issue.ts';
import { compareRates, isAtLeast } from './rate.ts';
import type { Rate } from './rate.ts';
import type { Settings } from './settings.ts';

/** What can be ranked and asked for, in the words of the corpus. */
export type Metric =
  | 'rectificationRate'
  | 'reportedRate'
  | 'closureRate'
  | 'onTimeRate'
  | 'lateRate'
  | 'returnRate'
  | 'reboundRate'
  | 'claimRate'
  | 'openCount'
  | 'overdueCount'
  | 'loggedCount'
  | 'reboundCount';

export const METRIC_NAMES: Readonly<Record<Metric, string>> = {
  rectificationRate: '整改率',
  reportedRate: '申报整改率',
  closureRate: '办结率',
  onTimeRate: '按期整改率',
  lateRate: '逾期率',
  returnRate: '返工率',
  reboundRate: '反弹率',
  claimRate: '认领及时率',
  openCount: '未销号',
  overdueCount: '超期未整改',
  loggedCount: '交办',
  reboundCount: '反弹',
};

/** The metric of a scope as a rate; counts are so many of one. */
export function metricOf(figures: Figures, metric: Metric): Rate {
  switch (metric) {
    case 'openCount':
      return { numerator: figures.count - figures.closed, denominator: 1 };
    case 'overdueCount':
      return { numerator: figures.overdueOpen, denominator: 1 };
    case 'loggedCount':
      return { numerator: figures.count, denominator: 1 };
    case 'reboundCount':
      return { numerator: figures.rebounds, denominator: 1 };
    default:
      return figures[metric];
  }
}

/** The figures among the words of a reading; 回复率 and 点位数 are told elsewhere. */
export const metricsIn = (words: readonly string[]): readonly Metric[] =>
  words.filter((word): word is Metric => Object.hasOwn(METRIC_NAMES, word));

/** Whether the metric is a count and not a share. */
export const isCount = (metric: Metric): boolean => metric.endsWith('Count');

export interface RankRow {
  readonly unit: string;
  /** Ties share a place: 1, 1, 3. */
  readonly place: number;
  readonly value: Rate;
  readonly figures: Figures;
}

export interface Ranking {
  /** Ranking group: 部门, 街道乡镇. */
  readonly group: string;
  readonly metric: Metric;
  readonly rows: readonly RankRow[];
  /** Units of the group with nothing to rank by (N = 0, or nothing settled yet). */
  readonly leftOut: readonly string[];
}

export interface RankingQuestion extends Omit<Scope, 'unit'> {
  readonly directory: Directory;
  readonly metric: Metric;
  /** Only this group; absent: every group apart. */
  readonly group?: string | undefined;
  /** `desc`: the highest value first (default). */
  readonly order?: 'asc' | 'desc' | undefined;
}

/** 排名 (domain §5): groups are kept apart, ties share a place and stand in the order of N, units without problems are left out. */
export function rankingOf(issues: readonly Issue[], question: RankingQuestion): readonly Ranking[] {
  const groups = question.group === undefined ? question.directory.rankingGroups : [question.group];
  return groups.map((group) => rankGroup(issues, group, question));
}

function rankGroup(issues: readonly Issue[], group: string, question: RankingQuestion): Ranking {
  const { directory, metric, order = 'desc', at, period, settings } = question;
  const sign = order === 'desc' ? -1 : 1;
  const units = directory.unitsOfRankingGroup(group).map(({ name }) => name);
  const all = units.map((unit) => {
    const figures = figuresOf(issues, { at, period, settings, unit });
    return { unit, figures, value: metricOf(figures, metric) };
  });
  const rows = all
    .filter(({ figures, value }) => figures.count > 0 && value.denominator > 0)
    .toSorted((a, b) => sign * compareRates(a.value, b.value) || b.figures.count - a.figures.count);
  const ranked = new Set(rows.map(({ unit }) => unit));
  return {
    group,
    metric,
    rows: rows.map((row) => ({
      ...row,
      place: rows.findIndex((other) => compareRates(other.value, row.value) === 0) + 1,
    })),
    leftOut: units.filter((unit) => !ranked.has(unit)),
  };
}

/** 红黑榜 of one group. Units under the least number of problems stand on neither. */
export interface Boards {
  readonly group: string;
  readonly red: readonly RankRow[];
  readonly black: readonly RankRow[];
}

/** 红黑榜 by threshold or by place, as the setting says (domain §5). The ranking is one of a rate, highest first. */
export function boardsOf(ranking: Ranking, settings: Settings): Boards {
  const boards = settings.figures.boards;
  const rows = ranking.rows.filter(({ figures }) => figures.count >= boards.least);
  if (boards.kind === 'threshold') {
    return {
      group: ranking.group,
      red: rows.filter(({ value }) => isAtLeast(value, boards.red)),
      black: rows.filter(({ value }) => !isAtLeast(value, boards.black)),
    };
  }
  const red = rows.slice(0, boards.first);
  // A short list must not put a unit on both boards.
  const black = boards.last === 0 ? [] : rows.slice(red.length).slice(-boards.last);
  return { group: ranking.group, red, black };
}
