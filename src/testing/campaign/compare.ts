/** What the product holds and answers, beside what the campaign remembers. Every difference is a line; none is the aim. */
import { figuresOf } from '../../domain/figures.ts';
import type { Figures } from '../../domain/figures.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Settings } from '../../domain/settings.ts';
import { standAt } from './case.ts';
import type { Case, Stand } from './case.ts';
import { dayAt, daysLate } from './limits.ts';
import { share } from './share.ts';
import type { Stage } from './stage.ts';
import { tallyOf } from './tally.ts';
import type { Span, Tally } from './tally.ts';

/** Problem by problem, as of a moment. */
export function caseDifferences(cases: readonly Case[], issues: readonly Issue[], at: number): string[] {
  const kept = new Map(issues.map((issue) => [issue.no, issue]));
  const known = cases.flatMap((problem): string[] => {
    const stand = standAt(problem, at);
    const issue = kept.get(problem.no);
    kept.delete(problem.no);
    if (stand === undefined || issue === undefined) {
      return stand === undefined && issue === undefined ? [] : [`#${problem.no} is known to one side only`];
    }
    const [mine, its] = [factsOf(problem, stand), factsOfIssue(issue)];
    return mine === its ? [] : [`#${problem.no} ${dayAt(at)}: ${mine}\n  the product: ${its}`];
  });
  return [...known, ...[...kept.keys()].map((no) => `#${no} was never logged here`)];
}

const iso = (at: number | null | undefined): string =>
  at === null || at === undefined ? '-' : new Date(at).toISOString().slice(5, 19);

const factsOf = ({ category }: Case, stand: Stand): string =>
  [
    category,
    stand.state,
    stand.units.join('、'),
    `from ${iso(stand.dispatchedAt)} due ${iso(stand.due)} claimed ${iso(stand.claimedAt)} reported ${iso(stand.reportedAt)} closed ${iso(stand.closedAt)}`,
    `returned ${stand.returns} rebounds ${stand.rebounds} extended ${stand.extensions}`,
    `appealed ${stand.appealed.join('、')}`,
  ].join('; ');

const factsOfIssue = (issue: Issue): string =>
  [
    issue.category,
    issue.state,
    issue.units.join('、'),
    `from ${iso(issue.dispatchedAt?.getTime())} due ${iso(issue.deadline?.getTime())} claimed ${iso(issue.claimedAt?.getTime())} reported ${iso(issue.reportedAt?.getTime())} closed ${iso(issue.closedAt?.getTime())}`,
    `returned ${issue.returnCount} rebounds ${issue.reboundCount} extended ${issue.extensionCount}`,
    `appealed ${issue.appealedBy.join('、')}`,
  ].join('; ');

export interface Asking {
  readonly cases: readonly Case[];
  readonly issues: readonly Issue[];
  readonly at: number;
  readonly settings: Settings;
}

/** Figures of every unit and of the city, for several periods. */
export function figureDifferences(
  { cases, issues, at, settings }: Asking,
  units: readonly string[],
  spans: readonly (Span | null)[],
): string[] {
  return [null, ...units].flatMap((unit) =>
    spans.flatMap((span): string[] => {
      const mine = JSON.stringify(tallyOf(cases, unit, span, at));
      const figures = figuresOf(issues, {
        at: new Date(at),
        settings,
        period: span,
        ...(unit === null ? {} : { unit }),
      });
      const its = JSON.stringify(tallyOfFigures(figures));
      return mine === its
        ? []
        : [`${unit ?? '全市'} ${span?.from ?? ''} as of ${dayAt(at)}: ${mine}\n  the product: ${its}`];
    }),
  );
}

/** The product's figures in the words of the tally, from the fractions that people see. */
export const tallyOfFigures = (figures: Figures): Tally => ({
  count: figures.rectificationRate.denominator,
  closed: figures.rectificationRate.numerator,
  reported: figures.reportedRate.numerator - figures.rectificationRate.numerator,
  due: figures.closureRate.denominator,
  onTime: figures.onTimeRate.numerator,
  late: figures.lateRate.numerator,
  settled: figures.onTimeRate.denominator,
  overdue: figures.overdueOpen,
  returned: figures.returnRate.numerator,
  everReported: figures.returnRate.denominator,
  rebounds: figures.reboundRate.numerator,
  claimedInTime: figures.claimRate.numerator,
  suspended: figures.leftOut.suspended,
  withdrawn: figures.leftOut.withdrawn,
  merged: figures.leftOut.merged,
  draft: figures.leftOut.draft,
  moved: figures.leftOut.moved,
});

type Question = readonly [words: string, expected: (tally: Tally) => string | null];

/** Null: nothing to divide by, so no fraction is expected. */
const fraction =
  (name: string, part: keyof Tally, whole: keyof Tally) =>
  (tally: Tally): string | null =>
    tally[whole] === 0 ? null : `${name} ${share(tally[part], tally[whole])}`;

export const QUESTIONS: readonly Question[] = [
  ['整改率', fraction('整改率', 'closed', 'count')],
  ['按期整改率', fraction('按期整改率', 'onTime', 'settled')],
  ['办结率', fraction('办结率', 'closed', 'due')],
  ['逾期率', fraction('逾期率', 'late', 'settled')],
  ['返工率', fraction('返工率', 'returned', 'everReported')],
  ['反弹率', fraction('反弹率', 'rebounds', 'closed')],
  ['认领及时率', fraction('认领及时率', 'claimedInTime', 'count')],
  [
    '申报整改率',
    ({ closed, reported, count }) => (count === 0 ? null : `申报整改率 ${share(closed + reported, count)}`),
  ],
];

/** Asks the bot and reads the figure out of its answer. `period` is said before the figure: 本周, 9月份. */
export async function answerDifferences(
  stage: Stage,
  units: readonly string[],
  asked: { readonly period: string; readonly span: Span | null; readonly questions: readonly Question[] },
): Promise<string[]> {
  const wrong: string[] = [];
  for (const unit of units) {
    for (const [words, expected] of asked.questions) {
      const text = `${unit}${asked.period}${words}`;
      const heard = await stage.says('周敏', text, { group: null });
      const tally = tallyOf(stage.cases, unit, asked.span, stage.now());
      const figure = expected(tally);
      const wanted = tally.count === 0 ? '本期无交办问题' : figure;
      if (wanted !== null && !heard.text.includes(wanted)) wrong.push(`${text}\n  → ${heard.text}\n  ≠ ${wanted}`);
      wrong.push(...wrongDays(stage, heard.text).map((each) => `${text}: ${each}`));
    }
  }
  return wrong;
}

/** 超期天数, wherever an answer tells it of a problem. */
function wrongDays(stage: Stage, answer: string): string[] {
  const at = stage.now();
  return [...answer.matchAll(/#(\d+) 超期(\d+)天/g)].flatMap(([, no, days]): string[] => {
    const due = stage.cases[Number(no) - 1]?.stands.at(-1)?.due ?? null;
    const mine = due === null || due >= at ? 0 : daysLate(due, at);
    return mine === Number(days) ? [] : [`#${no ?? ''} is ${mine} days late, not ${days ?? ''}`];
  });
}
