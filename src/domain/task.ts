/** 任务 (domain §11): work the office has set out, with 四明确, and the steps of its life. */
import type { Person } from './directory.ts';
import { Refusal } from './refusal.ts';
import { DAY_MS } from './shanghai.ts';

/** The fields of the 任务分解表. */
export interface Task {
  readonly no: number;
  /** 创城, 未成年人, 网上申报, 专项行动. */
  readonly origin: string;
  /** 目标任务. */
  readonly title: string;
  /** 工作标准. */
  readonly standard: string | null;
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  /** 分管领导. */
  readonly leader: string | null;
  /** 承办科室. */
  readonly section: string | null;
  /** 责任人. */
  readonly owner: string | null;
  readonly deadline: Date | null;
  /** Of all units together. */
  readonly percent: number;
  readonly state: 'open' | 'claimed' | 'done' | 'withdrawn';
  /** Units that have claimed it. */
  readonly claimedBy: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastReportAt: Date | null;
  readonly lastReport: string | null;
  /** 存在困难, of all its units; null: none is reported. */
  readonly difficulty: string | null;
  readonly indicator: string | null;
}

export interface TaskRecord {
  readonly taskNo: number;
  readonly at: Date;
  readonly step: 'create' | 'claim' | 'progress' | 'done' | 'withdraw' | 'return' | 'amend';
  readonly by: string;
  /** His unit then; null: he had none, or the record is older than this column. */
  readonly unit: string | null;
  readonly messageId: string | null;
  readonly percent: number | null;
  readonly note: string | null;
  /** 存在困难 as said then; empty: said to be over; null: not spoken of. */
  readonly difficulty: string | null;
}

/** 信息报送不及时: a unit not heard of for so many days is listed (domain §11). */
export const SILENT_DAYS = 7;

export const isUnfinished = ({ state }: Task): boolean => state === 'open' || state === 'claimed';

export const isTaskOverdue = (task: Task, at: Date): boolean =>
  isUnfinished(task) && task.deadline !== null && task.deadline < at;

/** Not reported on for seven days or more, counted from its creation where nobody has yet. */
export const isSilent = (task: Task, at: Date): boolean =>
  isUnfinished(task) && at.getTime() - (task.lastReportAt ?? task.createdAt).getTime() >= SILENT_DAYS * DAY_MS;

/** What is said when a task is set out: 四明确 and what else the 任务分解表 has. */
export interface TaskOrder {
  readonly title: string;
  readonly units: readonly string[];
  readonly coUnits?: readonly string[] | undefined;
  readonly deadline: Date;
  readonly origin?: string | undefined;
  readonly standard?: string | undefined;
  readonly leader?: string | undefined;
  readonly section?: string | undefined;
  readonly owner?: string | undefined;
}

/** 布置任务: as it stands before anybody has claimed it. */
export const newTask = (order: TaskOrder, made: { readonly by: string; readonly at: Date }): Omit<Task, 'no'> => ({
  origin: order.origin ?? '创城',
  title: order.title,
  standard: order.standard ?? null,
  units: order.units,
  coUnits: order.coUnits ?? [],
  leader: order.leader ?? null,
  section: order.section ?? null,
  owner: order.owner ?? null,
  deadline: order.deadline,
  percent: 0,
  state: 'open',
  claimedBy: [],
  createdBy: made.by,
  createdAt: made.at,
  lastReportAt: null,
  lastReport: null,
  difficulty: null,
  indicator: null,
});

/** 认领任务: one of its units. Throws Refusal. */
export function claimTask(task: Task, by: Person): Task {
  const unit = requireUnit(task, by);
  requireUnfinished(task);
  if (task.claimedBy.includes(unit)) throw new Refusal('task.claimed', `任务${task.no}${unit}已经认领，不用再认领。`);
  return { ...task, state: 'claimed', claimedBy: [...task.claimedBy, unit] };
}

export interface TaskReport {
  readonly by: Person;
  readonly at: Date;
  /** 0–100; null: words only. */
  readonly percent: number | null;
  readonly text: string;
}

/** For which unit a record speaks: a liaison who has left spoke for his unit all the same (§3). `unitOf`: by today's directory. */
export const spokenFor = (
  { unit, by }: Pick<TaskRecord, 'unit' | 'by'>,
  unitOf: (person: string) => string | null,
): string | null => unit ?? unitOf(by);

/** What every unit has reached so far, by its last word on it. */
export function percentByUnit(
  task: Task,
  records: readonly TaskRecord[],
  unitOf: (person: string) => string | null,
): ReadonlyMap<string, number> {
  const reached = new Map<string, number>(task.units.map((unit) => [unit, 0]));
  for (const record of records) {
    const { percent } = record;
    const unit = spokenFor(record, unitOf);
    if (percent !== null && unit !== null && reached.has(unit)) reached.set(unit, percent);
  }
  return reached;
}

/**
 * 报任务进展: the unit's word counts for the unit; the task stands at the mean of its units and is done when all of them are. A co-unit
 * may report in words. `reached` is `percentByUnit` before this report. Throws Refusal.
 */
export function reportTask(task: Task, report: TaskReport, reached: ReadonlyMap<string, number>): Task {
  const { by, at, percent, text } = report;
  const isOwner = task.owner === by.name;
  const isHelping = by.unit !== null && task.coUnits.includes(by.unit);
  if (!isOwner && !isHelping) requireUnit(task, by);
  requireUnfinished(task);
  const told = { ...task, lastReportAt: at, lastReport: text };
  if (percent === null) return told;
  const unit = by.unit;
  if (unit === null || !task.units.includes(unit)) {
    throw new Refusal(
      'task.coUnit',
      `任务${task.no}的完成比例由责任单位${task.units.join('、')}报送；您可以只报文字进展。`,
    );
  }
  const after = [...reached].map(([name, value]) => (name === unit ? percent : value));
  const mean = Math.floor(after.reduce((sum, value) => sum + value, 0) / Math.max(1, after.length));
  return {
    ...told,
    percent: mean,
    state: mean === 100 ? 'done' : 'claimed',
    claimedBy: task.claimedBy.includes(unit) ? task.claimedBy : [...task.claimedBy, unit],
  };
}

function requireUnit(task: Task, by: Person): string {
  if (by.unit !== null && task.units.includes(by.unit)) return by.unit;
  throw new Refusal(
    'task.otherUnit',
    `任务${task.no}由${task.units.join('、')}承办，您不在其中，没有作任何改动。可回复“任务${task.no}进展怎么样”查看。`,
  );
}

function requireUnfinished(task: Task): void {
  if (task.state === 'done')
    throw new Refusal('task.done', `任务${task.no}已完成，没有作任何改动。如需更正请联系市创城办。`);
  if (task.state === 'withdrawn') throw new Refusal('task.withdrawn', `任务${task.no}已撤销，没有作任何改动。`);
}
