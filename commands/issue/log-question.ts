/** 登记时要问的: what is missing, all of it in one question; a doubtful time or a suggested unit wants a yes (domain §4 log). */
import { entryName } from '../../src/bot/about.ts';
import type { Held, RunContext } from '../../src/bot/command.ts';
import type { Question } from '../../src/bot/hold.ts';
import { statedTime } from '../../src/bot/stated-time.ts';
import { decideDeadline, hasPassed, isDanger } from '../../src/domain/deadline.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { isVerifier, mayDispatch } from '../../src/domain/rights.ts';
import { suggestUnits } from '../../src/domain/routing.ts';
import type { Suggestion } from '../../src/domain/routing.ts';
import type { Ruling } from '../../src/domain/rulings.ts';
import { momentText, weekdayText, dayOf } from '../../src/domain/shanghai.ts';
import { categoryName } from '../../src/domain/stats.ts';
import type { IssueEntry } from '../../src/reading/said.ts';
import type { LogArgs } from './log-args.ts';

export type Context = RunContext<LogArgs & Held> & {
  /** What appeals and designations have settled before. */
  readonly rulings: readonly Ruling[];
};

/** One message with more than this is no list of problems any more. */
const MOST_ISSUES = 20;

/**
 * Null: nothing is to be asked, it can be logged. Grid entries wait for the office, so nobody asks them for a unit.
 * Throws Refusal `log.many`.
 */
