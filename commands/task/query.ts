/** 查任务. */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { stampText } from '../../src/domain/shanghai.ts';
import { isTaskOverdue, isUnfinished, percentByUnit, SILENT_DAYS } from '../../src/domain/task.ts';
import type { Task } from '../../src/domain/task.ts';
import { silentLine, silentUnits } from '../../src/domain/task-silence.ts';
import { taskDetail, taskList, taskTable } from '../../src/domain/task-texts.ts';
import { requireInsider } from '../query/asked-issues.ts';
import { findTasks } from './find-tasks.ts';
import { taskFields } from './task-fields.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';
import { parseNumeral } from '../../src/reading/numerals.ts';

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
        : /(?:没|未)(?:有)?(?:人)?(?:启动|开始|动|认领|领|接)/.test(said.text)
          ? { filter: 'notStarted' }
          : /(?:没|未)(?:有)?(?:完|做|搞|办|弄)/.test(said.text)
            ? { filter: 'open' }
            : {}),
      ...silentDays(said.text),
      period: said.period,
    };
  },

  async run(context) {
    const { args, at, by, store, settings, said } = context;
    requireInsider(by);
    const { taskNos = [], filter } = args;
    if (taskNos.length > 0) return details(taskNos, context);
    const isOwn = args.units.length === 0 && by.unit !== null && /我的|我们|本单位/.test(said.text);
    const units = isOwn && by.unit !== null ? [by.unit] : args.units;
    const origin = taskFields(said.text).origin;
    const tasks = await store.tasks.list({
      ...(units.length > 0 ? { units } : {}),
      ...(origin === undefined ? {} : { origin }),
    });
    const about = [...units, ...(origin === undefined ? [] : [origin])].join('、');
    const listing = { at, most: settings.bulletin.mostListed };
    const list = (title: string, own: readonly Task[]) => ({ text: taskList(`${about}${title}`, own, listing) });
    if (/(?:没|未|不)(?:有)?(?:上?报|报送|更新|反馈)|报送不及时/.test(said.text))
      return silence(tasks, { about, days: args.days ?? SILENT_DAYS }, context);
    if (filter === 'overdue')
      return list(
        '逾期的任务',
        tasks.filter((task) => isTaskOverdue(task, at)),
      );
    if (filter === 'notStarted')
      return list(
        '还没有启动的任务',
        tasks.filter((task) => isUnfinished(task) && task.percent === 0),
      );
    if (filter === 'open') return list('未完成的任务', tasks.filter(isUnfinished));
    if (units.length > 0) return list('的任务', tasks);
    return { text: taskTable(args.groupBy === 'town' ? ofTowns(tasks, context) : tasks, at, listing.most) };
  },
});

/** 10天没动静: of how many days, where they are said. */
function silentDays(text: string): { days?: number } {
  const said = /(\d+|[一二两三四五六七八九十]+)个?(天|周|星期)(?:以上|多)?(?:都|还)?(?:没|未)/.exec(text);
  const count = parseNumeral(said?.[1] ?? '');
  return count === null ? {} : { days: said?.[2] === '天' ? count : count * 7 };
}

type Context = Omit<RunContext<object>, 'args'>;

async function details(nos: readonly number[], { at, store, directory }: Context): Promise<Answer> {
  const texts: string[] = [];
  for (const task of await findTasks(store, nos.slice(0, MOST_DETAILS))) {
    const records = await store.tasks.recordsOf(task.no);
    const reached = percentByUnit(task, records, (name) => directory.person(name)?.unit ?? null);
    texts.push(taskDetail(task, { at, reached, records }));
  }
  return { text: texts.join('\n\n') };
}

/** Units, not tasks: one that reports does not speak for the others. */
async function silence(
  tasks: readonly Task[],
  { about, days }: { readonly about: string; readonly days: number },
  context: Context,
): Promise<Answer> {
  const { at, store, directory, settings } = context;
  const told = [];
  for (const task of tasks) told.push({ task, records: await store.tasks.recordsOf(task.no) });
  const silent = silentUnits(told, (name) => directory.person(name)?.unit ?? null, { at, days });
  const title = `${about}${days}天以上没有报送进展`;
  if (silent.length === 0) return { text: `${title}：没有（截至${stampText(at)}）。` };
  const most = settings.bulletin.mostListed;
  const more = silent.length > most ? [`另有${silent.length - most}项`] : [];
  const lines = silent.slice(0, most).map(silentLine);
  return { text: [`${title} ${silent.length}项（截至${stampText(at)}）`, ...lines, ...more].join('\n') };
}

/** 各街道乡镇: a line for each town and street office; the other units of a task are left out. */
const ofTowns = (tasks: readonly Task[], { directory }: Context): readonly Task[] =>
  tasks
    .map((task) => ({
      ...task,
      units: task.units.filter((unit) => ['street', 'town'].includes(directory.unit(unit)?.kind ?? '')),
    }))
    .filter(({ units }) => units.length > 0);

/** Tasks told in full in one answer. */
const MOST_DETAILS = 3;
