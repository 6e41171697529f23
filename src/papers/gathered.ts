/** What a paper is drafted from: the issues as they stand now and as they stood at the end of the period before, the tasks, the settings. */
import type { Directory } from '../domain/city.ts';
import { figuresOf } from '../domain/figures.ts';
import type { Figures, Period } from '../domain/figures.ts';
import type { Issue } from '../domain/issue.ts';
import { issuerName } from '../domain/publication.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Settings } from '../domain/settings.ts';
import { addDays, dayOf, daysBetween, endOfDay, startOfDay, weekOf } from '../domain/shanghai.ts';
import { workInfoOfWeek } from '../domain/work-info.ts';
import type { Store } from '../../storage/store.ts';
import type { SpecialIssueQuestion } from './special-issue-compose.ts';

export interface GatherQuestion {
  readonly store: Pick<Store, 'issues' | 'tasks' | 'workInfo'>;
  readonly directory: Directory;
  readonly settings: Settings;
  /** T. */
  readonly at: Date;
  readonly kind: PublicationKind;
  /** Null: the week so far. */
  readonly period: Period | null;
}

/** What composeSpecialIssue is asked, the directory apart; and the figures of the period, to be archived. */
export interface Gathered {
  readonly issues: readonly Issue[];
  /** Not numbered: that is done when it is signed. */
  readonly question: Omit<SpecialIssueQuestion, 'directory'>;
  readonly figures: Figures;
}

/** Throws Refusal `report.future` where the period has not begun. */
export async function gatherSpecialIssue(question: GatherQuestion): Promise<Gathered> {
  const { store, directory, settings, at, kind } = question;
  const period = upToToday(question.period ?? weekOf(dayOf(at)), at);
  const before = beforeOf(period, at);
  const issues = await store.issues.listAsOf(at, {});
  const beforeAt = endOfDay(before.period.to);
  const { reportTo, sendTo, issueTo, answerDays } = settings.publications;
  const asked = {
    kind,
    no: 0,
    year: null,
    issuer: issuerName(directory, settings),
    tasks: await store.tasks.list({}),
    workInfo: kind === 'weekly' ? await workInfoOf(store, period, at) : [],
    at,
    period,
    settings,
    before: { issues: await store.issues.listAsOf(beforeAt, {}), at: beforeAt, period: before.period },
    beforeName: before.name,
    answerDays,
    routes: {
      ...(reportTo === null ? {} : { reportTo }),
      ...(sendTo === null ? {} : { sendTo }),
      ...(issueTo === null ? {} : { issueTo }),
    },
  };
  return { issues, question: asked, figures: figuresOf(issues, { at, period, settings }) };
}

/** 信息报送 of the week, summed up (domain §11). */
async function workInfoOf(store: Pick<Store, 'workInfo'>, { from, to }: Period, at: Date) {
  const rows = await store.workInfo.between(startOfDay(weekOf(from).from), new Date(at.getTime() + 1));
  return workInfoOfWeek(rows, to);
}

/** Throws Refusal `report.future`. */
export function upToToday({ from, to }: Period, at: Date): Period {
  const today = dayOf(at);
  if (from > today) throw new Refusal('report.future', '这段时间还没有到，无法起草。');
  return { from, to: to > today ? today : to };
}

/** The week before a week, also where it is not over; else as many days before. */
function beforeOf(period: Period, at: Date): { readonly name: string; readonly period: Period } {
  const week = weekOf(period.from);
  if (week.from === period.from && period.to <= week.to && daysBetween(period.from, period.to) > 0) {
    const isThisWeek = week.from === weekOf(dayOf(at)).from;
    return {
      name: isThisWeek ? '上周' : '前一周',
      period: { from: addDays(week.from, -7), to: addDays(week.from, -1) },
    };
  }
  const days = daysBetween(period.from, period.to) + 1;
  return {
    name: days === 1 ? '前一天' : `前${days}天`,
    period: { from: addDays(period.from, -days), to: addDays(period.from, -1) },
  };
}
