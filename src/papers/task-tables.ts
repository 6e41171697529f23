/** 任务进展情况表 and 任务分解表 (domain §11, §12) from the stored tasks. Pure. */
import type { Task } from '../../storage/store.ts';
import { column } from './paper-table.ts';
import type { PaperTable } from './paper-table.ts';

/** 未启动, 推进中, 已完成, 逾期 (domain §11). */
export function taskStateText(task: Task, at: Date): string {
  if (task.state === 'done') return '已完成';
  if (task.state === 'withdrawn') return '已撤销';
  if (task.deadline !== null && task.deadline < at) return '逾期';
  return task.percent === 0 && task.lastReportAt === null ? '未启动' : '推进中';
}

/** 任务进展情况表; withdrawn tasks are left out. */
export function taskProgressTable(tasks: readonly Task[], at: Date): PaperTable {
  return {
    title: '任务进展情况表',
    columns: [
      column('序号', 2, 'count'),
      column('目标任务', 8),
      column('工作标准', 7.5),
      column('责任单位', 6.5),
      column('分管领导', 3.5, 'word'),
      column('责任人', 3.5, 'word'),
      column('完成时限', 5, 'day'),
      column('进展情况', 8),
      column('完成比例', 4, 'rate'),
      column('存在困难', 4),
      column('状态', 3.5, 'word'),
    ],
    rows: tasks
      .filter(({ state }) => state !== 'withdrawn')
      .map((task, nth) => [
        nth + 1,
        task.title,
        task.standard,
        task.units.join('、'),
        task.leader,
        task.owner,
        task.deadline?.toISOString() ?? null,
        task.lastReport,
        `${task.percent}%`,
        task.difficulty,
        taskStateText(task, at),
      ]),
  };
}

/** 任务分解表 with progress: the columns of domain §12, then number, progress and state. The import reads it back. */
export function taskBreakdownTable(tasks: readonly Task[], at: Date): PaperTable {
  return {
    title: '任务分解表',
    columns: [
      column('编号', 3, 'count'),
      column('类别', 5, 'word'),
      column('指标', 7),
      column('测评内容', 11),
      column('标准', 11),
      column('牵头单位', 7),
      column('责任单位', 8),
      column('责任领导', 4.5, 'word'),
      column('承办科室', 5, 'word'),
      column('责任人', 4.5, 'word'),
      column('时限', 5.5, 'day'),
      column('完成比例', 4.5, 'rate'),
      column('最近进展', 12),
      column('状态', 4, 'word'),
    ],
    rows: tasks.map((task) => [
      task.no,
      task.origin,
      task.indicator,
      task.title,
      task.standard,
      task.units.join('、'),
      task.coUnits.join('、'),
      task.leader,
      task.section,
      task.owner,
      task.deadline?.toISOString() ?? null,
      `${task.percent}%`,
      task.lastReport,
      taskStateText(task, at),
    ]),
  };
}
