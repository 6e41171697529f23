/** 指标 of domain §5 counted by hand over what the campaign remembers: its own sums, nothing of the product's figures. */
import { standAt } from './case.ts';
import type { Case, Stand } from './case.ts';
import { claimLimitOf, DAY, moment } from './limits.ts';

export interface Span {
  /** Days, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** Numerators and denominators, and what stands beside. */
export interface Tally {
  readonly count: number;
  readonly closed: number;
  readonly reported: number;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly settled: number;
  readonly overdue: number;
  readonly returned: number;
  readonly everReported: number;
  readonly rebounds: number;
  readonly claimedInTime: number;
  readonly suspended: number;
  readonly withdrawn: number;
  readonly merged: number;
  readonly draft: number;
  readonly moved: number;
}

/** `unit` null: the city, each problem once. `span` null: everything up to `at`. */
export function tallyOf(cases: readonly Case[], unit: string | null, span: Span | null, at: number): Tally {
  const begins = span === null ? 0 : moment(span.from, '00:00');
  const ends = span === null ? at : Math.min(at, moment(span.to, '00:00') + DAY - 1);
  const sum = { ...NOTHING };
  for (const problem of cases) {
    const stand = standAt(problem, at);
    if (stand === undefined) continue;
    const when = stand.dispatchedAt ?? problem.loggedAt;
    if (when < begins || when > ends) continue;
    if (unit !== null && !stand.units.includes(unit)) {
      if (stand.appealed.includes(unit)) sum.moved += 1;
    } else add(sum, problem, stand, at);
  }
  return sum;
}

const NOTHING = {
  count: 0,
  closed: 0,
  reported: 0,
  due: 0,
  onTime: 0,
  late: 0,
  settled: 0,
  overdue: 0,
  returned: 0,
  everReported: 0,
  rebounds: 0,
  claimedInTime: 0,
  suspended: 0,
  withdrawn: 0,
  merged: 0,
  draft: 0,
  moved: 0,
};

function add(sum: typeof NOTHING, { tier }: Case, stand: Stand, at: number): void {
  switch (stand.state) {
    case 'suspended':
    case 'withdrawn':
    case 'merged':
    case 'draft':
      sum[stand.state] += 1;
      return;
    case 'closed':
      sum.closed += 1;
      sum.due += 1;
      sum.settled += 1;
      if (inTime(stand)) sum.onTime += 1;
      else sum.late += 1;
      break;
    case 'reported':
      sum.reported += 1;
      if (stand.due !== null && stand.due <= at) sum.due += 1;
      if (!inTime(stand)) {
        sum.settled += 1;
        sum.late += 1;
      }
      break;
    default:
      if (stand.due !== null && stand.due <= at) sum.due += 1;
      if (stand.due !== null && stand.due < at) {
        sum.overdue += 1;
        sum.settled += 1;
        sum.late += 1;
      }
  }
  sum.count += 1;
  if (stand.returns > 0) sum.returned += 1;
  if (stand.reportedAt !== null) sum.everReported += 1;
  sum.rebounds += stand.rebounds;
  const { claimedAt, dispatchedAt } = stand;
  if (claimedAt !== null && dispatchedAt !== null && claimedAt <= claimLimitOf(tier, dispatchedAt))
    sum.claimedInTime += 1;
}

const inTime = ({ due, reportedAt }: Stand): boolean => due === null || reportedAt === null || reportedAt <= due;