export function questionFor(args: LogArgs & Held, context: Context): Question | null {
  const { by, settings, confirmed, pictureIds } = context;
  if (args.issues.length > MOST_ISSUES) {
    const sentence = `这条消息里看出${args.issues.length}个问题，一次最多登记${MOST_ISSUES}个，没有登记。请分几条发。`;
    throw new Refusal('log.many', sentence);
  }
  const needsUnits = mayDispatch(by) && args.issues.some(({ units }) => units.length === 0);
  const missing = {
    location: args.issues.some(({ location }) => isBlank(location)),
    units: needsUnits && !args.issues.every((entry) => isPlaced(entry) && unitsFor(entry, context).length > 0),
    photos: args.fixedOnSpot === true && pictureIds.length === 0 && isVerifier(by, settings),
  };
  if (missing.location || missing.units || missing.photos) return fillQuestion(args, missing);
  if (needsUnits) return unitQuestion(args, context);
  const isDoubtful = args.needsConfirm === true || args.issues.some((entry) => isUndated(entry, context.at));
  // A time that has passed since it was shown has not been said yes to.
  const isOver = args.issues.some((entry) => hasPassed(timeOf(entry), context.at));
  return (isDoubtful && !confirmed) || isOver ? yesQuestion(args, context) : null;
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
const isPlaced = ({ location }: IssueEntry): boolean => !isBlank(location);
/** The time stated; null: none, or one that has passed already. */
export function statedDeadline(entry: IssueEntry, at: Date): Date | null {
  const stated = timeOf(entry);
  return hasPassed(stated, at) ? null : stated;
}

const timeOf = ({ deadline }: IssueEntry): Date | null => statedTime({ deadline });

/** As it is shown: a time that is no limit is none any more when the yes comes. */
const asShown = (issues: readonly IssueEntry[], at: Date): readonly IssueEntry[] =>
  issues.map((entry) => (hasPassed(timeOf(entry), at) ? { ...entry, deadline: null } : entry));

/** 国检前 where nobody has set the day, 上午9点前 at ten: the words give no limit. */
const isUndated = (entry: IssueEntry, at: Date): boolean =>
  entry.deadlineText !== null && statedDeadline(entry, at) === null;

/** Named in the message, else the likeliest of the routing. */
export function unitsFor(entry: IssueEntry, context: Routing): readonly string[] {
  if (entry.units.length > 0) return entry.units;
  const likeliest = suggestionFor(entry, context);
  return likeliest === null ? [] : [likeliest.unit];
}

type Routing = Pick<Context, 'directory' | 'settings' | 'rulings'>;

function suggestionFor(entry: IssueEntry, { directory, settings, rulings }: Routing): Suggestion | null {
  const site = entry.site === null ? null : (directory.site(entry.site) ?? null);
  const settled = { location: entry.location ?? '', rulings };
  return suggestUnits(entry.category ?? 'other', site, directory, settings, settled)[0] ?? null;
}

/** Why the bot thinks so. */
export function whyText(entry: IssueEntry, context: Routing): string {
  const why = suggestionFor(entry, context)?.why ?? '';
  return why === '' ? '' : `（${why}）`;
}

interface Missing {
  readonly location: boolean;
  readonly units: boolean;
  readonly photos: boolean;
}

function fillQuestion(args: LogArgs, missing: Missing): Question {
  const lacking = args.issues.filter(
    (entry) => (missing.location && !isPlaced(entry)) || (missing.units && entry.units.length === 0),
  );
  const about = (lacking.length > 0 ? lacking : args.issues).map(entryName).join('、');
  const names = [
    ...(missing.location ? ['地点'] : []),
    ...(missing.units ? ['责任单位'] : []),
    ...(missing.photos ? ['整改后的照片'] : []),
  ];
  const asks = [
    ...(missing.location ? ['在什么位置'] : []),
    ...(missing.units ? ['由哪个单位负责'] : []),
    ...(missing.photos ? ['现场整改后的照片也请发来'] : []),
  ];
  const text = `还差${names.join('、')}：${about}${asks.join('，')}？引用本条回复即可。`.replace('发来？', '发来。');
  const keys = (['location', 'units', 'photos'] as const).filter((key) => missing[key]);
  return { kind: 'fill', command: 'issue.log', args, missing: keys, text };
}

function unitQuestion(args: LogArgs & Held, context: Context): Question {
  const suggested = args.issues.flatMap(({ units }, index) => (units.length === 0 ? [index] : []));
  const issues = args.issues.map((entry) => ({ ...entry, units: unitsFor(entry, context) }));
  const filled = { ...args, issues: asShown(issues, context.at), suggested };
  const isDoubtful = args.needsConfirm === true || issues.some((entry) => isUndated(entry, context.at));
  const lines = isDoubtful
    ? issues.map((entry, index) => readingLine(entry, suggested.includes(index), context))
    : suggested.flatMap((index) => {
        const entry = issues[index];
        if (!entry) return [];
        const why = whyText(entry, context);
        return [`${entry.location ?? ''} ${entry.description}，责任单位建议${entry.units.join('、')}${why}`];
      });
  const text = `请确认：${listed(lines)}回复“对”交办，或直接回复单位名。`;
  return { kind: 'confirm', command: 'issue.log', args: filled, missing: ['units'], text };
}

function yesQuestion(args: LogArgs, context: Context): Question {
  const lines = args.issues.map((entry) => readingLine(entry, false, context));
  return {
    kind: 'confirm',
    command: 'issue.log',
    args: { ...args, issues: asShown(args.issues, context.at) },
    text: `请确认：${listed(lines)}回复“对”登记，回复“改”修改。`,
  };
}

/** One line goes on in the sentence, several stand under each other. */
const listed = (lines: readonly string[]): string =>
  lines.length === 1 ? `${lines.join('')}。` : `\n${lines.map((line, index) => `${index + 1}. ${line}`).join('\n')}\n`;

/** `滨江大道中段 公益广告破损|公益广告|市委宣传部|11月27日（周五）`: the reading as it would be logged. */
function readingLine(entry: IssueEntry, isSuggested: boolean, { at, settings }: Context): string {
  const category = entry.category ?? 'other';
  const stated = statedDeadline(entry, at);
  const until = decideDeadline(
    {
      at,
      stated,
      category,
      hurried: entry.urgent,
      urgent: isDanger({ category, description: entry.description }, settings),
    },
    settings,
  ).at;
  const day = `${momentText(until, at)}（${weekdayText(dayOf(until))}）`;
  const units = entry.units.join('、') || '待创城办确定';
  return [
    `${entry.location ?? ''} ${entry.description}`,
    categoryName(category, settings),
    isSuggested ? `建议${units}` : units,
    isUndated(entry, at) ? `“${entry.deadlineText ?? ''}”不能作为时限，暂按${day}` : day,
  ].join('|');
}
