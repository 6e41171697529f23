/** 日通报 (domain §12): one message, details behind a question. Computed as of the moment it is told, never of now. */
import type { Directory } from './city.ts';
import type { Group } from './directory.ts';
import { figuresOf } from './figures.ts';
import type { Figures } from './figures.ts';
import { isOpen } from './issue.ts';
import type { Issue } from './issue.ts';
import { dueOn, overdueUnits } from './lists.ts';
import { percentText, rateText } from './rate.ts';
import type { Settings } from './settings.ts';
import { addDays, dayOf, dayText, timeText } from './shanghai.ts';
import { statsBy } from './stats.ts';
import { isSpokenOf, summonedOf, summonsLine } from './summons.ts';
import { listed } from './wording.ts';

export interface BulletinQuestion {
  /** T: the issues are as they stood then. */
  readonly at: Date;
  readonly directory: Directory;
  readonly settings: Settings;
  /** Whom it is for; null or a group without units: the whole city. */
  readonly group: Group | null;
  /** Numbers of problems whose units' contacts have been reminded one-to-one today: said only when it is true of all due tomorrow. */
  readonly reminded: ReadonlySet<number>;
}

export interface DailyBulletin {
  readonly text: string;
  /** 责任领导 to be notified, canonical names: only of units with something open (§13.4). The text has them as `@name`. */
  readonly mentions: readonly string[];
  /** For the freeze (§5): the figures and the numbers behind them. */
  readonly figures: Figures;
  readonly issueNos: readonly number[];
}

/** The daily bulletin of the city, or of the units a group is about. */
export function dailyBulletin(issues: readonly Issue[], question: BulletinQuestion): DailyBulletin {
  const { at, settings, group } = question;
  const units = group?.units ?? [];
  const own = units.length === 0 ? issues : issues.filter((issue) => issue.units.some((unit) => units.includes(unit)));
  const figures = figuresOf(own, { at, settings });
  const scope = units.length === 0 ? '' : `|本群${units.length}家单位`;
  const head = `【创城日通报】${dayText(dayOf(at))}（截至${timeText(at)}）${scope}`;
  const summoned = summonedOf(own, question);
  const lines = isSilent(own, figures, at)
    ? [silentLine(figures)]
    : [
        totalsLine(own, figures, at),
        ...overdueLine(own, question),
        ...punctualLine(own, question),
        ...focusLine(own, question),
        ...tomorrowLine(own, question),
        ...summonsLine(summoned),
        ...(figures.overdueOpen > 0 ? ['回复“超期清单”看明细。'] : []),
      ];
  return {
    text: [head, ...lines].join('\n'),
    mentions: [...new Set(summoned.flatMap(({ officials }) => officials))],
    figures,
    issueNos: figures.issueNos,
  };
}

const isToday = (moment: Date | null, at: Date): boolean => moment !== null && dayOf(moment) === dayOf(at);

/** Counted ones dispatched today; one that is 挂账 already was still found today. */
const newToday = (issues: readonly Issue[], at: Date): readonly Issue[] =>
  issues.filter(
    ({ state, dispatchedAt }) =>
      isToday(dispatchedAt, at) && state !== 'withdrawn' && state !== 'merged' && state !== 'draft',
  );

const closedToday = (issues: readonly Issue[], at: Date): readonly Issue[] =>
  issues.filter(({ state, closedAt }) => state === 'closed' && isToday(closedAt, at));

/** Nothing to say: nothing new, nothing closed, nothing open. */
const isSilent = (issues: readonly Issue[], figures: Figures, at: Date): boolean =>
  figures.count === figures.closed && newToday(issues, at).length === 0 && closedToday(issues, at).length === 0;

function silentLine(figures: Figures): string {
  const total =
    figures.count === 0 ? '' : `累计交办${figures.count}件，整改率${rateText(figures.rectificationRate, 2)}。`;
  return `今日无新增问题，也没有未销号问题。${total}`;
}

function totalsLine(issues: readonly Issue[], figures: Figures, at: Date): string {
  const { suspended } = figures.leftOut;
  const rate =
    percentText(figures.rectificationRate, 2) === null ? '' : `，整改率${rateText(figures.rectificationRate, 2)}`;
  return (
    `今日新增${newToday(issues, at).length}件，销号${closedToday(issues, at).length}件，待核查${figures.reported}件；` +
    `累计交办${figures.count}件${rate}${suspended > 0 ? `，挂账${suspended}件` : ''}。`
  );
}

function overdueLine(issues: readonly Issue[], { at, settings, group }: BulletinQuestion): readonly string[] {
  const rows = overdueUnits(issues, at).filter(({ unit }) => isSpokenOf(unit, group));
  if (rows.length === 0) return ['超期未整改：无。'];
  const total = new Set(rows.flatMap(({ own }) => own.map(({ no }) => no))).size;
  const names = rows.map(({ unit, own, longest }, index) =>
    index === 0 ? `${unit}${own.length}（最长${longest}天）` : `${unit}${own.length}`,
  );
  return [`超期未整改${total}件：${listed(names, settings.bulletin.mostListed)}。`];
}

/** Units that have problems and none of them overdue: praise where something is overdue elsewhere. */
function punctualLine(issues: readonly Issue[], { at, settings, group }: BulletinQuestion): readonly string[] {
  const late = new Set(overdueUnits(issues, at).map(({ unit }) => unit));
  if (late.size === 0) return [];
  const counts = new Map<string, number>();
  for (const issue of issues) {
    if (!isOpen(issue) && issue.state !== 'reported' && issue.state !== 'closed') continue;
    for (const unit of issue.units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const names = [...counts]
    .filter(([unit]) => !late.has(unit) && isSpokenOf(unit, group))
    .toSorted(([, a], [, b]) => b - a)
    .map(([unit]) => unit);
  return names.length === 0 ? [] : [`今日无超期：${listed(names, settings.bulletin.mostListed)}`];
}

/** 较集中: today's categories and today's rebounds by place. */
function focusLine(issues: readonly Issue[], { at, directory, settings }: BulletinQuestion): readonly string[] {
  const today = newToday(issues, at);
  const most = settings.bulletin.mostListed;
  // One of a kind is no concentration.
  const categories = statsBy(today, { by: 'category', at, directory, settings })
    .filter(({ figures }) => figures.count > 1)
    .slice(0, most);
  const rebounds = today.filter(({ round }) => round > 1);
  const places = statsBy(rebounds, { by: 'site', at, directory, settings });
  const parts = [
    ...(categories.length === 0
      ? []
      : [`较集中：${categories.map(({ name, figures }) => `${name}${figures.count}`).join('、')}`]),
    ...(places.length === 0
      ? []
      : [
          `反弹${rebounds.length}件：${listed(
            places.map(({ name, figures }) => `${name}${figures.count}`),
            most,
            '处',
          )}`,
        ]),
  ];
  return parts.length === 0 ? [] : [parts.join(' | ')];
}

function tomorrowLine(issues: readonly Issue[], { at, reminded }: BulletinQuestion): readonly string[] {
  const tomorrow = addDays(dayOf(at), 1);
  const due = dueOn(issues, at, { from: tomorrow, to: tomorrow });
  if (due.length === 0) return [];
  const isTold = due.every(({ no }) => reminded.has(no));
  return [`明日到期${due.length}件${isTold ? '，已分别私信各联络员' : '，请各责任单位按时整改'}。`];
}
