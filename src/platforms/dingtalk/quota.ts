/** What the month is charged for, counted and warned about in time (dingtalk §8.1). Counting never stands in the way of sending. */
import type { Log, QuotaCounter } from './options.ts';

/** `api`: calls of the open interface. `message`: webhook and stream messages, both ways. */
export type Charge = 'api' | 'message';

export interface Quota {
  count(charge: Charge): void;
  /** The vendor said that nothing is left. */
  usedUp(charge: Charge): void;
  /** `本月接口 12/5000、消息 30/3000`; empty while nothing is known. */
  summary(): string;
  /** A line for the office for each allowance that is nearly used up. */
  concerns(): string[];
}

const NAMES: Readonly<Record<Charge, string>> = { api: '接口', message: '消息' };
const SHANGHAI_MS = 8 * 3_600_000;

export function createQuota(parts: {
  readonly counter: QuotaCounter | undefined;
  readonly limits: Readonly<Record<Charge, number>>;
  readonly warnAt: number;
  readonly now: () => Date;
  readonly log: Log;
}): Quota {
  const sums = new Map<Charge, { readonly period: string; readonly sum: number }>();
  const warned = new Set<string>();

  function periodOf(charge: Charge): string {
    const day = new Date(parts.now().getTime() + SHANGHAI_MS);
    return `dingtalk-${charge}-${day.toISOString().slice(0, 7)}`;
  }

  function warnOnce(period: string, line: string, fields: Readonly<Record<string, unknown>>): void {
    if (warned.has(`${period} ${line}`)) return;
    warned.add(`${period} ${line}`);
    parts.log(line, fields);
  }

  function learn(charge: Charge, period: string, sum: number): void {
    sums.set(charge, { period, sum });
    const limit = parts.limits[charge];
    if (sum >= limit) warnOnce(period, '钉钉本月额度已用完', { kind: NAMES[charge], used: sum, limit });
    else if (sum >= limit * parts.warnAt)
      warnOnce(period, '钉钉本月额度将用完', { kind: NAMES[charge], used: sum, limit });
  }

  const known = () =>
    (['api', 'message'] as const).flatMap((charge) => {
      const seen = sums.get(charge);
      return seen?.period === periodOf(charge)
        ? [{ name: NAMES[charge], sum: seen.sum, limit: parts.limits[charge] }]
        : [];
    });

  return {
    count(charge) {
      const period = periodOf(charge);
      parts.counter?.add(period, 1).then(
        (sum) => learn(charge, period, sum),
        (error: unknown) => warnOnce(period, '钉钉额度没有记上', { error }),
      );
    },
    usedUp(charge) {
      warnOnce(periodOf(charge), '钉钉告知本月额度已用完', { kind: NAMES[charge] });
    },
    summary() {
      const figures = known().map(({ name, sum, limit }) => `${name} ${sum}/${limit}`);
      return figures.length === 0 ? '' : `本月${figures.join('、')}`;
    },
    concerns: () =>
      known()
        .filter(({ sum, limit }) => sum >= limit * parts.warnAt)
        .map(
          ({ name, sum, limit }) =>
            `钉钉本月${name}额度已用${sum}/${limit}，用完后收不到也发不出消息，请考虑购买加量包。`,
        ),
  };
}
