/** 创城办: confirms what grids have found, answers requests, hands over, merges, withdraws, lifts 挂账. */
import { change, handOver, isOpenState, now } from './case.ts';
import type { Ask, Case } from './case.ts';
import { DAY, dayAfter, dayAt, isInspected, isWorked, limitOf, moment, throughDay } from './limits.ts';
import { rectifiers } from './finding.ts';
import { caseOf } from './stage.ts';
import type { Stage } from './stage.ts';

const LEAD = '周敏';
const STAFF = '赵雪';

export async function officeSession(stage: Stage): Promise<void> {
  const { random } = stage;
  for (const problem of stage.cases.filter((each) => now(each).state === 'draft')) await decideDraft(stage, problem);
  for (const problem of stage.cases) {
    const { ask } = problem;
    if (ask !== null && isOpenState(now(problem).state) && random.isLucky(0.8)) await decide(stage, problem, ask);
  }
  for (const problem of stage.cases.filter(({ twin }) => twin !== null)) await merge(stage, problem);
  const open = stage.cases.filter((each) => isOpenState(now(each).state) && stage.now() - each.loggedAt < 2 * DAY);
  if (open.length > 3 && random.isLucky(0.2)) await giveElsewhere(stage, random.pick(open));
  if (open.length > 3 && random.isLucky(0.12)) await withdraw(stage, random.pick(open));
  const suspended = stage.cases.filter((each) => now(each).state === 'suspended');
  if (suspended.length > 0 && random.isLucky(0.04)) await lift(stage, random.pick(suspended));
}

async function decideDraft(stage: Stage, problem: Case): Promise<void> {
  const { random } = stage;
  const { no } = problem;
  if (random.isLucky(0.1)) return withdraw(stage, problem);
  const unit = random.pick(rectifiers(stage));
  if (!(await stage.gets(STAFF, `确认${no}，责任单位${unit}`, new RegExp(`【交办】#${no}\\|${unit}`)))) return;
  const at = stage.now();
  change(problem, at, { state: 'dispatched', units: [unit], dispatchedAt: at, due: limitOf(problem.tier, at) });
  stage.count('draft confirmed');
}

const decide = (stage: Stage, problem: Case, ask: Ask): Promise<void> =>
  ({ appeal: decideAppeal, extension: decideExtension, suspension: decideSuspension })[ask.kind](stage, problem, ask);

async function decideAppeal(stage: Stage, problem: Case, ask: Ask): Promise<void> {
  const { random } = stage;
  const { no } = problem;
  if (random.isLucky(0.4)) {
    const wanted = new RegExp(`#${no}的申诉不成立`);
    if (!(await stage.gets(LEAD, `驳回${no}申诉，理由：该处仍由贵单位管养`, wanted))) return;
    problem.ask = null;
    stage.count('appeal rejected');
    return;
  }
  if (ask.isFalse) {
    if (!(await stage.gets(LEAD, `同意${no}申诉`, /问题不属实，已撤销/))) return;
    change(problem, stage.now(), { state: 'withdrawn' });
  } else {
    const { units } = now(problem);
    const to = random.pick(rectifiers(stage).filter((unit) => !units.includes(unit) && unit !== ask.unit));
    const isStated = random.isLucky(0.4);
    const text = `同意${no}申诉，转给${to}${isStated ? '，2日内整改' : ''}`;
    if (!(await stage.gets(LEAD, text, new RegExp(`#${no}申诉成立，转`)))) return;
    const at = stage.now();
    const due = isStated ? throughDay(dayAfter(dayAt(at), 2)) : limitOf(problem.tier, at);
    const given = [...units.filter((unit) => unit !== ask.unit), to];
    handOver(problem, at, given, due);
    settle(stage, problem, given);
  }
  problem.ask = null;
  stage.count('appeal upheld');
}

/** From now on it is known whose that kind of problem is there. */
function settle(stage: Stage, { place, category }: Case, units: readonly string[]): void {
  const [unit, ...others] = units;
  if (unit !== undefined && others.length === 0) stage.rulings.push({ place, category, unit });
}

