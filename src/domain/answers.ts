/** 答复: the texts that answer a question about figures (domain §12). A rate comes with its fraction, what is left out, and the as-of time. */
import { figuresOf } from './figures.ts';
import type { Figures, LeftOut, Period, Scope } from './figures.ts';
import type { Issue } from './issue.ts';
import { isCount, METRIC_NAMES, metricOf } from './ranking.ts';
import type { Boards, Metric, RankRow, Ranking } from './ranking.ts';
import { rateText } from './rate.ts';
import { dayOf, periodText, stampText } from './shanghai.ts';
import type { GroupBy, StatsRow } from './stats.ts';
import { byPressure, standingText } from './wording.ts';

export interface RateQuestion extends Scope {
  /** Who or what is asked about, where it is not simply the unit: 督查一组, 人民路, 公益广告. */
  readonly about?: string | undefined;
  /** The figure asked for; it comes first. */
  readonly metric?: Metric | undefined;
  /** How many open problems are listed. */
  readonly most: number;
}

/** 答复整改率 of the issues as they stood at T: rates, what is open, what is left out, how far to 100 %. */
export function rateAnswer(issues: readonly Issue[], question: RateQuestion): string {
  const { at, metric = 'rectificationRate', most } = question;
  const figures = figuresOf(issues, question);
  const head = `${question.about ?? question.unit ?? '全市'} ${periodName(figures.period, at)}：`;
  const asOf = `（截至${stampText(at)}）`;
  if (figures.count === 0) return [`${head}本期无交办问题${leftOutClause(figures.leftOut)}。`, asOf].join('\n');
  return [
    `${head}${rateClauses(figures, metric)}`,
    ...openClause(issues, figures, at, most),
    ...leftOutLine(figures),
    asOf,
  ].join('\n');
}

/** `11月16—22日`, or 累计 where no period was named. */
export const periodName = (period: Period | null | undefined, at: Date): string =>
  period === null || period === undefined ? '累计' : periodText(period.from, period.to, dayOf(at));

/** `整改率 50.0%(4/8)`, `超期未整改 3件`; a share of nothing says so. */
export function metricText(figures: Figures, metric: Metric): string {
  const value = metricOf(figures, metric);
  if (isCount(metric)) return `${METRIC_NAMES[metric]} ${value.numerator}件`;
  return value.denominator === 0
    ? `${METRIC_NAMES[metric]} 暂无可计算的问题`
    : `${METRIC_NAMES[metric]} ${rateText(value)}`;
}

function rateClauses(figures: Figures, metric: Metric): string {
  const clauses = [
    ...(metric === 'rectificationRate' ? [] : [`${metricText(figures, metric)}；`]),
    `整改率 ${rateText(figures.rectificationRate)}，含待核查 ${rateText(figures.reportedRate)}`,
    ...(metric === 'onTimeRate' || figures.onTimeRate.denominator === 0
      ? []
      : [`；按期 ${rateText(figures.onTimeRate)}`]),
  ];
  return clauses.join('');
}

function openClause(issues: readonly Issue[], figures: Figures, at: Date, most: number): readonly string[] {
  const nos = new Set(figures.issueNos);
  const open = issues.filter((issue) => nos.has(issue.no) && issue.state !== 'closed');
  if (open.length === 0) return [];
  const shown = byPressure(open, at).slice(0, most);
  const more = open.length > shown.length ? `；另有${open.length - shown.length}件` : '';
  const list = shown.map((issue) => `#${issue.no} ${standingText(issue, at)}`).join('；');
  return [`未销号${open.length}件：${list}${more}`];
}

function leftOutLine(figures: Figures): readonly string[] {
  const parts = leftOutParts(figures.leftOut);
  const { numerator, denominator } = figures.rectificationRate;
  const left = denominator - numerator;
  const sentences = [
    ...(parts.length === 0 ? [] : [`另：${parts.join('，')}，不计入。`]),
    ...(left === 0 ? [] : [`再销号${left}件可到100%。`]),
  ];
  return sentences.length === 0 ? [] : [sentences.join('')];
}

