/** 测评得分 (domain §5 得分率, §11): scores of mock and monthly examinations by site type and indicator. */
import type { ExamWay } from './exam-ways.ts';
import { percentText } from './rate.ts';
import { Refusal } from './refusal.ts';
import { dayOf, stampText } from './shanghai.ts';

export interface ExamScore {
  readonly at: Date;
  readonly by: string;
  /** 模拟测评, 月度测评. */
  readonly kind: 'mock' | 'monthly';
  /** Absent: 实地考察. */
  readonly way?: ExamWay;
  readonly place: string;
  /** Id of the site's type; null where the place is no site of the directory. */
  readonly siteType: string | null;
  /** `Ⅱ-3`; null: none named. */
  readonly indicator: string | null;
  /** Points gained of points to be had: 42 of 50. */
  readonly gained: number;
  readonly total: number;
  /** 失分项. */
  readonly lost: readonly string[];
  /** Problem drafts made of them. */
  readonly issueNos: readonly number[];
  /** Moment (ISO) of the entry that this one replaces. */
  readonly replaces?: string;
  /** The replaced one counts no more, and nothing in its place. */
  readonly withdrawn?: boolean;
}

export const EXAM_KINDS: Readonly<Record<ExamScore['kind'], string>> = { mock: '模拟测评', monthly: '月度测评' };

/** Throws Refusal `exam.score` where more was gained than there is, or there is nothing to gain. */
export function requireScore(gained: number, total: number): void {
  if (total > 0 && gained <= total) return;
  throw new Refusal('exam.score', `得分${gained}/${total}不对，请核对后写成“得分 42/50”的样子。没有登记。`);
}

export interface ScoreRate {
  readonly key: string;
  readonly gained: number;
  readonly total: number;
  readonly places: number;
}

/** 得分率 by whatever the key is, the lowest first. The last score of a kind, day, place and indicator stands for it. */
export function scoreRates(
  scores: readonly ExamScore[],
  keyOf: (score: ExamScore) => string | null,
): readonly ScoreRate[] {
  const last = new Map(
    scores.map((score) => [
      [score.kind, score.way ?? '', dayOf(score.at), score.place, score.indicator ?? ''].join(' '),
      score,
    ]),
  );
  const groups = Map.groupBy(last.values(), keyOf);
  return [...groups]
    .flatMap(([key, own]) => {
      if (key === null) return [];
      const gained = own.reduce((sum, score) => sum + score.gained, 0);
      const total = own.reduce((sum, score) => sum + score.total, 0);
      return [{ key, gained, total, places: new Set(own.map(({ place }) => place)).size }];
    })
    .toSorted((a, b) => a.gained * b.total - b.gained * a.total || (a.key < b.key ? -1 : 1));
}

/** `84.0%(42/50)`; tenths of points are kept. */
export function scoreRateText({ gained, total }: Pick<ScoreRate, 'gained' | 'total'>): string {
  const rate = { numerator: Math.round(gained * 10), denominator: Math.round(total * 10) };
  return `${percentText(rate) ?? '—'}(${gained}/${total})`;
}

export interface ExamListing {
  readonly at: Date;
  readonly most: number;
  /** `各类点位`, `各指标`, `各点位`. */
  readonly title: string;
}

/** The answer to 测评得分率: all together, then a line each, the lowest first. */
export function examText(rates: readonly ScoreRate[], { at, most, title }: ExamListing): string {
  if (rates.length === 0) return `还没有测评得分（截至${stampText(at)}）。`;
  const all = {
    gained: rates.reduce((sum, { gained }) => sum + gained, 0),
    total: rates.reduce((sum, { total }) => sum + total, 0),
  };
  return [
    `测评得分率${scoreRateText(all)}（截至${stampText(at)}），${title}从低到高：`,
    ...rates.slice(0, most).map((rate) => `${rate.key}：${scoreRateText(rate)}，${rate.places}个点位`),
    ...(rates.length > most ? [`另有${rates.length - most}项`] : []),
  ].join('\n');
}
