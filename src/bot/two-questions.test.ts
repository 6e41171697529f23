/** 两个一样的问题: what the bot says it has kept stays kept, also when it asks the same of something else. */
import { expect, test } from 'vitest';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says } = here;
const places = async () => (await here.room.issues()).map(({ location }) => location);
const photos = async (no: number) => (await here.room.house.storage.store.pictures.ofIssue(no)).length;
const ONE = '文昌路8号门口垃圾满溢，请环卫中心11月31日前清运';
const OTHER = '建设路20号门口盲道被占，请市城管局11月31日前清理';

test('two problems with the same faulty time: each waits for its own answer, and the question says which it is', async () => {
  expect((await says('刘志强', ONE, { images: 1 })).text).toContain('还差正确的时限：“文昌路8号门口 垃圾满溢”。');
  expect((await says('刘志强', OTHER)).text).toContain('还差正确的时限：“建设路20号门口 盲道被占”。');
  expect((await says('刘志强', '11月30日前')).text).toContain('建设路20号门口');
  expect((await says('刘志强', '11月30日前')).text).toContain('文昌路8号门口');
  expect(await places()).toEqual(['建设路20号门口', '文昌路8号门口']);
  expect([await photos(1), await photos(2)]).toEqual([0, 1]);
});

test('the one that is quoted is answered', async () => {
  const asked = await says('刘志强', ONE);
  await says('刘志强', OTHER);
  await says('刘志强', '11月30日前', { quote: asked.replies[0]?.id ?? '' });
  expect(await places()).toEqual(['文昌路8号门口']);
});

test('two lamps without a place, a picture of each: two problems, told apart by the quote', async () => {
  const first = await says('刘志强', '路灯不亮，请住建局明天修好', { images: 1 });
  const second = await says('刘志强', '路灯不亮，请住建局明天修好', { images: 1 });
  expect(second.text).toContain('2个这样的问题在等您答复，请引用要答复的那条');
  await says('刘志强', '文昌路8号门口', { quote: first.replies[0]?.id ?? '' });
  await says('刘志强', '建设路20号门口', { quote: second.replies[0]?.id ?? '' });
  expect(await places()).toEqual(['文昌路8号门口', '建设路20号门口']);
  expect([await photos(1), await photos(2)]).toEqual([1, 1]);
});

test('the same said again is one question, and keeps its picture', async () => {
  await says('刘志强', ONE, { images: 1 });
  await says('刘志强', ONE);
  await says('刘志强', '11月30日前');
  expect(await photos(1)).toBe(1);
  await says('刘志强', '11月30日前');
  expect(await places()).toEqual(['文昌路8号门口']);
});

test('the same number in other words is the same question', async () => {
  await haveIssues(here.room, [{ state: 'claimed' }]);
  const asked = await says('王磊', '301已整改');
  expect((await says('王磊', '301已经整改到位了')).text).toBe(asked.text);
});

test('a time that passed while the bot was asking names what it is for', async () => {
  await haveIssues(here.room, [{ state: 'reported', reportedBy: '王磊' }]);
  await says('刘志强', '退回301，今天上午10点15前');
  await here.room.clock('2026-11-18T10:20:00+08:00');
  expect((await says('刘志强', '现场还有3辆车')).text).toContain('11月18日 10:15已经过了，还差新的时限：#301。');
});