async function decideExtension(stage: Stage, problem: Case, ask: Ask): Promise<void> {
  const { random } = stage;
  const { no } = problem;
  const { extensions } = now(problem);
  if (random.isLucky(0.25) || ask.until < stage.now()) {
    if (!(await stage.gets(STAFFED(extensions), `${no}不同意延期，按原时限办`, /不同意#\d+延期/))) return;
    problem.ask = null;
    stage.count('extension rejected');
    return;
  }
  if (extensions > 0) {
    const principal = stage.city.people.find(({ unit, roles }) => unit === ask.unit && roles.includes('unitPrincipal'));
    // 社区 have none: theirs stays unanswered until it is rejected.
    if (principal === undefined) return;
    if (!(await stage.gets(principal.name, `同意${no}延期`, /已由.*确认/))) return;
  }
  if (!(await stage.gets(STAFFED(extensions), `同意${no}延期`, /已同意/))) return;
  change(problem, stage.now(), { due: ask.until, extensions: extensions + 1 });
  problem.ask = null;
  stage.count(extensions === 0 ? 'extension approved' : 'second extension approved');
}

/** The first is the office's, the second its lead's. */
const STAFFED = (extensions: number): string => (extensions === 0 ? STAFF : LEAD);

async function decideSuspension(stage: Stage, problem: Case, ask: Ask): Promise<void> {
  const { no } = problem;
  const isLate = ask.review === null || ask.review <= dayAt(stage.now());
  if (isLate || stage.random.isLucky(0.35)) {
    if (!(await stage.gets(LEAD, `不同意${no}挂账，可以先清理`, /不同意#\d+挂账/))) return;
    stage.count('suspension rejected');
  } else {
    if (!(await stage.gets(LEAD, `同意${no}挂账`, /已同意#\d+挂账/))) return;
    change(problem, stage.now(), { state: 'suspended', review: ask.review });
    stage.count('suspension approved');
  }
  problem.ask = null;
}

async function merge(stage: Stage, problem: Case): Promise<void> {
  const first = caseOf(stage, problem.twin ?? problem.no);
  const older = now(first);
  const survives = isOpenState(older.state) || older.state === 'reported' || older.state === 'suspended';
  if (!isOpenState(now(problem).state) || !survives) return;
  if (
    !(await stage.gets(STAFF, `${problem.no}和${first.no}重复了，合并`, new RegExp(`#${problem.no}已并入#${first.no}`)))
  )
    return;
  const at = stage.now();
  change(first, at, { units: [...new Set([...older.units, ...now(problem).units])] });
  change(problem, at, { state: 'merged' });
  problem.ask = null;
  stage.count('merge');
}

async function giveElsewhere(stage: Stage, problem: Case): Promise<void> {
  const { random } = stage;
  const { no } = problem;
  const { units, due } = now(problem);
  const to = random.pick(rectifiers(stage).filter((unit) => !units.includes(unit)));
  const isDesignated = random.isLucky(0.3);
  const keeps = !isDesignated && random.isLucky(0.4);
  const text = isDesignated ? `${no}指定${to}办理，不得再申诉` : `${no}转给${to}${keeps ? '，时限不变' : ''}`;
  if (!(await stage.gets(isDesignated ? LEAD : STAFF, text, new RegExp(`#${no}\\|${to}`)))) return;
  const at = stage.now();
  handOver(problem, at, [to], keeps && due !== null ? due : limitOf(problem.tier, at));
  if (isDesignated) {
    change(problem, at, { isDesignated: true });
    settle(stage, problem, [to]);
  }
  stage.count(isDesignated ? 'designate' : 'reassign');
}

async function withdraw(stage: Stage, problem: Case): Promise<void> {
  const { no } = problem;
  const isDone = new RegExp(`#${no}已撤销`);
  if (stage.random.isLucky(0.5)) {
    // No reason to speak of: it is asked for.
    if (!(await stage.gets(STAFF, `撤销${no}`, /还差撤销的原因/))) return;
    if (!(await stage.gets(STAFF, '地点写错了', isDone))) return;
  } else if (!(await stage.gets(STAFF, `撤销${no}，重复登记`, isDone))) return;
  change(problem, stage.now(), { state: 'withdrawn' });
  problem.ask = null;
  stage.count('withdraw');
}

async function lift(stage: Stage, problem: Case): Promise<void> {
  if (!(await stage.gets(LEAD, `${problem.no}恢复整改`, /已恢复整改/))) return;
  goOn(stage, problem, stage.now());
  stage.count('resumed by hand');
}

/** The clock stood still while it was put aside. */
function goOn(_stage: Stage, problem: Case, at: number): void {
  const { due, from, claimedAt } = now(problem);
  change(problem, at, {
    state: 'claimed',
    claimedAt: claimedAt ?? at,
    due: due === null ? null : due + (at - from),
    review: null,
  });
}

/** What the bot does by itself at 08:40 of a working day, in an inspection period of any day: the 挂账 whose day has come goes on. */
export function morning(stage: Stage, day: string): void {
  if (!isWorked(day) && !isInspected(day)) return;
  for (const problem of stage.cases) {
    const { state, review } = now(problem);
    if (state !== 'suspended' || review === null || review > day) continue;
    goOn(stage, problem, moment(day, '08:40'));
    stage.count('resumed by the clock');
  }
}
