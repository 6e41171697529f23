/** What goes on beside problems: tasks, and talk that is nobody's order. */
import { dayAfter, dayAt, dayName, throughDay } from './limits.ts';
import { rectifiers } from './finding.ts';
import { speakerOf, withRole } from './stage.ts';
import type { Stage } from './stage.ts';
import { IDLE } from './words.ts';

/** Must be left alone by the bot. */
export async function idleTalk(stage: Stage): Promise<void> {
  const { random } = stage;
  const text = random.pick(IDLE);
  const { name } = random.pick(withRole(stage, 'unitLiaison', 'inspector'));
  const heard = await stage.says(name, text, { mentionsBot: false });
  if (heard.text !== '') stage.complaints.push(`idle talk was answered: ${text} → ${heard.text}`);
}

const TASKS = ['公益广告更新', '楼道杂物清理', '志愿服务站检查', '背街小巷路灯排查', '文明宣传栏更新'];

/** 布置、认领、报进展、完成: one task from beginning to end within some days. */
export async function taskWeek(stage: Stage): Promise<void> {
  const { random } = stage;
  const unit = random.pick(rectifiers(stage));
  const last = dayAfter(dayAt(stage.now()), 20);
  const until = dayName(last);
  const heard = await stage.says('周敏', `新建任务：${random.pick(TASKS)}，${unit}负责，${until}前`);
  const no = /【任务(\d+)】/.exec(heard.text)?.[1];
  if (no === undefined) {
    stage.complaints.push(`no task: ${heard.text}`);
    return;
  }
  const { name } = speakerOf(stage, unit);
  const task = { no: Number(no), unit, from: stage.now(), due: throughDay(last), to: Infinity };
  stage.tasks.push(task);
  await stage.gets(name, `认领任务${no}`, /已认领/);
  await stage.gets(name, `任务${no}进度60%`, /60%/);
  if (random.isLucky(0.5) && (await stage.gets(name, `任务${no}已完成`, /完成/))) task.to = stage.now();
  stage.count('task');
}

/** What is still open is finished sooner or later, some of it too late. */
export async function moveTasks(stage: Stage): Promise<void> {
  for (const task of stage.tasks) {
    if (task.to !== Infinity || !stage.random.isLucky(0.2)) continue;
    if (!(await stage.gets(speakerOf(stage, task.unit).name, `任务${task.no}已完成`, /完成/))) continue;
    task.to = stage.now();
    stage.count('task finished');
  }
}
