/** The product's rankings of all groups beside those reckoned by hand. */
import { createDirectory } from '../../domain/city.ts';
import type { DirectoryData } from '../../domain/directory.ts';
import { rankingOf } from '../../domain/ranking.ts';
import type { Metric } from '../../domain/ranking.ts';
import type { Asking } from './compare.ts';
import { placingOf } from './placing.ts';
import type { Rated } from './placing.ts';
import type { Span } from './tally.ts';

const METRICS: readonly (readonly [Metric, Rated])[] = [
  ['rectificationRate', { part: 'closed', whole: 'count' }],
  ['onTimeRate', { part: 'onTime', whole: 'settled' }],
];

export function rankingDifferences(
  { cases, issues, at, settings }: Asking,
  city: DirectoryData,
  spans: readonly (Span | null)[],
): string[] {
  const directory = createDirectory(city);
  return METRICS.flatMap(([metric, rated]) =>
    spans.flatMap((span) =>
      rankingOf(issues, { directory, metric, at: new Date(at), period: span, settings }).flatMap(
        (ranking): string[] => {
          const units = city.units.filter(({ rankingGroup }) => rankingGroup === ranking.group).map(({ name }) => name);
          const mine = JSON.stringify(placingOf(units, { cases, span, at, rated }));
          const rows = ranking.rows.map(
            ({ place, unit, value }) => `${place}. ${unit} ${value.numerator}/${value.denominator}`,
          );
          const its = JSON.stringify({ rows, leftOut: ranking.leftOut });
          return mine === its ? [] : [`${ranking.group} ${metric} ${span?.from ?? ''}: ${mine}\n  the product: ${its}`];
        },
      ),
    ),
  );
}
