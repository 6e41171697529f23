/** A day of the campaign: who does what when, and how many problems there are at its end. */
import type { Person } from '../../domain/directory.ts';
import { FIRST_DAY, MINUTE, dayAfter, isWorked, moment, weekday } from './limits.ts';
import { idleTalk } from './beside.ts';
import { citizenMessage } from './citizens.ts';
import { rectifiers } from './finding.ts';
import { round } from './logging.ts';
import { morning, officeSession } from './office.ts';
import { opening, programmeOf } from './programme.ts';
import type { Random } from './random.ts';
import { ofUnit, withRole } from './stage.ts';
import type { Stage } from './stage.ts';
import { unitSession } from './units.ts';
import { verifiers, verifySession } from './verifying.ts';
import { visit } from './visits.ts';

/** Problems at the end of each day: working days alike, some on Saturdays, none on other rest days. */
export function dayPlan(days: number, problems: number, random: Random): readonly number[] {
  const weights = Array.from({ length: days }, (_, nth) => {
    const day = dayAfter(FIRST_DAY, nth);
    if (isWorked(day)) return 0.7 + random.next() * 0.6;
    return weekday(day) === 6 && random.isLucky(0.4) ? 0.3 : 0;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sofar = 0;
  return weights.map((weight, nth) => {
    sofar += weight;
    return nth === days - 1 ? problems : Math.round((problems * sofar) / total);
  });
}

export interface Session {
  readonly at: number;
  readonly run: () => Promise<void>;
}

const MOST_COMPLAINTS = 20;

interface Day {
  readonly day: string;
  /** Problems at its end. */
  readonly target: number;
  readonly isLast: boolean;
}

export async function playDay(stage: Stage, { day, target, isLast }: Day): Promise<void> {
  const { random } = stage;
  await stage.until(moment(day, '08:40'));
  morning(stage, day);
  await opening(stage, day);
  const count = Math.max(0, target - stage.cases.length);
  const isBusy = isWorked(day) || count > 0;
  const sessions = isBusy ? sessionsOf(stage, day, count) : [];
  if (isWorked(day)) sessions.push(...programmeOf(stage, day, isLast));
  for (const { at, run } of sessions.toSorted((a, b) => a.at - b.at)) {
    await stage.until(at);
    await run();
    stopAstray(stage);
  }
  // What was split or asked back on the way is made up for at the end of the day.
  const [closer] = withRole(stage, 'inspectorLead');
  if (closer !== undefined && isBusy) await makeUp(stage, closer, target);
  if (isBusy && random.isLucky(0.2)) {
    await stage.until(moment(day, '20:30'));
    await unitSession(stage, random.pick(rectifiers(stage)));
  }
  await stage.until(moment(day, '22:00'));
}

/** A problem that only one side knows makes every later number wrong: the first complaints tell why, thousands would not. */
function stopAstray({ complaints }: Stage): void {
  if (complaints.length > MOST_COMPLAINTS) throw new Error(`the campaign went astray:\n${complaints.join('\n')}`);
}

/** Some tries only: a sentence that is not understood must not hold up the day. */
async function makeUp(stage: Stage, by: Person, target: number): Promise<void> {
  for (let tries = 0; tries < 5 && stage.cases.length < target; tries += 1) {
    await round(stage, by, target - stage.cases.length);
  }
}

function sessionsOf(stage: Stage, day: string, count: number): Session[] {
  const { random } = stage;
  const isFull = isWorked(day);
  const sometime = (from = '08:50', to = '17:30'): number =>
    random.int(moment(day, from) / MINUTE, moment(day, to) / MINUTE) * MINUTE;
  const sessions: Session[] = [];
  const add = (at: number, run: () => Promise<void>): void => void sessions.push({ at, run });
  let left = count;
  if (isFull && random.isLucky(0.5) && left > 0) {
    left -= 1;
    add(sometime(), () => citizenMessage(stage));
  }
  while (left > 0) {
    const size = Math.min(left, random.int(1, 6));
    left -= size;
    add(sometime(), () => round(stage, someLogger(stage), size));
  }
  for (const unit of rectifiers(stage)) {
    const times = isFull ? random.int(1, 2) : Number(random.isLucky(0.2));
    for (let nth = 0; nth < times; nth += 1) {
      add(sometime(), async () => {
        if (ofUnit(stage, unit, 'dispatched', 'claimed').length > 0) await unitSession(stage, unit);
      });
    }
  }
  for (const by of verifiers(stage)) if (isFull || random.isLucky(0.4)) add(sometime(), () => verifySession(stage, by));
  if (!isFull) return sessions;
  for (const time of ['09:30', '11:20', '15:00', '17:10']) add(moment(day, time), () => officeSession(stage));
  for (let nth = 0; nth < 3; nth += 1) add(sometime(), () => idleTalk(stage));
  for (let nth = 0; nth < 2; nth += 1) add(sometime(), () => visit(stage, random.pick(withRole(stage, 'inspector'))));
  return sessions;
}

function someLogger(stage: Stage): Person {
  const { random } = stage;
  if (random.isLucky(0.08)) return random.pick(withRole(stage, 'officeStaff'));
  if (random.isLucky(0.1)) return random.pick(withRole(stage, 'gridMember'));
  return random.pick(withRole(stage, 'inspectorLead', 'inspector'));
}
