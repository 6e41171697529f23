/** 测评综合得分 (domain §11): the three ways with their weights, which are settings because editions change. */
import { scoreRateText, scoreRates } from './exam.ts';
import type { ExamScore } from './exam.ts';
import type { Satisfaction } from './outreach.ts';
import { latestSatisfaction } from './outreach.ts';
import { stampText } from './shanghai.ts';

/** 实地考察, 网上申报, 问卷. */
export type ExamWay = 'fieldVisit' | 'onlineMaterial' | 'survey';

export const WAY_NAMES: Readonly<Record<ExamWay, string>> = {
  fieldVisit: '实地考察',
  onlineMaterial: '网上申报',
  survey: '问卷调查',
};

const WAYS: readonly ExamWay[] = ['fieldVisit', 'onlineMaterial', 'survey'];

/** An entry that names no way is of a site. */
export const wayOf = ({ way }: Pick<ExamScore, 'way'>): ExamWay => way ?? 'fieldVisit';

export interface WayRate {
  readonly way: ExamWay;
  /** Percent, 0–100; null: nothing is known. */
  readonly percent: number | null;
  /** `84.0%(42/50)`, `83.5%（2个网格满意度平均）`. */
  readonly text: string;
}

/** Each way by its own entries; the survey, where nobody entered any, by the satisfaction figures of the grids. */
export function wayRates(scores: readonly ExamScore[], satisfaction: readonly Satisfaction[]): readonly WayRate[] {
  const rates = scoreRates(scores, wayOf);
  return WAYS.map((way) => {
    const own = rates.find(({ key }) => key === way);
    if (own) return { way, percent: (100 * own.gained) / own.total, text: scoreRateText(own) };
    const grids = way === 'survey' ? latestSatisfaction(satisfaction) : [];
    if (grids.length === 0) return { way, percent: null, text: '暂无得分' };
    const mean = grids.reduce((sum, { score }) => sum + score, 0) / grids.length;
    return { way, percent: mean, text: `${mean.toFixed(1)}%（${grids.length}个网格满意度平均）` };
  });
}

export interface CombinedQuestion {
  readonly at: Date;
  /** Percent of each way; together 100. */
  readonly weights: Readonly<Record<ExamWay, number>>;
  /** 满意度 below it fails. */
  readonly line: number;
}

/** The weighted score of the ways that are known: the weights of the others are left out, and that is said. Null: none is. */
function combinedScore(rates: readonly WayRate[], { weights }: Pick<CombinedQuestion, 'weights'>): number | null {
  const known = rates.flatMap(({ way, percent }) => (percent === null ? [] : [{ percent, weight: weights[way] }]));
  const whole = known.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? null : known.reduce((sum, { percent, weight }) => sum + percent * weight, 0) / whole;
}

/** The answer to 测评综合得分. */
export function combinedText(rates: readonly WayRate[], question: CombinedQuestion): string {
  const { at, weights, line } = question;
  const score = combinedScore(rates, question);
  if (score === null) return `还没有测评得分（截至${stampText(at)}）。`;
  const unknown = rates.filter(({ percent }) => percent === null);
  const survey = rates.find(({ way }) => way === 'survey')?.percent ?? null;
  return [
    `测评综合得分${score.toFixed(1)}（截至${stampText(at)}）`,
    ...rates.map(({ way, text }) => `${WAY_NAMES[way]}（权重${weights[way]}%）：${text}`),
    ...(unknown.length === 0
      ? []
      : [`${unknown.map(({ way }) => WAY_NAMES[way]).join('、')}暂无得分，综合得分按其余部分折算。`]),
    ...(survey !== null && survey < line ? [`问卷低于${line}分，按测评规则不合格，请重点走访。`] : []),
  ].join('\n');
}