function leftOutClause(leftOut: LeftOut): string {
  const parts = leftOutParts(leftOut);
  return parts.length === 0 ? '' : `（${parts.join('，')}，不计入）`;
}

/** `挂账1件`, `撤销1件` …: what is beside the figures, nothing where there is none. */
export function leftOutParts({ suspended, withdrawn, merged, draft, moved }: LeftOut): readonly string[] {
  const all: readonly (readonly [string, number])[] = [
    ['挂账', suspended],
    ['撤销', withdrawn],
    ['合并', merged],
    ['申诉后转出', moved],
    ['待确认', draft],
  ];
  return all.filter(([, count]) => count > 0).map(([name, count]) => `${name}${count}件`);
}

export interface TableWording {
  readonly at: Date;
  readonly period: Period | null;
  /** Rows shown of each group. */
  readonly most: number;
}

/** 排名: groups apart, ties on one place, units without problems named at the end. */
export function rankingAnswer(
  rankings: readonly (Ranking & { readonly tied?: number })[],
  { at, period, most }: TableWording,
): string {
  const metric = rankings[0]?.metric ?? 'rectificationRate';
  const blocks = rankings.flatMap((ranking) => [
    `${ranking.group}：${ranking.rows.length === 0 ? '本期无交办问题' : ''}`,
    ...ranking.rows.slice(0, most).map((row) => `${row.place}. ${rankText(row, metric)}`),
    ...(ranking.rows.length > most ? [`另有${ranking.rows.length - most}家`] : []),
    ...(ranking.tied === undefined ? [] : [`另有${ranking.tied}家并列`]),
    ...(ranking.rows.length > 0 && ranking.leftOut.length > 0 ? [`不参加排名：${ranking.leftOut.join('、')}`] : []),
  ]);
  return [`【${METRIC_NAMES[metric]}排名】${periodName(period, at)}（截至${stampText(at)}）`, ...blocks].join('\n');
}

const rankText = (row: RankRow, metric: Metric): string =>
  isCount(metric) ? `${row.unit} ${row.value.numerator}件` : `${row.unit} ${rateText(row.value)}`;

/** 红黑榜 of units by results, never of persons (§13.5). */
export function boardsAnswer(boards: readonly Boards[], { at, period }: Omit<TableWording, 'most'>): string {
  const row = (rows: readonly RankRow[]): string =>
    rows.length === 0 ? '无' : rows.map((each) => rankText(each, 'rectificationRate')).join('、');
  return [
    `【红黑榜】${periodName(period, at)}整改率（截至${stampText(at)}）`,
    ...boards.flatMap((board) => [board.group, `红榜：${row(board.red)}`, `黑榜：${row(board.black)}`]),
  ].join('\n');
}

const BY_NAMES: Readonly<Record<GroupBy, string>> = {
  unit: '单位',
  town: '街道乡镇',
  source: '来源',
  category: '类别',
  site: '点位',
  team: '督查组',
};

/** 分类统计: one line a row, the fullest first. */
export function statsAnswer(rows: readonly StatsRow[], by: GroupBy, { at, period, most }: TableWording): string {
  const head = `【按${BY_NAMES[by]}统计】${periodName(period, at)}（截至${stampText(at)}）`;
  if (rows.length === 0) return `${head}\n本期无交办问题。`;
  const lines = rows.slice(0, most).map(({ name, figures }) => {
    const overdue = figures.overdueOpen > 0 ? `，超期${figures.overdueOpen}件` : '';
    return `${name} ${figures.count}件，整改率 ${rateText(figures.rectificationRate)}${overdue}`;
  });
  return [head, ...lines, ...(rows.length > most ? [`另有${rows.length - most}项`] : [])].join('\n');
}
