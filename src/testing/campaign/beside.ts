/** What goes on beside problems: tasks, messages of citizens, questions, and talk that is nobody's order. */
import { newCase } from './case.ts';
import { dayAfter, dayAt, dayName, limitOf, weekday } from './limits.ts';
import { rectifiers } from './finding.ts';
import { speakerOf, withRole } from './stage.ts';
import type { Stage } from './stage.ts';
import { DEFECTS, IDLE } from './words.ts';

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
  if (weekday(dayAt(stage.now())) !== 1) return;
  const unit = random.pick(rectifiers(stage));
  const until = dayName(dayAfter(dayAt(stage.now()), 20));
  const heard = await stage.says('周敏', `新建任务：${random.pick(TASKS)}，${unit}负责，${until}前`);
  const no = /【任务(\d+)】/.exec(heard.text)?.[1];
  if (no === undefined) {
    stage.complaints.push(`no task: ${heard.text}`);
    return;
  }
  const { name } = speakerOf(stage, unit);
  const task = { unit, from: stage.now(), to: Infinity };
  stage.tasks.push(task);
  await stage.gets(name, `认领任务${no}`, /已认领/);
  await stage.gets(name, `任务${no}进度60%`, /60%/);
  if (random.isLucky(0.5) && (await stage.gets(name, `任务${no}已完成`, /完成/))) task.to = stage.now();
  stage.count('task');
}

/** From the hotline through the office, or from a citizen in a chat of his own. */
export async function citizenMessage(stage: Stage): Promise<void> {
  const { random, city } = stage;
  const what = random.pick(DEFECTS.filter(({ units }) => units.length > 0));
  const no = stage.cases.length + 1;
  const place = `${random.pick(city.sites.filter(({ type }) => type.endsWith('road'))).name}${no}号`;
  const facts = { no, place, category: what.category, tier: what.tier, twin: null };
  if (random.isLucky(0.5)) {
    const unit = random.pick(what.units);
    const wanted = new RegExp(`留言\\d+已登记[^]*【交办】#${no}\\|${unit}`);
    if (!(await stage.gets('赵雪', `12345转来：${place}${what.words}，请${unit}处理`, wanted))) return;
    const at = stage.now();
    const due = limitOf(what.tier, at);
    stage.cases.push(
      newCase({ ...facts, loggedBy: '赵雪', loggedAt: at, state: 'dispatched', units: [unit], dispatchedAt: at, due }),
    );
  } else {
    const citizen = `市民${no}`;
    if (!(await stage.gets(citizen, `我要反映，${place}${what.words}`, /留言\d+已登记/, { group: null }))) return;
    stage.cases.push(
      newCase({
        ...facts,
        loggedBy: '市民',
        loggedAt: stage.now(),
        state: 'draft',
        units: [],
        dispatchedAt: null,
        due: null,
      }),
    );
  }
  stage.count('citizen');
}
