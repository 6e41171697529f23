/** 核查、回头看、反弹: inspectors look at what was reported by units, and come back to what was closed. */
import type { Person } from '../../domain/directory.ts';
import { change, now, rebound } from './case.ts';
import type { Case } from './case.ts';
import { DAY, clockAt, dayAfter, dayAt, halfLimitOf, moment } from './limits.ts';
import { caseOf, withRole } from './stage.ts';
import type { Stage } from './stage.ts';
import { PASSES, REBOUNDS, RECHECKS, RETURNS } from './words.ts';

export async function verifySession(stage: Stage, by: Person): Promise<void> {
  const { random } = stage;
  const waiting = stage.cases.filter((problem) => now(problem).state === 'reported' && isFor(stage, by, problem));
  const seen = waiting.filter(() => random.isLucky(0.85));
  const refused = seen.filter(() => random.isLucky(0.12));
  const passed = seen.filter((problem) => !refused.includes(problem));
  for (const problem of refused) await giveBack(stage, problem, by);
  while (passed.length > 0) await pass(stage, passed.splice(0, random.isLucky(0.5) ? random.int(2, 6) : 1), by);
  await lookAgain(stage, by);
}

/** A team looks at what it has found; the office at the rest. */
function isFor({ city }: Stage, by: Person, { loggedBy }: Case): boolean {
  const logger = city.people.find(({ name }) => name === loggedBy);
  const isOfTeam = logger !== undefined && logger.unit !== null && city.teams.includes(logger.unit);
  return isOfTeam ? logger.unit === by.unit : by.roles.includes('officeStaff');
}

async function pass(stage: Stage, problems: readonly Case[], by: Person): Promise<void> {
  const nos = problems.map(({ no }) => no);
  const text = stage.random.pick(PASSES)(nos);
  if (nos.length === 1) {
    if (!(await stage.gets(by.name, text, /销号/))) return;
  } else {
    if (!(await stage.gets(by.name, text, /请确认/))) return;
    if (!(await stage.gets(by.name, stage.random.pick(['对', '是的', '确认']), new RegExp(`共销号${nos.length}件`))))
      return;
    stage.count('passed together');
  }
  const at = stage.now();
  for (const problem of problems) change(problem, at, { state: 'closed', closedAt: at });
  stage.count('pass');
}

async function giveBack(stage: Stage, problem: Case, by: Person): Promise<void> {
  const wanted = new RegExp(`【退回】#${problem.no}`);
  if (!(await stage.gets(by.name, stage.random.pick(RETURNS)([problem.no]), wanted))) return;
  change(problem, stage.now(), { state: 'claimed', returns: now(problem).returns + 1 });
  stage.count('return');
}

/** One of those closed lately: still good mostly, now and then the same again. */
async function lookAgain(stage: Stage, by: Person): Promise<void> {
  const { random } = stage;
  const closed = stage.cases.filter((problem) => {
    const { state, closedAt } = now(problem);
    return state === 'closed' && closedAt !== null && stage.now() - closedAt < 29 * DAY && stage.now() - closedAt > DAY;
  });
  if (closed.length === 0 || !random.isLucky(0.35)) return;
  const problem = caseOf(stage, random.pick(closed).no);
  if (random.isLucky(0.65)) {
    await stage.gets(by.name, random.pick(RECHECKS)([problem.no]), /没有反弹/);
    stage.count('recheck');
    return;
  }
  const isLate = clockAt(stage.now()) >= '15:50';
  const text = isLate ? `${problem.no}反弹，请明天下午5点前整改` : random.pick(REBOUNDS)([problem.no]);
  if (!(await stage.gets(by.name, text, /记为反弹/, { images: 1 }))) return;
  const at = stage.now();
  rebound(problem, at, isLate ? moment(dayAfter(dayAt(at), 1), '17:00') : halfLimitOf(problem.tier, at));
  problem.ask = null;
  stage.count('rebound');
}

export const verifiers = (stage: Stage): readonly Person[] =>
  withRole(stage, 'inspectorLead', 'inspector', 'officeStaff');
