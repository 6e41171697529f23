/** 一条消息里的几件交办 in one message: what they share is said once (domain §12). */
import { contactsOf } from './addressees.ts';
import { dispatcherText } from './cards.ts';
import type { Card, DispatchWording } from './cards.ts';
import { remainingText } from './deadline.ts';
import type { Issue } from './issue.ts';
import { momentText } from './shanghai.ts';
import { categoryName } from './stats.ts';
import { placeText } from './wording.ts';

/** Two problems or more of one logger and one moment. Tags the liaisons of all units. */
export function dispatchList(issues: readonly Issue[], wording: DispatchWording): Card {
  const [first] = issues;
  if (first === undefined) return { text: '', mentions: [] };
  const shared = sharedFacts(issues, wording);
  const mentions = [
    ...new Set(issues.flatMap(({ units }) => units.flatMap((unit) => contactsOf(unit, wording.directory)))),
  ];
  const nos = numbersText(issues);
  const coUnits = [...new Set(issues.flatMap((issue) => issue.coUnits))];
  const lines = [
    `【交办】${issues.length}件${shared.units === null ? '' : `|${shared.units}`}`,
    ...(shared.place === null ? [] : [`点位：${shared.place}`]),
    ...issues.slice(0, MOST_LINES).map((issue) => itemLine(issue, shared, wording)),
    ...(issues.length > MOST_LINES ? [`另有${issues.length - MOST_LINES}件，各单位回复“我的待办”查看本单位的。`] : []),
    ...(wording.photos > 0 ? [`图片：${wording.photos}张`] : []),
    ...(coUnits.length === 0 ? [] : [`协办：${coUnits.join('、')}`]),
    `${shared.until === null ? '' : `时限：${shared.until} `}交办：${dispatcherText(first, wording)}`,
    ...(shared.units === null
      ? [...unitLines(issues, wording), '认领即受理；整改后回复编号加“已整改”，并附照片。']
      : [
          `${mentions.map((name) => `@${name} `).join('')}回复“认领${nos}”即受理；整改后回复“${first.no}已整改”并附照片。`,
        ]),
  ];
  return { text: lines.join('\n'), mentions };
}

/** `@胡斌 回复“认领33、34”`: each unit its own numbers, so that what stands there works as it is typed. */
function unitLines(issues: readonly Issue[], { directory }: DispatchWording): readonly string[] {
  const units = [...new Set(issues.flatMap((issue) => issue.units))];
  const lines = units.slice(0, MOST_UNITS).map((unit) => {
    const names = contactsOf(unit, directory).map((name) => `@${name} `);
    const nos = numbersText(issues.filter((issue) => issue.units.includes(unit)));
    return `${names.length === 0 ? unit : names.join('')}回复“认领${nos}”`;
  });
  const others = units.slice(MOST_UNITS);
  if (others.length === 0) return lines;
  const names = others.flatMap((unit) => contactsOf(unit, directory)).map((name) => `@${name} `);
  return [...lines, `${names.join('')}回复“我的待办”查看本单位的编号`];
}

/** Of more units each line would be one too many: they look their numbers up. */
const MOST_UNITS = 8;

/** What people read through in a group; an imported list may have hundreds. */
const MOST_LINES = 30;

/** `301、302`, and a span where many follow one another: as it may be typed. */
function numbersText(issues: readonly Issue[]): string {
  const nos = issues.map(({ no }) => no);
  const [first, last] = [nos[0] ?? 0, nos.at(-1) ?? 0];
  return nos.length > 5 && last - first === nos.length - 1 ? `${first}至${last}` : nos.join('、');
}

interface Shared {
  readonly units: string | null;
  readonly place: string | null;
  readonly until: string | null;
}

function sharedFacts(issues: readonly Issue[], wording: DispatchWording): Shared {
  const same = (factOf: (issue: Issue) => string): string | null => {
    const facts = new Set(issues.map(factOf));
    return facts.size === 1 ? ([...facts][0] ?? null) : null;
  };
  return {
    units: same(({ units }) => units.join('、')),
    place: same((issue) => placeText(issue, wording)),
    until: same((issue) => untilText(issue, wording)),
  };
}

function itemLine(issue: Issue, shared: Shared, wording: DispatchWording): string {
  const facts = [
    ...(shared.place === null ? [placeText(issue, wording)] : []),
    `${issue.description}（${categoryName(issue.category, wording.settings)}）`,
  ].join(' ');
  const rest = [
    ...(shared.units === null ? [issue.units.join('、')] : []),
    ...(shared.until === null ? [untilText(issue, wording)] : []),
    ...(issue.urgent ? ['紧急'] : []),
  ];
  return [`#${issue.no} ${facts}`, ...rest].join('|');
}

const untilText = ({ deadline }: Issue, { at }: DispatchWording): string =>
  deadline === null ? '未定' : `${momentText(deadline, at)}（${remainingText(deadline, at)}）`;
