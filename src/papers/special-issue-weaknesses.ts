/** 存在问题 of a paper (domain §12): by category, then what is overdue, came back, lasts long, was returned or disputed. Names no person (§7). Pure. */
import { overdueDays } from '../domain/deadline.ts';
import { COUNTED_STATES, isOpen, isOverdue } from '../domain/issue.ts';
import type { Issue } from '../domain/issue.ts';
import { overdueOf, overdueUnits } from '../domain/lists.ts';
import { daysOnRecord, isLongStanding, LONG_STANDING_TEXT } from '../domain/long-standing.ts';
import { dayOf } from '../domain/shanghai.ts';
import { statsBy } from '../domain/stats.ts';
import type { StatsRow } from '../domain/stats.ts';
import type { IssuedSupervision, PartsGround } from './special-issue-parts.ts';
import {
  categoryOf,
  MOST_NAMED,
  namedProblems,
  paperStamp,
  paperStanding,
  referTo,
  shareText,
} from './special-issue-wording.ts';

/** Fewer of one category are not 集中. */
const LEAST_OF_CATEGORY = 3;
const MOST_CATEGORIES = 3;

/** Only what there is; one sentence where there is nothing. */
export function weaknesses(ground: PartsGround): readonly string[] {
  const items = [
    ...categoryItem(ground),
    ...overdueItem(ground),
    ...supervisedItem(ground),
    ...reboundItem(ground),
    ...chronicItem(ground),
    ...returnedItem(ground),
    ...disputedItem(ground),
  ];
  return items.length === 0 ? [`截至${paperStamp(ground.at)}，没有超期、反弹和多次退回的问题。`] : items;
}

/** The categories with most problems of the period. */
export function mainCategories({ issues, own, at, period, settings, directory }: PartsGround): readonly StatsRow[] {
  const ofPeriod = issues.filter(({ no }) => own.has(no));
  return statsBy(ofPeriod, { by: 'category', at, period, settings, directory })
    .filter(({ figures }) => figures.count >= LEAST_OF_CATEGORY)
    .slice(0, MOST_CATEGORIES);
}

/** `公益广告、占道经营较集中。公益广告本期交办21件，未销号8件，如…。` */
function categoryItem(ground: PartsGround): readonly string[] {
  const rows = mainCategories(ground);
  if (rows.length === 0) return [];
  const texts = rows.map(({ name, figures: { count, closed, issueNos } }) => {
    if (closed === count) return `${name}本期交办${count}件，均已销号`;
    const left = ground.issues.filter(({ no, state }) => issueNos.includes(no) && state !== 'closed');
    const [worst, ...others] = longestFirst(left, ground.at);
    const shown = worst === undefined ? [] : [worst, ...others].slice(0, 2);
    const named = namedProblems(shown, (issue) => [paperStanding(issue, ground.at)]);
    return `${name}本期交办${count}件，${closed === 0 ? '均未销号' : `未销号${left.length}件`}，${left.length > shown.length ? '如' : '为'}${named}`;
  });
  return [`${rows.map(({ name }) => name).join('、')}问题较多。${texts.join('；')}。`];
}

function overdueItem({ issues, own, at, attachments, ...ground }: PartsGround): readonly string[] {
  const late = longestFirst(overdueOf(issues, at), at);
  if (late.length === 0) return [];
  const units = overdueUnits(late, at);
  const several = units.filter((unit) => unit.own.length > 1);
  const most = several.slice(0, MOST_NAMED).map((unit) => `${unit.unit}${unit.own.length}件`);
  const named = namedProblems(late, (issue) => [categoryOf(issue, ground), paperStanding(issue, at)]);
  const refer = referTo('超期问题清单', attachments);
  if (late.length <= MOST_NAMED) return [`超期未整改${shareText(late, own)}，为${named}${refer}。`];
  const crowded = most.length === 0 ? '' : `，较多的有${most.join('、')}`;
  return [`超期未整改${shareText(late, own)}，涉及${units.length}家单位${crowded}。超期时间长的有${named}${refer}。`];
}

