/** 教的话: what the bot tells people to type is typed here, and works. */
import { expect, test } from 'vitest';
import { inRoom } from '../src/testing/in-room.ts';
import { WEDNESDAY_10 } from '../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const said = async (name: string, text: string): Promise<string> => (await here.says(name, text)).text;

/** What stands in “…” behind the name. */
const taught = (text: string, name: string): string =>
  new RegExp(`${name}[^“\\n]*“([^”]+)”`).exec(text)?.[1] ?? `nothing for ${name}`;

const PADDY =
  '建设路巡查：1、18号门口占道经营，请城管局整改；2、20号门口垃圾满溢，请环卫处理；3、30号门口垃圾没清，请环卫处理';

test('a card to several units gives each its own numbers', async () => {
  const card = await said('刘志强', PADDY);
  expect(taught(card, '王磊')).toBe('认领1');
  expect(taught(card, '胡斌')).toBe('认领2、3');
  expect(await said('胡斌', taught(card, '胡斌'))).toContain('已认领#2、#3');
  expect(await said('王磊', taught(card, '王磊'))).toContain('已认领#1');
});

test('the reminder of a person with two names both', async () => {
  await here.says('刘志强', '建设路20号门口路灯不亮，请住建局处理');
  await here.says('刘志强', '建设路30号门口路灯不亮，请住建局处理');
  const heard = await here.room.clock('2026-11-18T18:00:00+08:00');
  const text = heard
    .filter(({ person }) => person === '何静')
    .map((message) => message.text)
    .find((one) => one.includes('待认领'));
  expect(text).toContain('请回复“认领1、2”');
  expect(await said('何静', '认领1、2')).toContain('已认领#1、#2');
});

test('the office that wants another limit is told who has to ask, and that works', async () => {
  await here.says('刘志强', '建设路30号门口路灯不亮，请住建局三天内处理');
  const told = await said('周敏', '1延期到12月3日');
  expect(told).toContain('时限没有改动');
  expect(taught(told, '市住建局')).toBe('1申请延期到12月3日，原因：…');
  expect((await here.room.issue(1)).extensionCount).toBe(0);
  expect(await said('周敏', '#1时限改到12月3日')).toMatch(/申请延期到/);
  await here.says('何静', '1申请延期到12月3日，原因：等灯具到货');
  expect(await said('周敏', '同意1延期')).toContain('已同意：#1延期到12月3日');
});

test('after the limit the office is told what is still possible', async () => {
  await here.says('刘志强', '建设路30号门口垃圾没清，请环卫今天下午5点前处理');
  await here.room.clock('2026-11-19T10:00:00+08:00');
  expect(await said('周敏', '1延期到12月3日')).toContain('到期后不再受理延期。可回复“催一下1”');
  expect(await said('周敏', '催一下1')).not.toContain('没有看懂');
});

test('no reason of another problem stands in an example', async () => {
  await here.says('刘志强', '建设路30号门口路灯不亮，请住建局三天内处理');
  const asked = await said('何静', '1申请延期');
  const early = await said('何静', '1申请延期到11月18日，原因：等灯具到货');
  for (const text of [asked, early]) expect(text).not.toContain('盲道砖');
});

test('the list of what nobody has answered has no rate', async () => {
  await here.says('路人甲', '翠竹园小区门口天天有人占道卖菜', { group: null });
  await here.says('路人乙', '文昌公园厕所臭', { group: null });
  await here.says('赵雪', '留言2已回复：已安排保洁');
  const list = await said('周敏', '哪些留言没回');
  expect(list).toContain('未答复的市民留言1件');
  expect(list).not.toContain('回复率');
  expect(await said('周敏', '市民留言情况')).toContain('回复率50.0%(1/2)');
});
