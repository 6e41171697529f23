/** The tables of problems and units that papers attach (domain §12). Pure: issues as they stood at T in, plain tables out. */
import { overdueDays } from '../domain/deadline.ts';
import { figuresOf } from '../domain/figures.ts';
import type { Figures, Period } from '../domain/figures.ts';
import type { Issue } from '../domain/issue.ts';
import { overdueOf } from '../domain/lists.ts';
import { rankingOf } from '../domain/ranking.ts';
import type { RankRow } from '../domain/ranking.ts';
import { percentText } from '../domain/rate.ts';
import type { Rate } from '../domain/rate.ts';
import { categoryName } from '../domain/stats.ts';
import type { WordingContext } from '../domain/wording.ts';
import { column } from './paper-table.ts';
import type { PaperCell, PaperTable } from './paper-table.ts';

export interface UnitTableQuestion extends WordingContext {
  readonly period: Period | null;
  /** The issues as they stood at the end of the period before; null: 环比 stays empty. */
  readonly before: { readonly issues: readonly Issue[]; readonly at: Date; readonly period: Period } | null;
}

/** 单位整改情况表: ranked units group by group, then units that are not ranked but have problems. */
export function unitTable(issues: readonly Issue[], question: UnitTableQuestion): PaperTable {
  const { at, directory, settings, period, before } = question;
  const ask = { directory, settings, metric: 'rectificationRate' } as const;
  const rankings = rankingOf(issues, { ...ask, at, period });
  const earlier = before === null ? [] : rankingOf(before.issues, { ...ask, at: before.at, period: before.period });
  const earlierOf = (unit: string): Rate | null =>
    earlier.flatMap(({ rows }) => rows).find((row) => row.unit === unit)?.value ?? null;
  const ranked = rankings.flatMap(({ group, rows }) => rows.map((row) => unitRow(group, row, earlierOf(row.unit))));
  const unranked = directory.units
    .filter(({ rankingGroup }) => rankingGroup === null)
    .map(({ name }) => figuresOf(issues, { at, period, settings, unit: name }))
    .filter(({ count }) => count > 0)
    .map((figures) => unitCells('', figures.unit ?? '', figures, null, null));
  return {
    title: '单位整改情况表',
    columns: [
      column('序号', 2, 'count'),
      column('单位', 7),
      column('组别', 4, 'word'),
      column('交办', 2.5, 'count'),
      column('已销号', 2.5, 'count'),
      column('待核查', 2.5, 'count'),
      column('整改中', 2.5, 'count'),
      column('超期', 2.5, 'count'),
      column('挂账', 2.5, 'count'),
      column('整改率', 4, 'rate'),
      column('按期整改率', 4, 'rate'),
      column('退回', 2.5, 'count'),
      column('反弹', 2.5, 'count'),
      column('排名', 2.5, 'count'),
      column('环比', 3.5, 'word'),
    ],
    rows: [...ranked, ...unranked].map((cells, at) => [at + 1, ...cells]),
  };
}

const unitRow = (group: string, row: RankRow, earlier: Rate | null): readonly PaperCell[] =>
  unitCells(group, row.unit, row.figures, row.place, changeText(row.value, earlier));

function unitCells(
  group: string,
  unit: string,
  figures: Figures,
  place: number | null,
  change: string | null,
): readonly PaperCell[] {
  return [
    unit,
    group,
    figures.count,
    figures.closed,
    figures.reported,
    figures.claimed + figures.unclaimed,
    figures.overdueOpen,
    figures.leftOut.suspended,
    percentText(figures.rectificationRate, 2),
    percentText(figures.onTimeRate, 2),
    figures.returned,
    figures.rebounds,
    place,
    change,
  ];
}

/** `+3.21`: percentage points between the two rates as a paper shows them, so that it can be reckoned again; null without something to compare. */
export function changeText(rate: Rate, earlier: Rate | null): string | null {
  const [now, then] = [percentText(rate, 2), earlier === null ? null : percentText(earlier, 2)];
  if (now === null || then === null) return null;
  const hundredths = (text: string): number => Math.round(Number.parseFloat(text) * 100);
  const points = hundredths(now) - hundredths(then);
  return `${points > 0 ? '+' : ''}${(points / 100).toFixed(2)}`;
}

/** By this name the list is found again in a published paper. */
export const OVERDUE_TITLE = '超期问题清单';

/** 超期问题清单 at T, the longest overdue first. */
export function overdueTable(issues: readonly Issue[], wording: WordingContext): PaperTable {
  const { at, settings } = wording;
  const days = (issue: Issue): number => (issue.deadline === null ? 0 : overdueDays(issue.deadline, at));
  const rows = overdueOf(issues, at).toSorted((a, b) => days(b) - days(a) || a.no - b.no);
  return {
    title: OVERDUE_TITLE,
    columns: [
      column('序号', 2, 'count'),
      column('编号', 3, 'count'),
      column('责任单位', 6),
      column('点位', 9),
      column('问题', 11),
      column('类别', 4, 'word'),
      column('交办日期', 5, 'day'),
      column('时限', 6.5, 'moment'),
      column('超期天数', 4, 'count'),
    ],
    rows: rows.map((issue, nth) => [
      nth + 1,
      issue.no,
      issue.units.join('、'),
      issue.location,
      issue.description,
      categoryName(issue.category, settings),
      issue.dispatchedAt?.toISOString() ?? null,
      issue.deadline?.toISOString() ?? null,
      days(issue),
    ]),
  };
}

/** 挂账问题清单: recognised as not doable now, each with its plan and its day of review (domain §4). */
export function suspendedTable(issues: readonly Issue[]): PaperTable {
  return {
    title: '挂账问题清单',
    columns: [
      column('序号', 2, 'count'),
      column('编号', 3, 'count'),
      column('责任单位', 6),
      column('点位', 9),
      column('问题', 9),
      column('挂账原因', 8),
      column('整改计划', 8),
      column('复查日期', 5, 'day'),
    ],
    rows: issues
      .filter(({ state }) => state === 'suspended')
      .map((issue, nth) => [
        nth + 1,
        issue.no,
        issue.units.join('、'),
        issue.location,
        issue.description,
        issue.suspension?.reason ?? null,
        issue.suspension?.plan ?? null,
        issue.suspension?.reviewOn ?? null,
      ]),
  };
}
