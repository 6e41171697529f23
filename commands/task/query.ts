/** 查任务. */
import { isSilent, isTaskOverdue, isUnfinished, percentByUnit, SILENT_DAYS } from '../../src/domain/task.ts';
import { taskDetail, taskList, taskTable } from '../../src/domain/task-texts.ts';
import { requireInsider } from '../query/asked-issues.ts';
import { findTasks } from './find-tasks.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'task.query',
  summary: '查任务进展',
  examples: ['任务5进展怎么样', '哪些任务还没完成', '查一下教育局的任务'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'task.query') return undefined;
    return {
      ...(said.taskNos.length > 0 ? { taskNos: said.taskNos } : {}),
      ...filtersOf(said),
      ...(/超期|逾期/.test(said.text)
        ? { filter: 'overdue' }
        : /(?:没|未)(?:有)?(?:完成|启动|开始|做)/.test(said.text)
          ? { filter: 'open' }
          : {}),
      period: said.period,
    };
  },

  async run({ args, at, by, store, directory, settings, said }) {
    requireInsider(by);
    const most = settings.bulletin.mostListed;
    const { taskNos = [], filter } = args;
    if (taskNos.length > 0) {
      const details: string[] = [];
      for (const task of await findTasks(store, taskNos.slice(0, MOST_DETAILS))) {
        const records = await store.tasks.recordsOf(task.no);
        const reached = percentByUnit(task, records, (name) => directory.person(name)?.unit ?? null);
        details.push(taskDetail(task, { at, reached, records }));
      }
      return { text: details.join('\n\n') };
    }
    const isOwn = args.units.length === 0 && by.unit !== null && /我的|我们|本单位/.test(said.text);
    const units = isOwn && by.unit !== null ? [by.unit] : args.units;
    const tasks = await store.tasks.list(units.length > 0 ? { units } : {});
    const about = units.join('、');
    const listing = { at, most };
    if (/(?:没|未|不)(?:有)?(?:上?报|报送|更新|反馈)|报送不及时/.test(said.text)) {
      const silent = tasks.filter((task) => isSilent(task, at));
      return { text: taskList(`${about}${SILENT_DAYS}天以上没有报送进展的任务`, silent, listing) };
    }
    if (filter === 'overdue') {
      return {
        text: taskList(
          `${about}逾期的任务`,
          tasks.filter((task) => isTaskOverdue(task, at)),
          listing,
        ),
      };
    }
    if (filter === 'open') return { text: taskList(`${about}未完成的任务`, tasks.filter(isUnfinished), listing) };
    if (units.length > 0) return { text: taskList(`${about}的任务`, tasks, listing) };
    return { text: taskTable(tasks, at, most) };
  },
});

/** Tasks told in full in one answer. */
const MOST_DETAILS = 3;
