/** 任务分解表 → tasks (domain §11). Pure; nothing is guessed. */
import type { Task } from '../../../storage/store.ts';
import type { Directory } from '../../domain/city.ts';
import { dayOf } from '../../domain/shanghai.ts';
import { readDateCell } from './date-cell.ts';
import { isDoneWord } from './done-word.ts';
import type { DateReading } from './date-cell.ts';
import { readUnits } from './names-cell.ts';
import { newOutcome } from './outcome.ts';
import type { Understood } from './outcome.ts';
import type { ListRow, ReadList } from './table-reading.ts';

export type TaskEntry = Pick<
  Task,
  'origin' | 'indicator' | 'title' | 'standard' | 'units' | 'coUnits' | 'leader' | 'section' | 'owner' | 'deadline'
>;

export interface TasksContext {
  readonly directory: Directory;
  readonly known: readonly Task[];
  readonly year: number | null;
}

/** Origin where the list names none. */
const USUAL_ORIGIN = '创城';

export function understandTasks(list: ReadList, context: TasksContext): Understood<TaskEntry> {
  const outcome = newOutcome<TaskEntry>();
  const byNo = new Map(context.known.map((task) => [task.no, task]));
  const standing = new Map(context.known.map((task) => [sameness(task), `任务${task.no}`]));
  // Only our own table has both a number and a state.
  const own = list.keys.has('no') && list.keys.has('state');
  for (const row of list.rows) {
    const { entry, doubts, openUnits, refusal } = understandRow(row, context);
    const task = own ? byNo.get(Number(row.text('no'))) : undefined;
    if (refusal !== null) outcome.refuse(row.rowNo, refusal);
    else if (task !== undefined) {
      const changed = changedParts(task, entry);
      if (changed.length === 0) outcome.know(row.rowNo, `任务${task.no}`);
      else outcome.refuse(row.rowNo, `任务${task.no}的${changed.join('、')}与库里不同；导入不改已有任务`);
    } else {
      const twin = standing.get(sameness(entry));
      const done = [row.text('state'), row.text('percent')].find(isDoneWord);
      // Nobody could be reminded of a task whose units are open, and no word in chat gives it one: the table has to say it.
      if (openUnits.length > 0) outcome.refuse(row.rowNo, openUnits.join('；'));
      else if (done !== undefined && twin === undefined)
        outcome.refuse(row.rowNo, `表里写的是“${done}”，不作为新任务登记；仍要登记的，请清空后再导入`);
      else if (twin === undefined) outcome.entry(entry, doubts);
      else outcome.know(row.rowNo, twin);
      if (openUnits.length === 0) standing.set(sameness(entry), twin ?? `第${row.rowNo}行`);
    }
  }
  return outcome.done();
}

const sameness = ({ indicator, title, units }: Pick<Task, 'indicator' | 'title' | 'units'>): string =>
  `${indicator ?? ''}|${title}|${units.join('、')}`.normalize('NFKC').replace(/\s/gu, '');

function understandRow(row: ListRow, { directory, year }: TasksContext) {
  const lead = readUnits(row.text('lead'), directory);
  const others = readUnits(row.text('units'), directory);
  // Without a lead the responsible units are all alike.
  const units = row.text('lead') === '' ? others.units : lead.units;
  const deadline = readDateCell(row.cell('deadline'), year);
  const title = row.text('title');
  const openUnits = [
    ...(units.length === 0 && lead.unknown.length + others.unknown.length === 0 ? ['没有责任单位'] : []),
    ...[...lead.unknown, ...others.unknown].map((word) => `单位“${word}”不认识`),
  ];
  const entry = {
    rowNo: row.rowNo,
    origin: row.text('origin') || USUAL_ORIGIN,
    indicator: textOrNull(row, 'indicator'),
    title,
    standard: textOrNull(row, 'standard'),
    units,
    coUnits: row.text('lead') === '' ? [] : others.units.filter((unit) => !units.includes(unit)),
    leader: textOrNull(row, 'leader'),
    section: textOrNull(row, 'section'),
    owner: textOrNull(row, 'owner'),
    deadline: deadline.kind === 'date' ? deadline.at : null,
  };
  const doubts = [...deadlineDoubts(deadline), ...unusedProgress(row)];
  return { entry, doubts, openUnits, refusal: title === '' ? '没有任务内容' : null };
}

/** How far it is: told by the units in chat, each for itself, not by a table. */
function unusedProgress(row: ListRow): string[] {
  const told = [
    ['完成比例', row.text('percent')],
    ['最近进展', row.text('report')],
  ].filter(([, text = '']) => !/^0?(?:\.0+)?%?$/u.test(text));
  return told.length === 0
    ? []
    : [`${told.map(([name, text]) => `${name}“${text}”`).join('、')}没有采用，请责任单位在群里报进展`];
}

const textOrNull = (row: ListRow, key: string): string | null => row.text(key) || null;

function deadlineDoubts(deadline: DateReading): string[] {
  if (deadline.kind === 'none') return ['没有时限'];
  return deadline.kind === 'refused' ? [`时限“${deadline.text}”没有采用：${deadline.why}`] : [];
}

function changedParts(task: Task, entry: TaskEntry): string[] {
  const pairs = [
    ['类别', task.origin, entry.origin],
    ['指标', task.indicator, entry.indicator],
    ['测评内容', task.title, entry.title],
    ['标准', task.standard, entry.standard],
    ['牵头单位', task.units.join('、'), entry.units.join('、')],
    ['责任单位', task.coUnits.join('、'), entry.coUnits.join('、')],
    ['责任领导', task.leader, entry.leader],
    ['承办科室', task.section, entry.section],
    ['责任人', task.owner, entry.owner],
    ['时限', task.deadline && dayOf(task.deadline), entry.deadline && dayOf(entry.deadline)],
  ] as const;
  return pairs.filter(([, before, after]) => (before ?? '') !== (after ?? '')).map(([name]) => name);
}

/** What is to be done about the rows that are open, in words; '' where there are none. `numberOf`: the number a row got, once written. */
export function tasksAdvice(
  { doubts, refused }: Pick<Understood<TaskEntry>, 'doubts' | 'refused'>,
  numberOf: ReadonlyMap<number, string> = new Map(),
): string {
  const [first] = doubts;
  const name = (first && numberOf.get(first.rowNo)) ?? '任务5';
  return [
    ...(first === undefined
      ? []
      : [`时限存疑的，登记时不带时限；登记后请创城办在群里回复，如“${name}时限改到12月20日”。`]),
    ...(refused.length === 0 ? [] : ['不能导入的行没有登记，请在表里改好再导入一次，已登记的行不会重复。']),
  ]
    .map((line) => `\n${line}`)
    .join('');
}
