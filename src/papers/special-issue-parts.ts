/** The four parts of a paper, in words (domain §12): what was found, what was put right, what is wrong, what is asked. Pure. */
import { figuresOf } from '../domain/figures.ts';
import type { Figures, Period } from '../domain/figures.ts';
import { isOpen } from '../domain/issue.ts';
import type { Issue } from '../domain/issue.ts';
import { overdueOf, overdueUnits } from '../domain/lists.ts';
import { rankingOf } from '../domain/ranking.ts';
import { isAtLeast, percentText } from '../domain/rate.ts';
import type { Rate } from '../domain/rate.ts';
import { addDays, dayOf, dayText, timeText } from '../domain/shanghai.ts';
import { loggedIn, siteCount, statsBy } from '../domain/stats.ts';
import { listed } from '../domain/wording.ts';
import { changeText } from './issue-tables.ts';
import type { UnitTableQuestion } from './issue-tables.ts';
import { paperPeriodText } from './special-issue.ts';
import type { PaperPart } from './special-issue.ts';

export interface PartsQuestion extends UnitTableQuestion {
  readonly period: Period;
  /** What the period before is called: `上周`. */
  readonly beforeName: string;
  /** Days the paper gives for what is overdue. */
  readonly answerDays: number;
}

/** 基本情况、整改情况、存在问题、下步要求; `issues` are all of the campaign as they stood at T. */
export function specialIssueParts(issues: readonly Issue[], question: PartsQuestion): readonly PaperPart[] {
  return [
    { heading: '基本情况', numbering: 'plain', items: [basics(issues, question), ...soFar(issues, question)] },
    { heading: '整改情况', numbering: 'chinese', items: byGroup(issues, question) },
    { heading: '存在问题', numbering: 'arabic', items: weaknesses(issues, question) },
    { heading: '下步要求', numbering: 'arabic', items: demands(issues, question) },
  ];
}

function basics(issues: readonly Issue[], question: PartsQuestion): string {
  const { at, period, settings } = question;
  const found = loggedIn(issues, period, at);
  const figures = figuresOf(issues, { at, period, settings });
  const teams = new Set(found.flatMap(({ team }) => team ?? [])).size;
  const spots = found.filter(({ fixedOnSpot }) => fixedOnSpot).length;
  const by = teams === 0 ? '' : `${teams}个督查组`;
  const onSpot = spots === 0 ? '' : `，其中现场整改${spots}件`;
  return (
    `${paperPeriodText(period)}，${by}检查点位${siteCount(issues, question)}处，发现问题${found.length}件${onSpot}。` +
    `截至${dayText(dayOf(at))}${timeText(at)}，本期交办${figures.count}件，已销号${figures.closed}件，待核查${figures.reported}件` +
    `${ratesText(figures)}；超期未整改${figures.overdueOpen}件，挂账${figures.leftOut.suspended}件。${comparison(figures, question)}`
  );
}

/** `69.44%（25/36）`: two decimals, and the brackets of a Chinese text. */
const paperRate = (rate: Rate): string => `${percentText(rate, 2) ?? '—'}（${rate.numerator}/${rate.denominator}）`;

const ratesText = ({ rectificationRate, onTimeRate }: Figures): string =>
  rectificationRate.denominator === 0
    ? ''
    : `，整改率${paperRate(rectificationRate)}${onTimeRate.denominator === 0 ? '' : `，按期整改率${paperRate(onTimeRate)}`}`;

/** With the period before: both as they stood at the end of their own period. */
function comparison(figures: Figures, { before, beforeName, settings }: PartsQuestion): string {
  if (before === null) return '';
  const earlier = figuresOf(before.issues, { at: before.at, period: before.period, settings });
  const change = changeText(figures.rectificationRate, earlier.rectificationRate);
  const more = figures.count - earlier.count;
  const counts = more === 0 ? '交办数持平' : `交办${more > 0 ? '增加' : '减少'}${Math.abs(more)}件`;
  if (change === null) return `与${beforeName}相比，${counts}。`;
  const points = change.replace(/^[+-]/, '');
  const rate =
    Number(change) === 0 ? '整改率持平' : `整改率${change.startsWith('-') ? '下降' : '上升'}${points}个百分点`;
  return `与${beforeName}相比，${counts}，${rate}。`;
}

function soFar(issues: readonly Issue[], { at, settings, period }: PartsQuestion): readonly string[] {
  const all = figuresOf(issues, { at, settings });
  if (all.count === 0 || period.from <= settings.campaign.from) return [];
  return [
    `创建活动开展以来，累计交办${all.count}件，已销号${all.closed}件，整改率${paperRate(all.rectificationRate)}。`,
  ];
}

