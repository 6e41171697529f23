/** 任务的文字: the notice, a line, one task with its units, the table by unit (domain §11, §12 任务进展情况表). */
import { overdueDays } from './deadline.ts';
import { rateText } from './rate.ts';
import { dayOf, dayText, momentText, stampText } from './shanghai.ts';
import { isSilent, isTaskOverdue, SILENT_DAYS } from './task.ts';
import type { Task, TaskRecord } from './task.ts';
import { shortened } from './wording.ts';

/** 未启动, 推进中, 已完成, 逾期n天, 已撤销. */
export function taskState(task: Task, at: Date): string {
  if (task.state === 'done') return '已完成';
  if (task.state === 'withdrawn') return '已撤销';
  if (task.deadline !== null && isTaskOverdue(task, at)) return `逾期${overdueDays(task.deadline, at)}天`;
  return task.state === 'claimed' || task.percent > 0 || task.lastReportAt !== null ? '推进中' : '未启动';
}

/** `任务5 楼道杂物清零行动：推进中60%，12月5日到期`. */
export function taskLine(task: Task, at: Date): string {
  const { no, title, percent, deadline, state } = task;
  const due = deadline === null || state === 'done' ? '' : `，${dayText(dayOf(deadline), dayOf(at))}到期`;
  const reached = state === 'done' || percent === 0 ? '' : ` ${percent}%`;
  return `任务${no} ${shortened(title, 20)}：${taskState(task, at)}${reached}${due}`;
}

/** The notice of a new task: what, how well, until when, who (四明确). `officials` are `@name` already. */
export function taskNotice(task: Task, at: Date, officials: readonly string[]): string {
  return [
    `【任务${task.no}】${task.title}`,
    ...particulars(task, at),
    `请${officials.length > 0 ? `${officials.join(' ')} ` : '责任单位'}回复“认领任务${task.no}”；进展请回复“任务${task.no}进度50%”并写明情况。`,
  ].join('\n');
}

function particulars(task: Task, at: Date): readonly string[] {
  const all: readonly (readonly [string, string | null])[] = [
    ['任务类别', task.origin === '创城' ? null : task.origin],
    ['责任单位', task.units.join('、')],
    ['协办单位', task.coUnits.length === 0 ? null : task.coUnits.join('、')],
    ['工作标准', task.standard],
    ['完成时限', task.deadline === null ? null : momentText(task.deadline, at)],
    ['分管领导', task.leader],
    ['承办科室', task.section],
    ['责任人', task.owner],
  ];
  return all.flatMap(([name, value]) => (value === null ? [] : [`${name}：${value}`]));
}

/** One task: its particulars, what each unit has reached, the last words on it. */
export function taskDetail(
  task: Task,
  {
    at,
    reached,
    records,
  }: { readonly at: Date; readonly reached: ReadonlyMap<string, number>; readonly records: readonly TaskRecord[] },
): string {
  const said = records.filter(({ note, step }) => note !== null && (step === 'progress' || step === 'done')).slice(-3);
  const units = [...reached].map(([unit, percent]) => {
    const standing = percent > 0 ? `${percent}%` : task.claimedBy.includes(unit) ? '已认领' : '待认领';
    return `${unit}${standing}`;
  });
  return [
    `【任务${task.no}】${task.title}`,
    `进展：${taskState(task, at)}，完成${task.percent}%${reached.size > 1 ? `（${units.join('、')}）` : ''}`,
    ...particulars(task, at),
    ...(task.difficulty === null ? [] : [`存在困难：${task.difficulty}`]),
    ...said.map(({ at: when, by, note }) => `${stampText(when)} ${by}：${shortened(note ?? '', 60)}`),
    ...(isSilent(task, at) ? [`已有${SILENT_DAYS}天以上没有报送进展。`] : []),
    `（截至${stampText(at)}）`,
  ].join('\n');
}

/** The table by unit, the most overdue first; a task of several units stands with each. */
export function taskTable(tasks: readonly Task[], at: Date, most: number): string {
  const live = tasks.filter(({ state }) => state !== 'withdrawn');
  if (live.length === 0) return `任务进展：还没有任务（截至${stampText(at)}）。`;
  const done = live.filter(({ state }) => state === 'done').length;
  const due = live.filter((task) => task.state === 'done' || isTaskOverdue(task, at)).length;
  const late = live.filter((task) => isTaskOverdue(task, at)).length;
  const rows = unitRows(live, at);
  return [
    `【任务进展】共${live.length}项，已完成${done}项，逾期${late}项（截至${stampText(at)}）`,
    ...(due === 0 ? [] : [`任务完成率 ${rateText({ numerator: done, denominator: due })}，按到期应完成的计`]),
    ...rows.slice(0, most).map(({ text }) => text),
    ...(rows.length > most ? [`另有${rows.length - most}家`] : []),
    '回复“任务+编号+进展怎么样”看一项。',
  ].join('\n');
}

function unitRows(tasks: readonly Task[], at: Date): readonly { readonly text: string }[] {
  const units = [...new Set(tasks.flatMap((task) => task.units))];
  return units
    .map((unit) => {
      const own = tasks.filter((task) => task.units.includes(unit));
      const count = (test: (task: Task) => boolean): number => own.filter(test).length;
      const late = count((task) => isTaskOverdue(task, at));
      const parts: readonly (readonly [string, number])[] = [
        ['完成', count(({ state }) => state === 'done')],
        ['推进中', count((task) => taskState(task, at) === '推进中')],
        ['未启动', count((task) => taskState(task, at) === '未启动')],
        ['逾期', late],
      ];
      const standing = parts.filter(([, of]) => of > 0).map(([name, of]) => `${name}${of}`);
      return { late, count: own.length, text: `${unit} ${own.length}项：${standing.join('，')}` };
    })
    .toSorted((a, b) => b.late - a.late || b.count - a.count);
}

/** `title` and a line a task, the first to fall due first. */
export function taskList(title: string, tasks: readonly Task[], { at, most }: { at: Date; most: number }): string {
  if (tasks.length === 0) return `${title}：没有（截至${stampText(at)}）。`;
  const until = ({ deadline }: Task): number => deadline?.getTime() ?? Number.MAX_SAFE_INTEGER;
  const lines = tasks
    .toSorted((a, b) => until(a) - until(b) || a.no - b.no)
    .slice(0, most)
    .map((task) => `${taskLine(task, at)}（${task.units.join('、')}）`);
  const more = tasks.length > most ? [`另有${tasks.length - most}项`] : [];
  return [`${title} ${tasks.length}项（截至${stampText(at)}）`, ...lines, ...more].join('\n');
}
