/** 查得分率, by site type, indicator or site. */
import { defineCommand } from '../../src/bot/command.ts';
import { examText, scoreRates } from '../../src/domain/exam.ts';
import type { ExamScore } from '../../src/domain/exam.ts';
import { addDays, startOfDay } from '../../src/domain/shanghai.ts';
import type { Period } from '../../src/reading/periods.ts';

export interface ExamQueryArgs {
  readonly groupBy: 'siteType' | 'indicator' | 'site';
  readonly sites: readonly string[];
  readonly siteTypes: readonly string[];
  readonly kind?: 'mock' | 'monthly';
  readonly period: Period | null;
}

export default defineCommand<ExamQueryArgs>({
  id: 'exam.query',
  summary: '查测评得分率',
  examples: ['模拟测评得分率', '各类点位得分率', '各指标得分率是多少'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'exam.query') return undefined;
    const { text, sites, siteTypes, period } = said;
    return {
      groupBy: /指标/.test(text)
        ? 'indicator'
        : sites.length > 0 || /(?<!类)点位|哪[些个]|最/.test(text)
          ? 'site'
          : 'siteType',
      sites,
      siteTypes,
      ...(/月度|月测/.test(text)
        ? { kind: 'monthly' as const }
        : /模拟|模考/.test(text)
          ? { kind: 'mock' as const }
          : {}),
      period,
    };
  },

  async run({ args, at, store, settings }) {
    const { groupBy, sites, siteTypes, kind, period } = args;
    const from = startOfDay(period?.from ?? settings.campaign.from);
    const until = period === null ? new Date(at.getTime() + 1) : startOfDay(addDays(period.to, 1));
    const scores = (await store.exams.between(from, until)).filter(
      (score) =>
        (kind === undefined || score.kind === kind) &&
        (sites.length === 0 || sites.includes(score.place)) &&
        (siteTypes.length === 0 || (score.siteType !== null && siteTypes.includes(score.siteType))),
    );
    const typeName = (id: string | null): string => settings.siteTypes.find((type) => type.id === id)?.name ?? '其他';
    const keyOf = {
      siteType: (score: ExamScore) => typeName(score.siteType),
      indicator: (score: ExamScore) => score.indicator,
      site: (score: ExamScore) => score.place,
    }[groupBy];
    const title = { siteType: '各类点位', indicator: '各指标', site: '各点位' }[groupBy];
    return { text: examText(scoreRates(scores, keyOf), { at, most: settings.bulletin.mostListed, title }) };
  },
});
