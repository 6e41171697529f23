/** 布置任务. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held } from '../held.ts';
import { taskTitle } from './task-title.ts';

export default defineCommand({
  id: 'task.create',
  summary: '布置任务',
  examples: [
    '布置任务：各街道12月5日前完成楼道杂物清零行动，责任单位东湖街道、河西街道',
    '下达任务：住建局牵头，本月底前完成背街小巷路灯排查',
    '新建任务：公益广告更新，宣传部负责，11月30日前',
  ],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'task.create') return undefined;
    return {
      title: taskTitle(said),
      units: said.units,
      ...(said.coUnits.length > 0 ? { coUnits: said.coUnits } : {}),
      ...deadlineArgs(said.deadline),
      ...held(
        [...(said.units.length === 0 ? ['units'] : []), ...(said.deadline === null ? ['deadline'] : [])],
        said.deadline?.doubtful === true,
      ),
    };
  },
});
