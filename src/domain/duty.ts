/** 到岗 (domain §11, §13.5): headcounts by post, in an inspection period only. */
import { Refusal } from './refusal.ts';
import type { DutyPost, Settings } from './settings.ts';
import { dayOf, dayText, timeText } from './shanghai.ts';
import { isInspectionPeriod } from './workday.ts';

/** One check-in, as it was reported. */
export interface DutyCheck {
  readonly at: Date;
  readonly by: string;
  readonly post: string;
  readonly unit: string;
  readonly headcount: number;
}

/**
 * Throws Refusal `duty.noPeriod` outside a switched-on inspection period: then nobody is made to report where he stands (§13), and
 * `duty.off` where the city has switched check-ins off altogether.
 */
export function requireDutyPeriod(at: Date, settings: Pick<Settings, 'inspectionPeriod' | 'duty'>): void {
  if (!isInspectionPeriod(dayOf(at), settings)) {
    throw new Refusal(
      'duty.noPeriod',
      '现在不在迎检期。按整治形式主义、为基层减负的规定，平时不组织打卡、报到岗，这条没有登记，也不用再报。',
    );
  }
  if (!settings.duty.checkin) {
    throw new Refusal('duty.off', '本市没有开启到岗登记，这条没有登记，也不用再报。');
  }
}

/** The post a place stands for: by its name, either way round; else the unit's only one; undefined: none of the list. */
export function postOf(place: string | null, unit: string | null, posts: readonly DutyPost[]): DutyPost | undefined {
  if (place !== null) {
    const named = posts.filter(({ name }) => name.includes(place) || place.includes(name));
    return named.find(({ units }) => unit !== null && units.includes(unit)) ?? named[0];
  }
  const own = posts.filter(({ units }) => unit !== null && units.includes(unit));
  return own.length === 1 ? own[0] : undefined;
}

export interface DutyRow {
  readonly post: string;
  readonly unit: string;
  /** People wanted; null: a place that is not on the list of posts. */
  readonly wanted: number | null;
  readonly present: number;
  readonly at: Date | null;
}

/** The day's table: a line for each post and unit; the last check-in of each counts. */
export function dutyTable(checks: readonly DutyCheck[], posts: readonly DutyPost[]): readonly DutyRow[] {
  const last = new Map(checks.map((check) => [`${check.post} ${check.unit}`, check]));
  const wanted = posts.flatMap(({ name, units, people }) =>
    units.map((unit): DutyRow => {
      const check = last.get(`${name} ${unit}`);
      last.delete(`${name} ${unit}`);
      return { post: name, unit, wanted: people, present: check?.headcount ?? 0, at: check?.at ?? null };
    }),
  );
  const others = [...last.values()].map(({ post, unit, headcount, at }): DutyRow => ({
    post,
    unit,
    wanted: null,
    present: headcount,
    at,
  }));
  return [...wanted, ...others];
}

/** 未到岗: no check-in, or nobody there. */
const isAbsent = (row: DutyRow): boolean => row.wanted !== null && row.present === 0;

/** 人数不足. */
export const isShort = (row: DutyRow): boolean => row.wanted !== null && row.present > 0 && row.present < row.wanted;

/** The answer to 到岗情况 and to 谁没到岗. */
export function dutyText(rows: readonly DutyRow[], day: string, onlyAbsent: boolean): string {
  const [absent, short] = [rows.filter(isAbsent), rows.filter(isShort)];
  const here = rows.filter((row) => row.present > 0);
  const people = here.reduce((sum, row) => sum + row.present, 0);
  const head = `${dayText(day)}到岗：${rows.length}个岗位，已报${here.length}个、${people}人，未到岗${absent.length}个，人数不足${short.length}个`;
  if (rows.length === 0) return `${dayText(day)}到岗：设置里没有岗位，也没有人报到岗。`;
  const shown = onlyAbsent ? [...absent, ...short] : [...absent, ...short, ...here.filter((row) => !isShort(row))];
  return [head, ...shown.map(rowText)].join('\n');
}

function rowText(row: DutyRow): string {
  const count = row.wanted === null ? `${row.present}人` : `${row.present}/${row.wanted}人`;
  const state = isAbsent(row) ? '未到岗' : `${count}${isShort(row) ? '（人数不足）' : ''}`;
  return `${row.post} ${row.unit}：${state}${row.at === null ? '' : ` ${timeText(row.at)}`}`;
}