/** One item for each ranking group: its total, who is above and below the lines, what is overdue. */
function byGroup(issues: readonly Issue[], question: PartsQuestion): readonly string[] {
  const { at, period, settings, directory } = question;
  const { red, black } = settings.figures.boards;
  const rankings = rankingOf(issues, { at, period, settings, directory, metric: 'rectificationRate' });
  const items = rankings.flatMap(({ group, rows, leftOut }) => {
    if (rows.length === 0) return [];
    const units = new Set(rows.map(({ unit }) => unit));
    const own = issues.filter((issue) => issue.units.some((unit) => units.has(unit)));
    const total = figuresOf(own, { at, period, settings });
    const named = rows.map(({ unit, value }) => ({ text: `${unit}${paperRate(value)}`, value }));
    const good = named.filter(({ value }) => isAtLeast(value, red)).map(({ text }) => text);
    const poor = named.filter(({ value }) => !isAtLeast(value, black)).map(({ text }) => text);
    return [
      [
        `${group}。交办${total.count}件，已销号${total.closed}件${ratesText(total)}。`,
        ...(good.length === 0 ? [] : [`整改率${red}%及以上的有${good.join('、')}。`]),
        ...(poor.length === 0 ? [] : [`低于${black}%的有${poor.join('、')}。`]),
        ...(leftOut.length === 0 ? [] : [`${listed(leftOut, 5)}本期无交办问题。`]),
      ].join(''),
    ];
  });
  if (items.length === 0) return ['本期各单位均无交办问题。'];
  return items.map((item, nth) =>
    nth === items.length - 1 ? `${item}各单位整改情况见附件1，任务进展情况见附件2。` : item,
  );
}

function weaknesses(issues: readonly Issue[], question: PartsQuestion): readonly string[] {
  const { at, period, settings, directory } = question;
  const counted = new Set(figuresOf(issues, { at, period, settings }).issueNos);
  const own = issues.filter(({ no }) => counted.has(no));
  const categories = statsBy(own, { by: 'category', at, period, settings, directory }).slice(0, 3);
  const items = [
    ...(categories.length === 0
      ? []
      : [
          `部分问题较集中。${categories
            .map(
              ({ name, figures }) =>
                `${name}${figures.count}件（${examples(own.filter(({ no }) => figures.issueNos.includes(no)))}）`,
            )
            .join('；')}。`,
        ]),
    ...overdueItem(issues, at),
    ...namedItem(
      '反弹问题',
      own.filter(({ reboundCount }) => reboundCount > 0),
    ),
    ...namedItem(
      '老大难问题',
      issues.filter((issue) => issue.chronic && (isOpen(issue) || issue.state === 'suspended')),
    ),
    ...namedItem(
      '多次退回仍未整改到位的问题',
      own.filter((issue) => issue.returnCount >= 2 && issue.state !== 'closed'),
    ),
    ...namedItem(
      '申诉未被采纳、尚未整改的问题',
      own.filter((issue) => isOpen(issue) && issue.units.some((unit) => issue.appealedBy.includes(unit))),
    ),
  ];
  return items.length === 0 ? ['本期未发现突出问题。'] : items;
}

/** 超期: unit, number of them, the longest, with their numbers. */
function overdueItem(issues: readonly Issue[], at: Date): readonly string[] {
  const units = overdueUnits(issues, at);
  if (units.length === 0) return [];
  const names = units.map(({ unit, own, longest }) => `${unit}${own.length}件（最长${longest}天，${nosText(own)}）`);
  return [`超期未整改${overdueOf(issues, at).length}件。${listed(names, 6)}。见附件3。`];
}

const namedItem = (name: string, issues: readonly Issue[]): readonly string[] =>
  issues.length === 0 ? [] : [`${name}${issues.length}件。${examples(issues)}。`];

/** Places with numbers, the first three: `人民路口东北角（#201）`. What is not yet closed comes first. */
function examples(issues: readonly Issue[]): string {
  const shown = issues.toSorted((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed') || a.no - b.no);
  return listed(
    shown.map(({ location, no }) => `${location}#${no}`),
    3,
    '件',
  );
}

const nosText = (issues: readonly Issue[]): string =>
  listed(
    issues.map(({ no }) => `#${no}`),
    5,
    '件',
  );

function demands(issues: readonly Issue[], question: PartsQuestion): readonly string[] {
  const { at, period, settings, directory, answerDays } = question;
  const late = overdueUnits(issues, at);
  const figures = figuresOf(issues, { at, settings });
  const [focus] = statsBy(issues, { by: 'category', at, period, settings, directory });
  const until = dayText(addDays(dayOf(at), answerDays));
  return [
    ...(late.length === 0
      ? []
      : [
          `限期销号。${listed(
            late.map(({ unit }) => unit),
            6,
          )}对超期问题逐件明确责任人，${until}前整改到位并报送整改前后照片。`,
        ]),
    ...(focus === undefined ? [] : [`举一反三。各责任单位对${focus.name}等问题全面排查，防止同类问题反复出现。`]),
    ...(figures.reported === 0
      ? []
      : [`及时核查。对已报整改的${figures.reported}件，督查组按时限到现场核查，符合要求的予以销号。`]),
    ...(figures.leftOut.suspended === 0
      ? []
      : [`盯住挂账。${figures.leftOut.suspended}件挂账问题按计划推进，按复查日期逐件复查（见附件4）。`]),
    ...(percentText(figures.rectificationRate, 2) === null
      ? ['保持常态。各单位坚持日常巡查，发现问题及时上报、及时整改。']
      : []),
  ];
}
