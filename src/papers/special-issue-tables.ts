/** The attachments of a paper, each with a note of what it counts; tables without rows are left out (domain §12). Pure. */
import type { Issue } from '../domain/issue.ts';
import { overdueOf } from '../domain/lists.ts';
import { overdueTable, suspendedTable, unitTable } from './issue-tables.ts';
import type { PaperTable } from './paper-table.ts';
import type { PartsGround } from './special-issue-parts.ts';
import { reboundsOf } from './special-issue-weaknesses.ts';
import { paperStamp, shareText } from './special-issue-wording.ts';
import { paperPeriodText } from './special-issue.ts';
import { taskProgressTable } from './task-tables.ts';

/** 单位整改情况表、任务进展情况表、超期问题清单、挂账问题清单. */
export function attachmentsOf(ground: Omit<PartsGround, 'attachments'>): readonly PaperTable[] {
  const { issues, tasks, at, own } = ground;
  const asOf = `注：截至${paperStamp(at)}，`;
  const noted = (table: PaperTable, shown: readonly Issue[]): PaperTable => ({
    ...table,
    note: `${asOf}共${shareText(shown, own)}。`,
  });
  const suspended = issues.filter(({ state }) => state === 'suspended');
  const units = unitTable(issues, ground);
  return [
    { ...units, note: unitNote(units, ground) },
    taskProgressTable(tasks, at),
    noted(overdueTable(issues, ground), overdueOf(issues, at)),
    noted(suspendedTable(issues), suspended),
  ].filter(({ rows }) => rows.length > 0);
}

function unitNote({ rows, columns }: PaperTable, ground: Omit<PartsGround, 'attachments'>): string {
  const { at, period, before, beforeName, settings, issues, own } = ground;
  const change = columns.findIndex(({ name }) => name === '环比');
  const isCompared = before !== null && rows.some((row) => typeof row[change] === 'string');
  const isShared = issues.some(({ no, units }) => own.has(no) && units.length > 1);
  const base = settings.figures.onTimeBase === 'due' ? '应整改的问题' : '已销号、超期未整改和逾期报整改的问题';
  const sentences = [
    `本表统计${paperPeriodText(period)}交办的问题，截至${paperStamp(at)}`,
    '整改中含待认领和超期的；挂账、撤销、合并的不计入交办数',
    `按期整改率以${base}为基数`,
    ...(isCompared
      ? [
          `环比为整改率与${beforeName}（${paperPeriodText(before.period)}，截至${paperStamp(before.at)}）相比增减的百分点`,
        ]
      : []),
    ...(reboundsOf(ground).some(({ reboundCount }) => reboundCount > 1) ? ['反弹按次数计'] : []),
    ...(isShared ? ['涉及几家责任单位的问题，在各单位分别计数'] : []),
  ];
  return `注：${sentences.join('；')}。`;
}
