/** What the clock says of what stands beside problems: to the office in its morning line, to units in their one reminder. */
import { expect, test } from 'vitest';
import { inRoom } from '../testing/in-room.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });

test('unanswered messages, material to look at and overdue, silent units: a line each', async () => {
  await here.says('路人甲', '翠竹园小区门口天天有人占道卖菜', { group: null });
  await here.says('赵雪', '资料 Ⅱ-3 责任单位教育局 11月20日前');
  await here.says('赵雪', '资料 Ⅱ-5 责任单位卫健委 12月1日前');
  await here.says('罗丹', '报送指标Ⅱ-5资料', { images: 1 });
  await here.says('周敏', '下达任务：住建局牵头，12月20日前完成背街小巷路灯排查');
  const told = await here.room.clock('2026-11-26T09:00:00+08:00');
  const mornings = told.filter(({ person, text }) => person === '周敏' && text.includes('【创城办晨报】'));
  expect(mornings[0]?.text).not.toContain('留言');
  const last = mornings.at(-1)?.text ?? '';
  expect(last).toContain('留言超时未答复1件：留言1。');
  expect(last).toContain('资料待审1件：Ⅱ-5 市卫健委。');
  expect(last).toContain('资料超期未交1件：Ⅱ-3 市教育局。');
  expect(last).toContain('任务7天以上未报进展1件：任务1市住建局7天。');
});

test('liaisons hear of material due and of messages unanswered in their one reminder of the day', async () => {
  await here.says('赵雪', '资料 Ⅱ-3 责任单位教育局 11月20日前');
  await here.says('赵雪', '资料 Ⅱ-5 责任单位卫健委 12月1日前');
  await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局明天下午处理');
  const told = (await here.room.clock('2026-11-20T09:30:00+08:00')).filter(({ text }) => text.includes('【创城提醒】'));
  const today = (name: string) => told.filter(({ person }) => person === name).at(-1)?.text ?? '';
  expect(today('高洁')).toMatch(
    /^【创城提醒】高洁同志（截至11月20日 09:10）\n待报资料：\nⅡ-3 市教育局：未交，11月20日前$/,
  );
  expect(today('王磊')).toMatch(/#1 [\s\S]*超时未答复留言：\n留言1 /);
  expect(told.filter(({ person, at }) => person === '王磊' && at >= new Date('2026-11-20'))).toHaveLength(1);
  expect(today('罗丹')).toBe('');
});
