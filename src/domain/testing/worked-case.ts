/** The worked case of domain §5: unit 市城管局, period 16–22 November, T = 22 November 10:00. A1 is 301, and so on. */
import type { Issue } from '../issue.ts';
import { endOfDay } from '../shanghai.ts';
import { anIssue, on } from './sample.ts';

/** One row: number, day of dispatch, deadline, and its story. */
const row = (no: number, dispatched: number, deadline: Date, story: Partial<Issue>): Issue =>
  anIssue({ no, dispatchedAt: on(`11-${dispatched} 09:00`), deadline, location: `第${no}号点位`, ...story });

const closed = (reported: string, closedAt: string): Partial<Issue> => ({
  state: 'closed',
  reportedAt: on(reported),
  reportedBy: '王磊',
  closedAt: on(closedAt),
  closedBy: '刘志强',
});

export const workedCase: readonly Issue[] = [
  row(301, 16, on('11-17 18:00'), closed('11-17 16:00', '11-18 10:00')),
  row(302, 16, on('11-18 18:00'), closed('11-19 10:00', '11-19 15:00')),
  row(303, 17, on('11-19 18:00'), { ...closed('11-20 15:00', '11-21 10:00'), returnCount: 1 }),
  row(304, 18, on('11-23 18:00'), { state: 'claimed', extensionCount: 1 }),
  row(305, 18, on('11-19 18:00'), { state: 'claimed' }),
  row(306, 19, on('11-21 18:00'), { state: 'reported', reportedAt: on('11-21 17:00'), reportedBy: '王磊' }),
  row(307, 20, endOfDay('2026-11-27'), { state: 'claimed' }),
  row(308, 20, endOfDay('2026-11-23'), {
    state: 'suspended',
    suspension: { reason: '开春动工', plan: null, reviewOn: '2026-12-21' },
  }),
  row(309, 20, endOfDay('2026-11-22'), { state: 'withdrawn' }),
  row(310, 19, endOfDay('2026-11-21'), { units: ['市住建局'], appealedBy: ['市城管局'] }),
  row(311, 21, on('11-21 18:00'), { ...closed('11-21 09:00', '11-21 09:00'), fixedOnSpot: true }),
  row(312, 21, endOfDay('2026-11-22'), { state: 'merged', mergedInto: 305 }),
];
