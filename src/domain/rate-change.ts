/** 两期对比: a rate of one period beside the same rate of the period before, and the difference in percentage points. */
import { figuresOf } from './figures.ts';
import type { Period } from './figures.ts';
import type { Issue } from './issue.ts';
import { METRIC_NAMES, metricOf } from './ranking.ts';
import type { Metric } from './ranking.ts';
import { percentText, rateText } from './rate.ts';
import type { Rate } from './rate.ts';
import type { Settings } from './settings.ts';
import { dayOf, periodText, stampText } from './shanghai.ts';

export interface RateChange {
  readonly period: Period;
  readonly against: Period;
  readonly metric: Metric;
  readonly units: readonly string[];
  /** What else narrows the problems: 公益广告, 督查一组; null: nothing. */
  readonly about: string | null;
  /** 多了还是少了: how many there were is told first. */
  readonly counts?: boolean;
  readonly at: Date;
  readonly settings: Settings;
}

/** `市城管局整改率：11月16—22日 50.0%(4/8)，11月9—15日 40.0%(2/5)，提高10.0个百分点。`, a line a unit; without units the whole. */
export function rateChangeAnswer(issues: readonly Issue[], question: RateChange): string {
  const { units, about, at } = question;
  const names = units.length > 0 ? units : [undefined];
  const lines = names.map((unit) => {
    const who = [unit, about].filter((word) => word !== undefined && word !== null).join('、');
    const counted = question.counts === true ? countText(issues, unit, question) : '';
    return `${who === '' ? '全市' : who}${counted}${changeText(issues, unit, question)}`;
  });
  return [...lines, `按各期交办的问题计（截至${stampText(at)}）。`].join('\n');
}

function changeText(issues: readonly Issue[], unit: string | undefined, question: RateChange): string {
  const { metric, period, against, at, settings } = question;
  const rateIn = (days: Period): Rate => metricOf(figuresOf(issues, { at, settings, unit, period: days }), metric);
  const [now, before] = [rateIn(period), rateIn(against)];
  const named = (days: Period, rate: Rate): string =>
    `${periodText(days.from, days.to, dayOf(at))} ${rate.denominator === 0 ? '无可计算的问题' : rateText(rate)}`;
  const change = differenceText(now, before);
  return `${METRIC_NAMES[metric]}：${named(period, now)}，${named(against, before)}${change === null ? '' : `，${change}`}。`;
}

/** `交办：11月22日 1件，11月21日 4件，少3件；` */
function countText(issues: readonly Issue[], unit: string | undefined, question: RateChange): string {
  const { period, against, at, settings } = question;
  const countIn = (days: Period): number => figuresOf(issues, { at, settings, unit, period: days }).count;
  const [now, before] = [countIn(period), countIn(against)];
  const named = (days: Period, count: number): string => `${periodText(days.from, days.to, dayOf(at))} ${count}件`;
  const change = now === before ? '一样多' : `${now > before ? '多' : '少'}${Math.abs(now - before)}件`;
  return `交办：${named(period, now)}，${named(against, before)}，${change}；`;
}

/** Of the figures as they are shown, so that whoever reads them can reckon it again. Null where one of them is none. */
function differenceText(now: Rate, before: Rate): string | null {
  const [a, b] = [percentText(now), percentText(before)];
  if (a === null || b === null) return null;
  const tenths = Math.round(Number.parseFloat(a) * 10) - Math.round(Number.parseFloat(b) * 10);
  if (tenths === 0) return '持平';
  return `${tenths > 0 ? '提高' : '下降'}${(Math.abs(tenths) / 10).toFixed(1)}个百分点`;
}
