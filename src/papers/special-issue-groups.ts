/** 整改情况 of a paper: how many units it concerns, each ranking group with who is above and below the lines, and the tasks (domain §12). Pure. */
import { figuresOf } from '../domain/figures.ts';
import { boardsOf, rankingOf } from '../domain/ranking.ts';
import type { Ranking, RankRow } from '../domain/ranking.ts';
import { listed } from '../domain/wording.ts';
import type { PartsGround } from './special-issue-parts.ts';
import { paperRate, ratesText, referTo } from './special-issue-wording.ts';
import { taskProgressTable, taskStateText } from './task-tables.ts';

/** Units a paragraph names of each board. */
const MOST_UNITS = 6;

/** One item for the whole, one for each ranking group with problems, one for the tasks. */
export function byGroup(ground: PartsGround): readonly string[] {
  const { at, period, settings, directory, issues } = ground;
  const rankings = rankingOf(issues, { at, period, settings, directory, metric: 'rectificationRate' });
  const filled = rankings.filter(({ rows }) => rows.length > 0);
  return [...overview(filled, ground), ...filled.map((ranking) => groupText(ranking, ground)), ...taskItem(ground)];
}

/** `总体情况。本期35家单位有交办的问题，其中部门22家、街道乡镇13家。各单位整改情况见附件1。` */
function overview(rankings: readonly Ranking[], { attachments }: PartsGround): readonly string[] {
  const table = attachments.find(({ title }) => title === '单位整改情况表');
  if (table === undefined) return ['总体情况。本期各单位均没有交办的问题。'];
  const groups = rankings.map(({ group, rows }) => `${group}${rows.length}家`);
  const others = table.rows.length - rankings.reduce((sum, { rows }) => sum + rows.length, 0);
  const all = others === 0 ? groups : [...groups, `其他单位${others}家`];
  const which = all.length === 1 ? '' : `，其中${all.join('、')}`;
  return [
    `总体情况。本期${table.rows.length}家单位有交办的问题${which}。各单位整改情况${referTo(table.title, attachments).replace(/^，/, '')}。`,
  ];
}

function groupText(ranking: Ranking, { at, period, settings, issues }: PartsGround): string {
  const units = new Set(ranking.rows.map(({ unit }) => unit));
  const total = figuresOf(
    issues.filter((issue) => issue.units.some((unit) => units.has(unit))),
    { at, period, settings },
  );
  const { boards } = settings.figures;
  const { red, black } = boardsOf(ranking, settings);
  const [high, low] =
    boards.kind === 'threshold'
      ? [`整改率${boards.red}%及以上的有`, `低于${boards.black}%的有`]
      : ['居前的有', '居后的有'];
  const ends = [
    ...(red.length === 0 ? [] : [`${high}${listed(red.map(rowText), MOST_UNITS)}`]),
    ...(black.length === 0 ? [] : [`${low}${listed(black.toReversed().map(lowText), MOST_UNITS)}`]),
  ];
  return [
    `${ranking.group}。本期交办${total.count}件，已销号${total.closed}件${ratesText(total)}。`,
    ...(ends.length === 0 ? [] : [`交办${boards.least}件及以上的单位中，${ends.join('；')}。`]),
    ...withoutText(ranking.leftOut),
  ].join('');
}

/** A few by name; of many only how many. */
function withoutText(units: readonly string[]): readonly string[] {
  if (units.length === 0) return [];
  return [`${units.length > MOST_UNITS ? `其余${units.length}家` : units.join('、')}本期没有交办的问题。`];
}

const rowText = ({ unit, value }: RankRow): string => `${unit}${paperRate(value)}`;

/** `市城管局42.86%（6/14，超期3件）`: a low rate with nothing overdue is another thing than one with many. */
function lowText({ unit, value, figures: { overdueOpen } }: RankRow): string {
  const rate = paperRate(value);
  return `${unit}${overdueOpen === 0 ? rate : rate.replace('）', `，超期${overdueOpen}件）`)}`;
}

/** `任务进展。任务分解表所列8项任务，已完成2项、推进中5项、逾期1项（市住建局），见附件2。` */
function taskItem({ tasks, at, attachments }: PartsGround): readonly string[] {
  const { title } = taskProgressTable(tasks, at);
  const refer = referTo(title, attachments);
  if (refer === '') return [];
  const running = tasks.filter(({ state }) => state !== 'withdrawn');
  const counts = ['已完成', '推进中', '未启动', '逾期'].flatMap((name) => {
    const own = running.filter((task) => taskStateText(task, at) === name);
    if (own.length === 0) return [];
    const units = [...new Set(own.flatMap((task) => task.units))];
    return [`${name}${own.length}项${name === '逾期' ? `（${listed(units, MOST_UNITS)}）` : ''}`];
  });
  return [`任务进展。任务分解表所列任务${running.length}项，${counts.join('、')}${refer}。`];
}
