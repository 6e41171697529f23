/** 接龙、回复收到: refused with the reason, nobody is tagged; what only sounds alike is left alone. */
import { expect, test } from 'vitest';
import { takenBy } from '../../src/testing/phrasings.ts';
import { inRoom } from '../../src/testing/in-room.ts';

test.each([
  '请大家接龙回复收到',
  '让各单位回复收到',
  '统计一下谁没回复收到',
  '要求所有人群里打卡',
  '发起一个接龙',
  '请各位回个收到',
  '谁没看群消息',
  '通报一下各单位在线时长',
  '帮我@所有人',
  '提醒大家签到',
  '请各单位收到请回复收到',
])('group.rollcall takes “%s”', (text) => {
  expect(takenBy('赵雪', text)).toEqual(['group.rollcall']);
});

test.each([
  '收到',
  '收到，马上安排',
  '不用大家回复收到',
  '城管局8点执勤到岗3人',
  '严禁接龙打卡',
  '统计各单位整改率',
  '给大家点赞',
  '我已签到',
  '人民路12号门口垃圾没清@所有人，请环卫中心今天下午6点前清运',
])('“%s” is not meant', (text) => {
  expect(takenBy('赵雪', text)).not.toContain('group.rollcall');
});

const here = inRoom();

test('refused with the reason, and nobody is notified', async () => {
  const heard = await here.says('周敏', '请大家接龙回复收到');
  expect(heard.text).toContain('这件事我不办：按整治“指尖上的形式主义”、为基层减负的规定');
  expect(heard.replies.flatMap(({ mentions }) => mentions)).toEqual([]);
  expect(heard.pushes).toEqual([]);
  expect(heard.text).not.toContain('到岗4人');
});
