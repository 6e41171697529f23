/** 查得分率, by site type, indicator or site. */
import { defineCommand } from '../../src/bot/command.ts';
import { examText, scoreRates } from '../../src/domain/exam.ts';
import { standingScores } from '../../src/domain/exam-standing.ts';
import { combinedText, wayOf, wayRates } from '../../src/domain/exam-ways.ts';
import type { ExamScore } from '../../src/domain/exam.ts';
import { addDays, startOfDay } from '../../src/domain/shanghai.ts';
import { indicatorIn } from '../material/indicator.ts';
import type { Period } from '../../src/reading/periods.ts';

export interface ExamQueryArgs {
  readonly groupBy: 'siteType' | 'indicator' | 'site' | 'way';
  readonly indicator?: string;
  readonly sites: readonly string[];
  readonly siteTypes: readonly string[];
  readonly kind?: 'mock' | 'monthly';
  readonly period: Period | null;
}

export default defineCommand<ExamQueryArgs>({
  id: 'exam.query',
  summary: '查测评得分率',
  examples: ['模拟测评得分率', '各类点位得分率', '各指标得分率是多少', '测评综合得分'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'exam.query') return undefined;
    const { text, sites, siteTypes, period } = said;
    const indicator = indicatorIn(text);
    return {
      groupBy: /综合得分|三种方式|总得分|权重/.test(text)
        ? 'way'
        : indicator === null && /指标/.test(text)
          ? 'indicator'
          : indicator !== null || sites.length > 0 || /(?<!类)点位|哪[些个]|最/.test(text)
            ? 'site'
            : 'siteType',
      sites,
      siteTypes,
      ...(indicator === null ? {} : { indicator }),
      ...(/月度|月测/.test(text)
        ? { kind: 'monthly' as const }
        : /模拟|模考/.test(text)
          ? { kind: 'mock' as const }
          : {}),
      period,
    };
  },

  async run({ args, at, store, settings }) {
    const { groupBy, sites, period } = args;
    const now = new Date(at.getTime() + 1);
    const from = startOfDay(period?.from ?? settings.campaign.from);
    const until = period === null ? now : startOfDay(addDays(period.to, 1));
    const standing = standingScores(await store.exams.between(startOfDay(settings.campaign.from), now));
    const asked = standing.filter((score) => score.at >= from && score.at < until && isAsked(score, args));
    if (groupBy === 'way') {
      const rates = wayRates(asked, await store.satisfaction.between(from, until));
      return {
        text: combinedText(rates, { at, weights: settings.exam.weights, line: settings.outreach.satisfactionLine }),
      };
    }
    const scores = asked.filter((score) => wayOf(score) === 'fieldVisit' || args.indicator !== undefined);
    const typeName = (id: string | null): string => settings.siteTypes.find((type) => type.id === id)?.name ?? '其他';
    const keyOf = {
      siteType: (score: ExamScore) => typeName(score.siteType),
      indicator: (score: ExamScore) => score.indicator,
      site: (score: ExamScore) => score.place,
    }[groupBy];
    const title = { siteType: '各类点位', indicator: '各指标', site: '各点位' }[groupBy];
    const listing = { at, most: settings.bulletin.mostListed, title };
    const lost = sites.length > 0 ? lostLines(scores) : [];
    return { text: [examText(scoreRates(scores, keyOf), listing), ...lost].join('\n') };
  },
});

function isAsked(score: ExamScore, { kind, sites, siteTypes, indicator }: ExamQueryArgs): boolean {
  return (
    (kind === undefined || score.kind === kind) &&
    (sites.length === 0 || sites.includes(score.place)) &&
    (indicator === undefined || score.indicator === indicator) &&
    (siteTypes.length === 0 || (score.siteType !== null && siteTypes.includes(score.siteType)))
  );
}

/** What the points were lost for, with the problems it became. */
function lostLines(scores: readonly ExamScore[]): readonly string[] {
  const lost = scores.flatMap((score) => score.lost);
  if (lost.length === 0) return [];
  const nos = scores.flatMap(({ issueNos }) => issueNos);
  const made = nos.length === 0 ? '' : `（转为问题${nos.map((no) => `#${no}`).join('、')}）`;
  return [`失分：${[...new Set(lost)].join('、')}${made}`];
}