/** 督办单 of the period, and which of all are not heeded yet. */
function supervisedItem({ issues, own, at, period, supervisions }: PartsGround): readonly string[] {
  const isOfPeriod = ({ signedAt }: IssuedSupervision): boolean =>
    period.from <= dayOf(signedAt) && dayOf(signedAt) <= period.to;
  const fresh = supervisions.filter(isOfPeriod);
  const paperOf = (issue: Issue): IssuedSupervision | undefined =>
    supervisions.findLast(({ issueNo, round }) => issueNo === issue.no && round === issue.round);
  const unheeded = longestFirst(
    issues.filter((issue) => isOpen(issue) && paperOf(issue) !== undefined),
    at,
  );
  if (fresh.length === 0 && unheeded.length === 0) return [];
  const units = new Set(fresh.map(({ unit }) => unit));
  const named = namedProblems(unheeded, (issue) => [paperOf(issue)?.number ?? '', paperStanding(issue, at)]);
  return [
    [
      fresh.length === 0 ? '督办问题。' : `督办问题。本期签发督办单${fresh.length}份，涉及${units.size}家单位。`,
      ...(unheeded.length === 0
        ? []
        : [`已发督办单仍在整改的问题${shareText(unheeded, own)}，${howNamed(unheeded)}${named}。`]),
    ].join(''),
  ];
}

/** 反弹: dispatched again in the period; what is still open first. */
export const reboundsOf = ({ issues, own }: Pick<PartsGround, 'issues' | 'own'>): readonly Issue[] =>
  issues
    .filter(({ no, reboundCount, state }) => own.has(no) && reboundCount > 0 && COUNTED_STATES.includes(state))
    .toSorted((a, b) => b.reboundCount - a.reboundCount || Number(a.state === 'closed') - Number(b.state === 'closed'));

function reboundItem(ground: PartsGround): readonly string[] {
  const again = reboundsOf(ground);
  if (again.length === 0) return [];
  const closed = again.filter(({ state }) => state === 'closed').length;
  const named = namedProblems(again, (issue) => [
    categoryOf(issue, ground),
    ...(issue.reboundCount > 1 ? [`第${issue.reboundCount}次反弹`] : []),
    paperStanding(issue, ground.at),
  ]);
  const since = closed === 0 ? '均未再次销号' : closed === again.length ? '均已再次销号' : `已再次销号${closed}件`;
  return [`反弹问题。本期反弹后重新交办${again.length}件，${since}，${howNamed(again)}${named}。`];
}

function chronicItem({ issues, own, at, ...ground }: PartsGround): readonly string[] {
  const days = (issue: Issue): number => daysOnRecord(issue, at);
  const old = issues.filter((issue) => isLongStanding(issue, at)).toSorted((a, b) => days(b) - days(a) || a.no - b.no);
  if (old.length === 0) return [];
  const named = namedProblems(old, (issue) => [
    categoryOf(issue, ground),
    `登记${days(issue)}天`,
    paperStanding(issue, at),
  ]);
  return [`老大难问题。${LONG_STANDING_TEXT}${shareText(old, own)}，${howNamed(old)}${named}。`];
}

function returnedItem({ issues, own, at }: PartsGround): readonly string[] {
  const returned = issues
    .filter((issue) => issue.returnCount >= 2 && (isOpen(issue) || issue.state === 'reported'))
    .toSorted((a, b) => b.returnCount - a.returnCount || a.no - b.no);
  if (returned.length === 0) return [];
  const named = namedProblems(returned, (issue) => [`退回${issue.returnCount}次`, paperStanding(issue, at)]);
  return [`多次退回的问题。退回2次及以上、尚未销号的${shareText(returned, own)}，${howNamed(returned)}${named}。`];
}

function disputedItem({ issues, own, at, rejectedAppeals }: PartsGround): readonly string[] {
  const disputed = longestFirst(
    issues.filter((issue) => isOpen(issue) && rejectedAppeals.includes(issue.no)),
    at,
  );
  if (disputed.length === 0) return [];
  const named = namedProblems(disputed, (issue) => [paperStanding(issue, at)]);
  return [
    `申诉未被采纳的问题。申诉经核实未被采纳、尚未整改到位的${shareText(disputed, own)}，${howNamed(disputed)}${named}。`,
  ];
}

const howNamed = (issues: readonly Issue[]): string => (issues.length > MOST_NAMED ? '如' : '为');

/** Then what the unit still has to put right, before what waits for the office. */
const longestFirst = (issues: readonly Issue[], at: Date): readonly Issue[] => {
  const days = (issue: Issue): number =>
    issue.deadline !== null && isOverdue(issue, at) ? overdueDays(issue.deadline, at) : 0;
  return issues.toSorted((a, b) => days(b) - days(a) || Number(isOpen(b)) - Number(isOpen(a)) || a.no - b.no);
};
