/** 答复回复率: the figures of citizens' messages (domain §5): of all received, answered or closed. */
import { periodName } from './answers.ts';
import { citizenFigures } from './citizen-figures.ts';
import type { CitizenMessage } from './citizen.ts';
import type { Period } from './figures.ts';
import { rateText } from './rate.ts';
import type { Settings } from './settings.ts';
import { addDays, stampText, startOfDay } from './shanghai.ts';

export interface CitizenRateQuestion {
  readonly at: Date;
  readonly period: Period | null;
  readonly settings: Pick<Settings, 'citizen' | 'campaign'>;
  readonly units: readonly string[];
  readonly channel: CitizenMessage['channel'] | null;
}

/** `市民留言 11月16—22日：收到8件，回复率 87.5%(7/8)，办结率 75.0%(6/8)，…`. */
export function citizenRateAnswer(messages: readonly CitizenMessage[], question: CitizenRateQuestion): string {
  const { at, period, settings, units, channel } = question;
  const figures = citizenFigures(messages, {
    from: startOfDay(period?.from ?? settings.campaign.from),
    to: period === null ? null : startOfDay(addDays(period.to, 1)),
    at,
    units,
    ...(channel === null ? {} : { channel }),
    answerHours: settings.citizen.answerHours,
  });
  const about = `${units.join('、')}${channel === '12345' ? '12345热线' : '市民留言'}`;
  const head = `${about} ${periodName(period, at)}：`;
  const asOf = `（截至${stampText(at)}）`;
  if (figures.received === 0) return `${head}没有收到留言。\n${asOf}`;
  const { received, replyRate, closureRate, satisfactionRate, late } = figures;
  const clauses = [
    `收到${received}件`,
    `回复率 ${rateText(replyRate)}`,
    `办结率 ${rateText(closureRate)}`,
    ...(satisfactionRate.denominator === 0 ? [] : [`满意率 ${rateText(satisfactionRate)}`]),
    ...(late === 0 ? [] : [`答复超时${late}件`]),
  ];
  return `${head}${clauses.join('，')}。\n${asOf}`;
}
