/** 老大难: what is not closed and was flagged by the office, or has been on record for long. One rule for papers and chat. Pure. */
import { isOpen } from './issue.ts';
import type { Issue } from './issue.ts';
import { dayOf, daysBetween } from './shanghai.ts';

/** As often as a 挂账 is reviewed (domain §4). */
const LONG_STANDING_DAYS = 30;

/** What is counted, in words: to stand before the number of them. */
export const LONG_STANDING_TEXT = `登记满${LONG_STANDING_DAYS}天或列为老大难、尚未销号的`;

/** Calendar days since it was logged. */
export const daysOnRecord = ({ loggedAt }: Pick<Issue, 'loggedAt'>, at: Date): number =>
  daysBetween(dayOf(loggedAt), dayOf(at));

/** On record long enough without any flag. */
export const isOfLongDate = (issue: Issue, at: Date): boolean =>
  isUnsettled(issue) && daysOnRecord(issue, at) >= LONG_STANDING_DAYS;

export const isLongStanding = (issue: Issue, at: Date): boolean =>
  isUnsettled(issue) && (issue.chronic || isOfLongDate(issue, at));

/** A 挂账 is one too: it waits, and is not done. */
const isUnsettled = (issue: Issue): boolean =>
  isOpen(issue) || issue.state === 'reported' || issue.state === 'suspended';
