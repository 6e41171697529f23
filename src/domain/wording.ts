/** How a problem is put into a few words: the pieces that cards, lists and papers share (domain §12). */
import type { Directory } from './city.ts';
import { overdueDays } from './deadline.ts';
import { isOpen, isOverdue } from './issue.ts';
import type { Issue } from './issue.ts';
import type { Settings } from './settings.ts';
import { dayOf, dayText, daysBetween, minuteOfDay, stampText, timeText } from './shanghai.ts';
import { STATE_NAMES } from './steps/state.ts';

/** What words need beside the problem itself. */
export interface WordingContext {
  readonly directory: Directory;
  readonly settings: Settings;
  readonly at: Date;
}

/** `今天17:00到期`, `11月23日到期`; the end of a day needs no hour. */
function dueText(deadline: Date, at: Date): string {
  const day = dayOf(deadline);
  if (day !== dayOf(at)) return `${dayText(day, dayOf(at))}到期`;
  return minuteOfDay(deadline) >= 24 * 60 - 1 ? '今天到期' : `今天${timeText(deadline)}到期`;
}

/** How a problem stands, in a few words: `超期3天`, `待核查`, `11月23日到期（已延期）`. */
export function standingText(issue: Issue, at: Date): string {
  const { deadline, returnDeadline, suspension, mergedInto } = issue;
  if (isOpen(issue)) {
    if (deadline !== null && isOverdue(issue, at)) return `超期${overdueDays(deadline, at)}天${returnedText(issue)}`;
    const until = returnDeadline ?? deadline;
    const notes = [
      ...(returnDeadline === null ? [] : ['退回重改']),
      ...(issue.extensionCount > 0 ? ['已延期'] : []),
      ...(issue.state === 'dispatched' ? ['待认领'] : []),
    ];
    const note = notes.length === 0 ? '' : `（${notes.join('、')}）`;
    return `${until === null ? STATE_NAMES[issue.state] : dueText(until, at)}${note}`;
  }
  if (issue.state === 'suspended') {
    const reviewOn = suspension?.reviewOn ?? null;
    return reviewOn === null ? '挂账' : `挂账（${dayText(reviewOn, dayOf(at))}复查）`;
  }
  return issue.state === 'merged' && mergedInto !== null ? `已并入#${mergedInto}` : STATE_NAMES[issue.state];
}

const returnedText = (issue: Issue): string => (issue.returnCount > 0 ? '（退回重改）' : '');

/** `16:20` today, `11月21日 16:20` on other days. */
export const shortStamp = (moment: Date, at: Date): string =>
  daysBetween(dayOf(moment), dayOf(at)) === 0 ? timeText(moment) : stampText(moment);

/** `人民路与解放路交叉口东北角（路口·东湖街道）`: the place with the type and the territory of its site, where it is one. */
export function placeText(
  issue: Issue,
  { directory, settings }: Pick<WordingContext, 'directory' | 'settings'>,
): string {
  const site = issue.site === null ? undefined : directory.site(issue.site);
  if (site === undefined) return issue.location;
  const type = settings.siteTypes.find(({ id }) => id === site.type)?.name;
  const facts = [type, site.territory].filter((fact) => fact !== undefined && fact !== null);
  return facts.length === 0 ? issue.location : `${issue.location}（${facts.join('·')}）`;
}

/** `督查一组 刘志强`. */
export const loggerText = (issue: Issue): string =>
  [issue.team, issue.loggedBy].filter((word) => word !== null).join(' ');

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Cut to so many characters as people see them, with an ellipsis where something is missing. */
export function shortened(text: string, most: number): string {
  // Segmenting is dear, and code units are never fewer than characters.
  if (text.length <= most) return text;
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** `#305 人民路口东北角 非机动车乱停放：超期3天`, with the unit where the list is not of one unit. */
export function issueLine(issue: Issue, at: Date, options: { readonly withUnit?: boolean } = {}): string {
  const unit = options.withUnit === true ? `${issue.units.join('、') || '责任单位待定'} ` : '';
  return `#${issue.no} ${unit}${shortened(issue.location, 18)} ${shortened(issue.description, 20)}：${standingText(issue, at)}`;
}

/** Names in a sentence: at most so many, then 等n家. `what` is the measure word with its noun: 家, 件. */
export function listed(names: readonly string[], most: number, what = '家'): string {
  if (names.length <= most) return names.join('、');
  return `${names.slice(0, most).join('、')}等${names.length}${what}`;
}

/** Most pressing first: the longest overdue, then what waits for verification, then by time limit, then by number. */
export function byPressure(issues: readonly Issue[], at: Date): readonly Issue[] {
  const rank = (issue: Issue): number => (isOverdue(issue, at) ? 0 : issue.state === 'reported' ? 1 : 2);
  const until = (issue: Issue): number =>
    (isOverdue(issue, at) ? issue.deadline : (issue.returnDeadline ?? issue.deadline))?.getTime() ?? Infinity;
  // Two without a limit give NaN, which falls through to the number.
  return issues.toSorted((a, b) => rank(a) - rank(b) || until(a) - until(b) || a.no - b.no);
}
