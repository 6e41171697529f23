/** What comes round by the calendar: weekly work beside problems, papers, the inspection period, absences. */
import { moveTasks, taskWeek } from './beside.ts';
import { citizenRound } from './citizens.ts';
import type { Session } from './day.ts';
import { examDay, materialWeek, outreachDay, workInfoDay } from './fieldwork.ts';
import { FIRST_DAY, INSPECTION, daysFrom, isInspected, moment, weekday } from './limits.ts';
import { circular, scoreDay, signDrafts, weeklyPapers } from './papers.ts';
import { comeBack, goAway } from './people.ts';
import { dutyRound, openPeriod, rollcall } from './period.ts';
import type { Stage } from './stage.ts';
import { helpers, urge } from './visits.ts';

/** Before anybody works. */
export async function opening(stage: Stage, day: string): Promise<void> {
  if (weekday(day) === 5) comeBack(stage);
  if (day === INSPECTION.from) await openPeriod(stage);
  if (isInspected(day)) await dutyRound(stage);
}

/** Of a working day. On the last one nothing is begun that brings new problems. */
export function programmeOf(stage: Stage, day: string, isLast: boolean): readonly Session[] {
  const { random } = stage;
  const week = Math.floor(daysFrom(FIRST_DAY, day) / 7);
  const at = (time: string, run: () => Promise<void>): Session => ({ at: moment(day, time), run });
  const weekly: Readonly<Record<number, readonly Session[]>> = {
    1: [
      at('10:00', () => taskWeek(stage)),
      at('10:30', () => materialWeek(stage)),
      at('11:00', () => moveTasks(stage)),
    ],
    2: isLast ? [] : [at('14:30', () => outreachDay(stage))],
    3: isLast ? [] : [at('09:40', () => examDay(stage))],
    4: [
      at('14:00', () => workInfoDay(stage)),
      at('15:30', () => scoreDay(stage)),
      at('16:10', () => circular(stage, week)),
    ],
    5: [at('16:30', () => weeklyPapers(stage, week))],
  };
  const sometimes = (share: number, ...sessions: readonly Session[]): readonly Session[] =>
    random.isLucky(share) ? sessions : [];
  return [
    at('09:45', () => signDrafts(stage)),
    at('10:50', () => citizenRound(stage)),
    at('15:20', () => citizenRound(stage)),
    ...(weekly[weekday(day)] ?? []),
    ...(weekday(day) === 2 && week % 3 === 1 ? [at('17:40', () => goAway(stage))] : []),
    ...sometimes(
      0.4,
      at('14:20', () => urge(stage)),
    ),
    ...sometimes(
      0.3,
      at('11:40', () => helpers(stage)),
    ),
    ...sometimes(
      0.05,
      at('09:10', () => rollcall(stage)),
    ),
    ...(isInspected(day)
      ? []
      : sometimes(
          0.06,
          at('08:55', () => dutyRound(stage)),
        )),
  ];
}
