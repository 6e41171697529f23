/** 问卷宣传 (domain §11): households, leaflets and remarks per grid, and the satisfaction figures. Answers of residents are never kept. */
import { Refusal } from './refusal.ts';
import { dayText, stampText } from './shanghai.ts';

/** One round of visits in a grid. */
export interface Outreach {
  readonly at: Date;
  readonly by: string;
  /** 网格: the community or grid, canonical where the directory has it. */
  readonly grid: string;
  readonly households: number;
  readonly leaflets: number;
  /** What residents said about their surroundings, not what they would answer. */
  readonly remarks: readonly string[];
  /** Problems it became. */
  readonly issueNos: readonly number[];
  /** 更正: stands in the place of what the same person reported for the grid on that day. */
  readonly corrects: boolean;
}

/** 满意度 of a grid, as the office entered it. */
export interface Satisfaction {
  readonly at: Date;
  readonly by: string;
  readonly grid: string;
  readonly score: number;
}

/** Throws Refusal `outreach.coaching`: single answers are neither collected nor prompted (§11). */
export function refuseCoaching(): never {
  throw new Refusal(
    'outreach.coaching',
    '问卷由居民自己作答：不收集个人答卷，也不统一口径、引导选项，这条没有登记。可以登记入户宣传情况，例如：翠竹社区入户32户，发放宣传单120份，居民反映楼道灯不亮。',
  );
}

export interface GridOutreach {
  readonly grid: string;
  readonly households: number;
  readonly leaflets: number;
  readonly remarks: number;
  readonly issueNos: readonly number[];
  readonly people: readonly string[];
}

/** Sums by grid, the most households first. */
export function outreachByGrid(visits: readonly Outreach[], dayOf: (at: Date) => string): readonly GridOutreach[] {
  const valid = visits.filter(
    (visit, index) =>
      !visits.some(
        (later, at) =>
          at > index &&
          later.corrects &&
          later.grid === visit.grid &&
          later.by === visit.by &&
          dayOf(later.at) === dayOf(visit.at),
      ),
  );
  const sum = (own: readonly Outreach[], pick: (visit: Outreach) => number): number =>
    own.reduce((total, visit) => total + pick(visit), 0);
  return [...Map.groupBy(valid, ({ grid }) => grid)]
    .map(([grid, own]) => ({
      grid,
      households: sum(own, ({ households }) => households),
      leaflets: sum(own, ({ leaflets }) => leaflets),
      remarks: sum(own, ({ remarks }) => remarks.length),
      issueNos: own.flatMap(({ issueNos }) => issueNos),
      people: [...new Set(own.map(({ by }) => by))],
    }))
    .toSorted((a, b) => b.households - a.households || (a.grid < b.grid ? -1 : 1));
}

/** The last figure of each grid, the lowest first. */
export const latestSatisfaction = (scores: readonly Satisfaction[]): readonly Satisfaction[] =>
  [...new Map(scores.map((score) => [score.grid, score])).values()].toSorted((a, b) => a.score - b.score);

export interface OutreachListing {
  readonly at: Date;
  readonly most: number;
  /** Below it the survey fails (§11: 80). */
  readonly line: number;
  readonly from: string;
}

export function outreachText(
  grids: readonly GridOutreach[],
  scores: readonly Satisfaction[],
  { at, most, line, from }: OutreachListing,
): string {
  if (grids.length === 0 && scores.length === 0)
    return `${dayText(from)}以来没有入户宣传记录（截至${stampText(at)}）。`;
  const total = grids.reduce((sum, grid) => sum + grid.households, 0);
  const leaflets = grids.reduce((sum, grid) => sum + grid.leaflets, 0);
  const lines = grids.slice(0, most).map(({ grid, households, leaflets: own, remarks, issueNos, people }) => {
    const problems = issueNos.length === 0 ? '' : `，转问题${issueNos.map((no) => `#${no}`).join('、')}`;
    return `${grid}：入户${households}户，宣传单${own}份，居民反映${remarks}条${problems}（${people.join('、')}）`;
  });
  const below = scores.filter(({ score }) => score < line);
  return [
    `入户宣传（${dayText(from)}以来，截至${stampText(at)}）：${grids.length}个网格，入户${total}户，宣传单${leaflets}份`,
    ...lines,
    ...(grids.length > most ? [`另有${grids.length - most}个网格`] : []),
    ...(scores.length === 0
      ? []
      : [
          `满意度：${scores
            .slice(0, most)
            .map((score) => scoreText(score, line))
            .join('、')}`,
        ]),
    ...(below.length === 0 ? [] : [`低于${line}分的${below.length}个，请重点走访。`]),
  ].join('\n');
}

/** `翠竹社区83.5`, `油坊社区76.0（低于80）`. */
export const scoreText = ({ grid, score }: Pick<Satisfaction, 'grid' | 'score'>, line: number): string =>
  `${grid}${score.toFixed(1)}${score < line ? `（低于${line}）` : ''}`;
