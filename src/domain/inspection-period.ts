/** 迎检期 switched in chat (domain §13.2): an explicit act with an end date; the newest one goes before the settings file. */
import type { Person } from './directory.ts';
import type { Period } from './figures.ts';
import { Refusal } from './refusal.ts';
import { isOfficeLead } from './rights.ts';
import type { Settings } from './settings.ts';
import { addDays, dayOf, dayText, daysBetween, periodText } from './shanghai.ts';

export interface InspectionSwitch {
  readonly at: Date;
  readonly by: string;
  /** Null: ended. */
  readonly period: Period | null;
}

/** A period without end would make the exception the rule. */
const LONGEST_PERIOD_DAYS = 60;

/**
 * The settings with what was switched in chat. One that is over says nothing any more; an end by word of mouth holds against the
 * file's period that had begun, not against one that the file names for later.
 */
export function withSwitches(settings: Settings, switches: readonly InspectionSwitch[], at: Date): Settings {
  const newest = switches.at(-1);
  if (newest === undefined) return settings;
  const kept = { ...settings, pastInspectionPeriods: pastPeriods(switches) };
  if (newest.period !== null) {
    return newest.period.to < dayOf(at) ? kept : { ...kept, inspectionPeriod: newest.period };
  }
  const { inspectionPeriod } = settings;
  if (inspectionPeriod === null || inspectionPeriod.from > dayOf(newest.at)) return kept;
  return {
    ...kept,
    inspectionPeriod: null,
    pastInspectionPeriods: [...kept.pastInspectionPeriods, ...until(inspectionPeriod, newest.at)],
  };
}

/** The settings in force at a moment: those of the file with what had been switched in chat by then. */
export async function settingsAt(
  settings: Settings,
  at: Date,
  switches: { between(from: Date, to: Date): Promise<readonly InspectionSwitch[]> },
): Promise<Settings> {
  return withSwitches(settings, await switches.between(new Date(0), new Date(at.getTime() + 1)), at);
}

/** The days that each one has had: a later switch ends it the day before. 认领及时率 of those days must not change when it is over. */
function pastPeriods(switches: readonly InspectionSwitch[]): readonly Period[] {
  return switches.flatMap(({ period }, index) => {
    if (period === null) return [];
    const next = switches[index + 1];
    return next === undefined ? [period] : until(period, next.at);
  });
}

/** What it has had when it is switched off: the days before; none on its first. */
function until({ from, to }: Period, end: Date): readonly Period[] {
  const before = addDays(dayOf(end), -1);
  const last = before < to ? before : to;
  return from <= last ? [{ from, to: last }] : [];
}

export interface Opening {
  readonly by: Person;
  readonly at: Date;
  /** First day, `2026-11-25`; null or past: today. */
  readonly from: string | null;
  /** Last day. */
  readonly to: string | null;
}

/** 开启, today or from a later day on. Throws Refusal: `right`, `period.end`. */
export function openPeriod({ by, at, from: stated, to }: Opening): Period {
  requireLead(by);
  const today = dayOf(at);
  const from = stated !== null && stated > today ? stated : today;
  if (to === null) throw new Refusal('period.end', '请说明到哪一天结束，例如：开启迎检期到12月10日');
  if (to < today) throw new Refusal('period.end', '结束日期已经过去，请重新说明，例如：开启迎检期到12月10日');
  if (to < from) throw new Refusal('period.end', '结束日期早于开始日期，请重新说明，例如：开启迎检期到12月10日');
  if (daysBetween(from, to) > LONGEST_PERIOD_DAYS) {
    const latest = dayText(addDays(from, LONGEST_PERIOD_DAYS), from);
    throw new Refusal(
      'period.end',
      `迎检期一次最长${LONGEST_PERIOD_DAYS}天，最晚到${latest}。到期仍需要的，可以再开启一次。`,
    );
  }
  return { from, to };
}

export interface Closing {
  readonly by: Person;
  readonly at: Date;
  readonly settings: Settings;
  /** The newest switch; undefined: there was none. */
  readonly newest: InspectionSwitch | undefined;
}

/** 结束, also of one that was switched for later. Throws Refusal: `right`, `period.none`. */
export function closePeriod({ by, at, settings, newest }: Closing): void {
  requireLead(by);
  const { inspectionPeriod } = settings;
  const today = dayOf(at);
  if (inspectionPeriod === null || inspectionPeriod.to < today) {
    throw new Refusal('period.none', '现在不在迎检期，不用结束。');
  }
  if (inspectionPeriod.from <= today || newest?.period?.from === inspectionPeriod.from) return;
  const days = periodText(inspectionPeriod.from, inspectionPeriod.to, today);
  throw new Refusal(
    'period.none',
    `迎检期还没有开始（${days}），是设置文件里定的，没有作任何改动。要取消，请系统管理员修改设置；开始以后可以回复“结束迎检期”。`,
  );
}

function requireLead(by: Person): void {
  if (isOfficeLead(by)) return;
  throw new Refusal('right', '迎检期由创城办负责人开启和结束。没有作任何改动。');
}
