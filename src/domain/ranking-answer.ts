/** 排名的答复: the ends of a ranking, one unit's place in it, 红黑榜 (domain §5, §12). Units by results, never persons (§13.5). */
import { boardsAnswer, periodName } from './answers.ts';
import type { Period } from './figures.ts';
import { isCount, METRIC_NAMES } from './ranking.ts';
import type { Boards, Ranking, RankRow } from './ranking.ts';
import { compareRates, rateText } from './rate.ts';
import type { Settings } from './settings.ts';
import { stampText } from './shanghai.ts';
import { listed } from './wording.ts';

export interface Ends {
  /** `asc`: from the other end. */
  readonly order?: 'asc' | 'desc' | undefined;
  /** 前五名, 倒数5名: so many of each group, and who shares the last place shown. */
  readonly limit?: number | undefined;
}

export interface ShortRanking extends Ranking {
  /** So many more share the last place that is shown; absent: none. */
  readonly tied?: number;
}

/** Rankings cut to what was asked for. Places stay those of the whole ranking: the last of twelve is the twelfth. */
export function shortRankings(rankings: readonly Ranking[], ends: Ends): readonly ShortRanking[] {
  const filled = rankings.filter(({ rows }) => rows.length > 0);
  return (filled.length > 0 ? filled : rankings).map((ranking) => {
    const rows = fromEnd(ranking, ends);
    if (ends.limit !== undefined) return { ...ranking, ...withTies(rows, ends.limit), leftOut: [] };
    return { ...ranking, rows, leftOut: ranking.leftOut.length === 0 ? [] : [listed(ranking.leftOut, 5)] };
  });
}

/** Who has none of what is counted is not among those with most of it. */
function fromEnd({ rows, metric }: Ranking, { order = 'desc', limit }: Ends): readonly RankRow[] {
  if (order === 'asc')
    return rows.toSorted((a, b) => compareRates(a.value, b.value) || b.figures.count - a.figures.count);
  return isCount(metric) && limit !== undefined ? rows.filter(({ value }) => value.numerator > 0) : rows;
}

/** Who shares the last place shown is shown too, or counted where they are many. */
function withTies(rows: readonly RankRow[], count: number): Pick<ShortRanking, 'rows' | 'tied'> {
  const last = rows[count - 1];
  if (last === undefined) return { rows };
  const ties = rows.slice(count).filter(({ value }) => compareRates(value, last.value) === 0);
  return ties.length > MOST_TIES
    ? { rows: rows.slice(0, count), tied: ties.length }
    : { rows: [...rows.slice(0, count), ...ties] };
}

/** More on one place would fill the screen. */
const MOST_TIES = 3;

/** `市城管局：整改率 50.0%(4/8)，部门第3名（共12家）`: where single units stand. */
export function placeOfUnits(
  units: readonly string[],
  rankings: readonly Ranking[],
  { at, period }: { readonly at: Date; readonly period: Period | null },
): string {
  const metric = rankings[0]?.metric ?? 'rectificationRate';
  const lines = units.map((unit) => {
    for (const { group, rows } of rankings) {
      const row = rows.find((each) => each.unit === unit);
      if (row === undefined) continue;
      const value = isCount(metric) ? `${row.value.numerator}件` : rateText(row.value);
      return `${unit}：${METRIC_NAMES[metric]} ${value}，${group}第${row.place}名（共${rows.length}家）`;
    }
    return `${unit}：本期无交办问题，不参加排名`;
  });
  return [`【${METRIC_NAMES[metric]}排名】${periodName(period, at)}（截至${stampText(at)}）`, ...lines].join('\n');
}

export interface BoardWording {
  readonly board: 'redBlack' | 'red' | 'black';
  readonly at: Date;
  readonly period: Period | null;
  readonly settings: Settings;
}

/** 红黑榜, 红榜 or 黑榜, with the rule it was made by. */
export function boardText(boards: readonly Boards[], { board, at, period, settings }: BoardWording): string {
  const shown = boards.filter(({ red, black }) => red.length + black.length > 0);
  const whole = boardsAnswer(shown.length > 0 ? shown : boards, { at, period });
  const hidden = board === 'red' ? '黑榜：' : board === 'black' ? '红榜：' : null;
  const lines = whole.split('\n').filter((line) => hidden === null || !line.startsWith(hidden));
  return [...lines, ruleText(settings)].join('\n');
}

function ruleText({ figures: { boards } }: Settings): string {
  const least = `不足${boards.least}件的不上榜`;
  return boards.kind === 'threshold'
    ? `整改率${boards.red}%以上为红榜，低于${boards.black}%为黑榜，${least}。`
    : `各组前${boards.first}名为红榜，后${boards.last}名为黑榜，${least}。`;
}
