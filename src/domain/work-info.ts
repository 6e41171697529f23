/** 信息报送 (domain §11): what units report of their work with figures, summed up by week. */
import { periodText, stampText, weekOf } from './shanghai.ts';

/** One figure of one unit for one week: 清理小广告 576 处. */
export interface WorkInfo {
  readonly at: Date;
  readonly by: string;
  readonly unit: string;
  /** Monday of the week it is about, `2026-11-16`. */
  readonly week: string;
  readonly item: string;
  readonly quantity: number;
  readonly measure: string;
}

export interface WorkInfoSum {
  readonly item: string;
  readonly measure: string;
  readonly quantity: number;
  readonly units: readonly { readonly unit: string; readonly quantity: number }[];
}

/**
 * What all units reported for the week a day lies in, summed by item and unit of measure, in the order in which items were first
 * reported. A unit that reports the same item again for the week corrects itself: the last figure counts.
 */
export function workInfoOfWeek(rows: readonly WorkInfo[], day: string): readonly WorkInfoSum[] {
  const { from } = weekOf(day);
  const last = new Map(
    rows.filter(({ week }) => week === from).map((row) => [[row.unit, row.item, row.measure].join(' '), row]),
  );
  return [...Map.groupBy(last.values(), ({ item, measure }) => `${item} ${measure}`).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return [
      {
        item: first.item,
        measure: first.measure,
        quantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
        units: own
          .map(({ unit, quantity }) => ({ unit, quantity }))
          .toSorted((a, b) => b.quantity - a.quantity || (a.unit < b.unit ? -1 : 1)),
      },
    ];
  });
}

/** `清理小广告576处`. */
export const workInfoItem = ({ item, quantity, measure }: Pick<WorkInfo, 'item' | 'quantity' | 'measure'>): string =>
  `${item}${quantity}${measure}`;

/** The answer to 本周信息报送. `most`: lines shown. */
export function workInfoText(
  sums: readonly WorkInfoSum[],
  day: string,
  { at, most }: { at: Date; most: number },
): string {
  const { from, to } = weekOf(day);
  const week = periodText(from, to, day);
  if (sums.length === 0) return `${week}还没有单位报送工作信息（截至${stampText(at)}）。`;
  const lines = sums.slice(0, most).map((sum) => {
    const units = sum.units.map(({ unit, quantity }) => `${unit}${quantity}`).join('、');
    return `${workInfoItem(sum)}（${units}）`;
  });
  const units = new Set(sums.flatMap((sum) => sum.units.map(({ unit }) => unit))).size;
  return [
    `${week}信息报送：${units}个单位（截至${stampText(at)}）`,
    ...lines,
    ...(sums.length > most ? [`另有${sums.length - most}项`] : []),
  ].join('\n');
}
