/** 任务 and their append-only record (domain §11). */
import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import { SEPARATOR, splitNames, toDate, toDateOrNull, toText, toTextOrNull } from './columns.ts';
import type { Connection } from './connection.ts';
import { nextNumber } from './counters.ts';
import type { Schema, TaskColumns, TaskRecordColumns, TaskUnitColumns } from './schema.ts';
import type { Task, TaskRecord, TaskStore } from './store.ts';

export function createTasks(connection: Connection): TaskStore {
  return {
    async find(no) {
      const row = await selectTasks(connection.read).where('no', '=', no).executeTakeFirst();
      return row && toTask(row);
    },

    async list({ nos, units, states, origin }) {
      if (nos?.length === 0 || units?.length === 0 || states?.length === 0) return [];
      let query = selectTasks(connection.read).orderBy('no');
      if (nos) query = query.where('no', 'in', nos);
      if (states) query = query.where('state', 'in', states);
      if (origin !== undefined) query = query.where('origin', '=', origin);
      if (units) {
        query = query.where('no', 'in', (eb) =>
          eb.selectFrom('task_units').select('task_no').where('role', '=', 'lead').where('unit', 'in', units),
        );
      }
      return (await query.execute()).map(toTask);
    },

    create: (draft, record) =>
      connection.atomic(async ({ write }) => {
        const task: Task = { ...draft, no: await nextNumber(write, 'task') };
        await write
          .insertInto('tasks')
          .values({ no: task.no, ...toValues(task) })
          .execute();
        await writeUnits(write, task);
        await addRecord(write, task.no, record);
        return task;
      }),

    save: (task, record) =>
      connection.atomic(async ({ write }) => {
        const saved = await write
          .updateTable('tasks')
          .set(toValues(task))
          .where('no', '=', task.no)
          .returning('no')
          .execute();
        if (saved.length === 0) throw new Error(`task ${task.no} does not exist`);
        await writeUnits(write, task);
        await addRecord(write, task.no, record);
      }),

    async recordsOf(no) {
      const query = connection.read.selectFrom('task_records').selectAll().where('task_no', '=', no);
      return (await query.orderBy('seq').execute()).map(toRecord);
    },
  };
}

const unitsOf = (role: TaskUnitColumns['role']) =>
  sql<
    string | null
  >`(select string_agg(unit, ${SEPARATOR} order by position) from task_units where task_no = tasks.no and role = ${role})`;

const selectTasks = (db: Kysely<Schema>) =>
  db
    .selectFrom('tasks')
    .selectAll()
    .select([unitsOf('lead').as('units'), unitsOf('co').as('co_units')]);

function toTask(row: Selectable<TaskColumns> & { units: string | null; co_units: string | null }): Task {
  return {
    no: row.no,
    origin: row.origin,
    title: row.title,
    standard: row.standard,
    units: splitNames(row.units),
    coUnits: splitNames(row.co_units),
    leader: row.leader,
    section: row.section,
    owner: row.owner,
    deadline: toDateOrNull(row.deadline),
    percent: row.percent,
    // Only toValues writes the column.
    state: row.state as Task['state'],
    claimedBy: JSON.parse(row.claimed_by) as string[],
    createdBy: row.created_by,
    createdAt: toDate(row.created_at),
    lastReportAt: toDateOrNull(row.last_report_at),
    lastReport: row.last_report,
    difficulty: row.difficulty,
    indicator: row.indicator,
  };
}

function toValues(task: Task): Omit<TaskColumns, 'no'> {
  const { origin, title, standard, leader, section, owner, percent, state, difficulty, indicator } = task;
  return {
    origin,
    title,
    standard,
    leader,
    section,
    owner,
    percent,
    state,
    difficulty,
    indicator,
    deadline: toTextOrNull(task.deadline),
    claimed_by: JSON.stringify(task.claimedBy),
    created_by: task.createdBy,
    created_at: toText(task.createdAt),
    last_report_at: toTextOrNull(task.lastReportAt),
    last_report: task.lastReport,
  };
}

async function writeUnits(write: Kysely<Schema>, task: Task): Promise<void> {
  await write.deleteFrom('task_units').where('task_no', '=', task.no).execute();
  const rows: TaskUnitColumns[] = [
    ...task.units.map((unit, position) => ({ task_no: task.no, role: 'lead' as const, unit, position })),
    ...task.coUnits.map((unit, position) => ({ task_no: task.no, role: 'co' as const, unit, position })),
  ];
  if (rows.length > 0) await write.insertInto('task_units').values(rows).execute();
}

async function addRecord(write: Kysely<Schema>, no: number, record: Omit<TaskRecord, 'taskNo'>): Promise<void> {
  const { step, by, unit, messageId, percent, note, difficulty } = record;
  const said = { message_id: messageId, percent, note, difficulty };
  const row = { task_no: no, at: toText(record.at), step, person: by, unit, ...said };
  await write.insertInto('task_records').values(row).execute();
}

const toRecord = (row: Selectable<TaskRecordColumns>): TaskRecord => ({
  taskNo: row.task_no,
  at: toDate(row.at),
  // Only addRecord writes the column.
  step: row.step as TaskRecord['step'],
  by: row.person,
  unit: row.unit,
  messageId: row.message_id,
  percent: row.percent,
  note: row.note,
  difficulty: row.difficulty,
});
