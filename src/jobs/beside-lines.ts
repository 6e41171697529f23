/** 创城办晨报 of what stands beside problems: messages nobody has answered, material to be looked at, units that are silent (domain §11). */
import { isAnswerLate } from '../domain/citizen.ts';
import { isMaterialOverdue, withAssigned } from '../domain/material.ts';
import { silentUnits } from '../domain/task-silence.ts';
import { isUnfinished, SILENT_DAYS } from '../domain/task.ts';
import type { JobContext } from './job.ts';

const MOST_LISTED = 8;

/** One line each, none where there is nothing to see to. */
export async function besideLines({ moment: at, store, directory, settings }: JobContext): Promise<string[]> {
  const messages = await store.citizens.list({ state: 'open' });
  const late = messages.filter((message) => isAnswerLate(message, at, settings)).map(({ no }) => `留言${no}`);
  const materials = withAssigned(await store.materials.list({}), settings);
  const waiting = materials.filter(({ state }) => state === 'submitted').map(nameOf);
  const overdue = materials.filter((material) => isMaterialOverdue(material, at)).map(nameOf);
  const tasks = [];
  for (const task of (await store.tasks.list({})).filter(isUnfinished)) {
    tasks.push({ task, records: await store.tasks.recordsOf(task.no) });
  }
  const silent = silentUnits(tasks, (name) => directory.person(name)?.unit ?? null, { at, days: SILENT_DAYS });
  const silentNames = silent.map(({ task, unit, days }) => `任务${task.no}${unit}${days}天`);
  return [
    ...line('留言超时未答复', late, '回复“留言+编号+已回复：…”。'),
    ...line('资料待审', waiting, '回复“指标+通过”或“指标+退回，原因…”。'),
    ...line('资料超期未交', overdue, ''),
    ...line('任务7天以上未报进展', silentNames, ''),
  ];
}

const nameOf = ({ indicator, unit }: { readonly indicator: string; readonly unit: string }): string =>
  `${indicator} ${unit}`;

function line(title: string, things: readonly string[], hint: string): string[] {
  if (things.length === 0) return [];
  const shown = things.length > MOST_LISTED ? `${things.slice(0, MOST_LISTED).join('、')}等` : things.join('、');
  return [`${title}${things.length}件：${shown}。${hint}`];
}
