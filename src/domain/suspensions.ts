/** 挂账的期限: since when a problem stands aside, when it comes back, and when it is looked at meanwhile (domain §4 suspend). */
import type { Issue, IssueRecord } from './issue.ts';
import { dayOf, daysBetween } from './shanghai.ts';

/** 挂账 is looked at again at least this often, and on this day where none is said. */
export const REVIEW_EVERY_DAYS = 30;

/** From the record: the last approval; undefined where there is none. */
export const suspendedAtOf = (records: readonly IssueRecord[]): Date | undefined =>
  records.findLast(({ step }) => step === 'suspend.approve')?.at;

/** The day that was promised has come: the clock runs again. */
export const isReviewDue = ({ suspension, state }: Issue, at: Date): boolean =>
  state === 'suspended' && suspension !== null && suspension.reviewOn !== null && suspension.reviewOn <= dayOf(at);

/** How many thirty-day looks have come due since it was put aside; 0: none yet. */
export const looksDue = (suspendedAt: Date, at: Date): number =>
  Math.max(0, Math.floor(daysBetween(dayOf(suspendedAt), dayOf(at)) / REVIEW_EVERY_DAYS));
