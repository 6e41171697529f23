/** 事由 of a 督办单、提醒函、交办单, and what it follows that the unit has to explain (domain §7, §12). Pure. */
import { overdueDays } from '../domain/deadline.ts';
import { isOpen, isOverdue } from '../domain/issue.ts';
import type { Issue } from '../domain/issue.ts';
import { dayOf, dayText, minuteOfDay, stampText } from '../domain/shanghai.ts';

/** Of a 交办单: what there is and until when. */
export const handedOver = (issue: Issue): string => `${whatText(issue)}${limitText(issue)}。`;

/** Of a paper of the ladder: since when, why now, and the papers that went before. */
export function ladderMatter(issue: Issue, at: Date, earlier: readonly string[]): string {
  const before = earlier.length === 0 ? '' : `；此前已发${earlier.join('、')}`;
  return [
    whatText(issue),
    dispatchText(issue),
    limitText(issue),
    lateText(issue, at),
    returnText(issue, at),
    before,
    '。',
  ].join('');
}

/** `书面说明逾期、反弹原因。`: only what there is; nothing where there is nothing of the kind. */
export function explanation(issues: readonly Issue[], at: Date): readonly string[] {
  const causes: readonly (readonly [name: string, isOne: (issue: Issue) => boolean])[] = [
    ['逾期', (issue) => isOverdue(issue, at)],
    ['反弹', ({ round }) => round > 1],
    ['多次退回', ({ returnCount }) => returnCount > 1],
    ['退回后逾期', (issue) => isLateAfterReturn(issue, at)],
  ];
  const names = causes.filter(([, isOne]) => issues.some(isOne)).map(([name]) => name);
  return names.length === 0 ? [] : [`书面说明${names.join('、')}原因。`];
}

const whatText = ({ no, location, description }: Issue): string => `#${no} ${location}${description}`;

const limitText = ({ deadline }: Issue): string => (deadline === null ? '' : `，时限${momentOf(deadline)}`);

function dispatchText({ dispatchedAt, round }: Issue): string {
  if (dispatchedAt === null) return '';
  const day = dayText(dayOf(dispatchedAt));
  return round > 1 ? `，${day}反弹，重新交办（第${round}轮）` : `，${day}交办`;
}

const lateText = (issue: Issue, at: Date): string =>
  issue.deadline !== null && isOverdue(issue, at)
    ? `，截至${momentOf(at)}未完成整改，超期${overdueDays(issue.deadline, at)}天`
    : '';

function returnText(issue: Issue, at: Date): string {
  const { returnCount, returnDeadline } = issue;
  if (returnCount === 0) return '';
  const until = returnDeadline === null ? '' : `，退回后时限${momentOf(returnDeadline)}`;
  return `，已退回${returnCount}次${until}${isLateAfterReturn(issue, at) ? `，截至${momentOf(at)}未完成整改` : ''}`;
}

/** The time given with the return has passed; the first one, by which 超期 counts (domain §5), has not. */
const isLateAfterReturn = (issue: Issue, at: Date): boolean =>
  issue.returnDeadline !== null && isOpen(issue) && issue.returnDeadline < at && !isOverdue(issue, at);

/** The end of a day needs no hour. */
const momentOf = (at: Date): string =>
  minuteOfDay(at) >= 24 * 60 - 1 ? dayText(dayOf(at)) : stampText(at).replace(' ', '');

/** `11月23日18:00前`; without a time 尽快. */
export const untilText = (until: Date | null): string => (until === null ? '尽快' : `${momentOf(until)}前`);
