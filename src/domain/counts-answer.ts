/** 答复数量: how many problems were logged, how many places were seen, and what became of them (domain §5). */
import { periodName } from './answers.ts';
import { figuresOf } from './figures.ts';
import type { Figures, Period } from './figures.ts';
import type { Issue } from './issue.ts';
import { rateText } from './rate.ts';
import type { Settings } from './settings.ts';
import { stampText } from './shanghai.ts';
import { loggedIn, siteCount } from './stats.ts';

export interface CountsQuestion {
  /** 督查二组, 人民路; null: the whole city. */
  readonly about: string | null;
  /** What is asked for, in the words of the corpus; what is no count is passed over. */
  readonly metrics: readonly string[];
  readonly at: Date;
  readonly period: Period | null;
  readonly settings: Settings;
  readonly unit?: string | undefined;
}

/** `督查二组 11月16—22日：查了3个点位，登记问题5件。` and a line on how they stand. */
export function countsAnswer(issues: readonly Issue[], question: CountsQuestion): string {
  const { about, metrics, at, period, settings, unit } = question;
  const figures = figuresOf(issues, { at, period, settings, unit });
  const counts: Readonly<Record<string, () => string>> = {
    siteCount: () => `查了${siteCount(issues, { at, period, settings })}个点位`,
    loggedCount: () => `登记问题${loggedIn(issues, period, at).length}件`,
    openCount: () => `未销号${figures.count - figures.closed}件`,
    overdueCount: () => `超期未整改${figures.overdueOpen}件`,
    reboundCount: () => `反弹${figures.rebounds}件`,
  };
  const asked = metrics.flatMap((metric) => counts[metric]?.() ?? []);
  const head = `${about ?? '全市'} ${periodName(period, at)}：${asked.join('，')}。`;
  return [head, ...standing(figures), `（截至${stampText(at)}）`].join('\n');
}

function standing(figures: Figures): readonly string[] {
  if (figures.count === 0) return [];
  const { count, closed, reported, claimed, unclaimed, overdueOpen, fixedOnSpot, leftOut } = figures;
  const parts = [
    `已销号${closed}件${fixedOnSpot > 0 ? `（现场整改${fixedOnSpot}件）` : ''}`,
    ...(reported > 0 ? [`待核查${reported}件`] : []),
    ...(claimed > 0 ? [`整改中${claimed}件`] : []),
    ...(unclaimed > 0 ? [`待认领${unclaimed}件`] : []),
    ...(overdueOpen > 0 ? [`其中超期${overdueOpen}件`] : []),
    ...(leftOut.suspended > 0 ? [`另有挂账${leftOut.suspended}件`] : []),
  ];
  return [`交办${count}件：${parts.join('，')}；整改率 ${rateText(figures.rectificationRate)}。`];
}
