/** 责任单位: a liaison comes on line and sees to what his unit has: claims, progress, reports, and what he asks of the office. */
import { change, isOpenState, now } from './case.ts';
import type { Case } from './case.ts';
import { DAY, HOUR, dayAfter, dayAt, dayName, shortLimit, throughDay } from './limits.ts';
import { rectifiers } from './finding.ts';
import { ofUnit, speakerOf } from './stage.ts';
import type { Stage } from './stage.ts';
import { CLAIMS, PROGRESS, REPORTS } from './words.ts';

const MOST_AT_ONCE = 5;

export async function unitSession(stage: Stage, unit: string): Promise<void> {
  const { random } = stage;
  const { name } = speakerOf(stage, unit);
  const unclaimed = ofUnit(stage, unit, 'dispatched');
  const disputed = unclaimed.filter((problem) => mayAppeal(stage, problem, unit) && random.isLucky(0.05));
  for (const problem of disputed) await appeal(stage, problem, unit, name);
  const taken = unclaimed.filter((problem) => problem.ask === null && random.isLucky(0.9)).slice(0, MOST_AT_ONCE);
  if (taken.length > 0) await claim(stage, taken, name);
  const inHand = ofUnit(stage, unit, 'claimed');
  for (const problem of inHand) await askFor(stage, problem, unit, name);
  const ready = inHand.filter(
    (problem) => isOpenState(now(problem).state) && random.isLucky(readiness(stage, problem)),
  );
  await reportAll(stage, ready, name);
  const slow = inHand.find((problem) => now(problem).state === 'claimed');
  if (slow !== undefined && random.isLucky(0.12)) {
    await stage.gets(name, random.pick(PROGRESS)([slow.no]), /#\d+.*进展/);
    stage.count('progress');
  }
}

/** 老大难: left lying for days after its time, so that the ladder is climbed to its top. */
const isStubborn = ({ no }: Case): boolean => no % 60 === 7;

/** The nearer the deadline the likelier. */
function readiness(stage: Stage, problem: Case): number {
  const { due } = now(problem);
  if (due === null) return 0.3;
  const left = due - stage.now();
  if (isStubborn(problem) && left > -9 * DAY) return 0;
  if (left < 0) return 0.35;
  return left < 20 * HOUR ? 0.75 : 0.3;
}

async function claim(stage: Stage, problems: readonly Case[], name: string): Promise<void> {
  const nos = problems.map(({ no }) => no);
  if (!(await stage.gets(name, stage.random.pick(CLAIMS)(nos), /已认领/))) return;
  const at = stage.now();
  for (const problem of problems) change(problem, at, { state: 'claimed', claimedAt: at, owner: name });
  stage.count('claim');
}

async function reportAll(stage: Stage, problems: readonly Case[], name: string): Promise<void> {
  const { random } = stage;
  let left = problems;
  while (left.length > 0) {
    const batch = left.slice(0, random.isLucky(0.3) ? random.int(2, 3) : 1);
    left = left.slice(batch.length);
    await report(stage, batch, name);
  }
}

async function report(stage: Stage, problems: readonly Case[], name: string): Promise<void> {
  const { random } = stage;
  const nos = problems.map(({ no }) => no);
  const wanted = new RegExp(`【待核查】#${nos[0]}`);
  const text = random.pick(REPORTS)(nos);
  if (random.isLucky(0.04)) {
    // The picture comes after the question for it.
    if (!(await stage.gets(name, text, /还差照片|照片/))) return;
    if (!(await stage.gets(name, '', wanted, { images: problems.length }))) return;
    stage.count('picture asked for');
  } else if (!(await stage.gets(name, text, wanted, { images: problems.length }))) return;
  const at = stage.now();
  for (const problem of problems) {
    const { claimedAt, owner } = now(problem);
    const taken = { claimedAt: claimedAt ?? at, owner: owner ?? name };
    change(problem, at, { ...taken, state: 'reported', reportedAt: at, reportedBy: name });
  }
  stage.count('report');
}

function mayAppeal(stage: Stage, problem: Case, unit: string): boolean {
  const { dispatchedAt, isDesignated, appealed } = now(problem);
  if (dispatchedAt === null || isDesignated || appealed.includes(unit) || problem.ask !== null) return false;
  const until = problem.tier === 0 ? shortLimit(dispatchedAt, 2 * HOUR) : dispatchedAt + DAY;
  return stage.now() + 10 * 60_000 < until;
}

async function appeal(stage: Stage, problem: Case, unit: string, by: string): Promise<void> {
  const { random } = stage;
  const isFalse = random.isLucky(0.3);
  const other = random.pick(rectifiers(stage).filter((each) => each !== unit));
  const text = isFalse
    ? `${problem.no}现场没有问题，问题不存在，请核实`
    : random.pick([`${problem.no}不属于我单位职责，申请调整`, `申诉${problem.no}，此处应由${other}负责`]);
  if (!(await stage.gets(by, text, /申诉已报创城办/, { images: isFalse ? 1 : 0 }))) return;
  change(problem, stage.now(), { appealed: [...now(problem).appealed, unit] });
  problem.ask = { kind: 'appeal', unit, by, isFalse, until: 0, review: null };
  stage.count('appeal');
}

/** 延期, 挂账: asked in time for what takes long. */
async function askFor(stage: Stage, problem: Case, unit: string, by: string): Promise<void> {
  const { random } = stage;
  const { due, extensions } = now(problem);
  if (problem.ask !== null || due === null) return;
  const left = due - stage.now();
  const today = dayAt(stage.now());
  const isLong = problem.category === 'greening' || problem.category === 'cable';
  if (isLong && left > 0 && random.isLucky(0.15)) {
    const review = dayAfter(today, random.int(9, 25));
    const text = `${problem.no}申请挂账，原因：需重新采购材料，${dayName(review)}前完成`;
    if (!(await stage.gets(by, text, /挂账申请已报/))) return;
    problem.ask = { kind: 'suspension', unit, by, isFalse: false, until: 0, review };
    stage.count('suspension asked');
  } else if (problem.tier >= 3 && left > 5 * 60_000 && left < 1.5 * DAY && extensions < 2 && random.isLucky(0.25)) {
    const day = dayAfter(dayAt(due), random.int(2, 5));
    const text = random.pick([
      `${problem.no}申请延期到${dayName(day)}，原因：需采购材料`,
      `申请延期 #${problem.no} 延至${dayName(day)} 需要重新招标`,
    ]);
    if (!(await stage.gets(by, text, /延期申请已报|延期申请/))) return;
    problem.ask = { kind: 'extension', unit, by, isFalse: false, until: throughDay(day), review: null };
    stage.count('extension asked');
  }
}
