/** 查到岗. */
import { defineCommand } from '../../src/bot/command.ts';
import { dutyTable, dutyText, requireDutyPeriod } from '../../src/domain/duty.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { isInspectionPeriod } from '../../src/domain/workday.ts';
import { addDays, dayOf, startOfDay } from '../../src/domain/shanghai.ts';
import type { Period } from '../../src/reading/periods.ts';
import { filtersOf } from '../filters.ts';
import type { Filters } from '../filters.ts';

const MOST_DAYS = 7;

export interface DutyQueryArgs extends Filters {
  readonly filter?: 'absent';
  readonly period: Period | null;
}

export default defineCommand<DutyQueryArgs>({
  id: 'duty.query',
  summary: '查到岗情况（迎检期）',
  examples: ['今天早上8点路口执勤哪些单位没到岗', '今天到岗情况', '城管局到岗了吗'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'duty.query') return undefined;
    return {
      ...filtersOf(said),
      ...(/没(?:有)?(?:到|在|上|签)|未(?:到|在|上|签)|缺/.test(said.text) ? { filter: 'absent' as const } : {}),
      period: said.period,
    };
  },

  async run(context) {
    const { args, at, settings, store } = context;
    const days = daysOf(args.period, dayOf(at), settings);
    for (const day of days.slice(0, 1)) requireDutyPeriod(startOfDay(day), settings);
    const texts: string[] = [];
    for (const day of days) {
      const checks = await store.duty.between(startOfDay(day), startOfDay(addDays(day, 1)));
      const rows = dutyTable(checks, settings.duty.posts).filter(
        ({ post, unit }) =>
          (args.units.length === 0 || args.units.includes(unit)) &&
          (args.sites === undefined || args.sites.some((site) => post.includes(site))),
      );
      texts.push(dutyText(rows, day, args.filter === 'absent'));
    }
    return { text: texts.join('\n') };
  },
});

/** The days asked for that have come, of the inspection period, the last seven of them; outside it the one that is refused. */
function daysOf(period: Period | null, today: string, settings: Settings): readonly string[] {
  const last = period === null ? today : period.to > today && period.from <= today ? today : period.to;
  const days: string[] = [];
  for (let day = last; day >= (period?.from ?? last) && days.length < MOST_DAYS; day = addDays(day, -1)) {
    if (isInspectionPeriod(day, settings)) days.unshift(day);
  }
  return days.length === 0 ? [last] : days;
}
