/** 图文分开发 (domain §14) as conversations: pictures before the words, pictures after them, and nobody else's. */
import { describe, expect, test } from 'vitest';
import { inRoom } from '../testing/in-room.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';
import { haveIssues } from '../testing/room-issues.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says } = here;
const clock = (time: string) => here.room.clock(`2026-11-18T${time}+08:00`);
const photos = async (no: number) => (await here.room.house.storage.store.pictures.ofIssue(no)).map(({ kind }) => kind);
const alone = { group: null, images: 1 };
const WHOLE = '文昌路8号门口垃圾满溢，请环卫中心今天下午5点前清运';
const HINT = '收到图片。请在2分钟内发一句话，照片自动附上：报问题如“人民路12号门口垃圾没清”，报整改如“327已整改”。';

describe('pictures first', () => {
  test('they belong to the log that follows; the first of them is answered, the others are not', async () => {
    expect((await says('刘志强', '', alone)).text).toBe(HINT);
    expect((await says('刘志强', '', { group: null, images: 2 })).text).toBe('');
    await clock('10:01:30');
    expect((await says('刘志强', WHOLE, { group: null })).text).toContain('图3');
    expect(await photos(1)).toEqual(['before', 'before', 'before']);
    // They have been used.
    await says('刘志强', '建设路20号门口垃圾满溢，请环卫中心今天下午5点前清运', { group: null });
    expect(await photos(2)).toEqual([]);
  });

  test('after two minutes they belong to nothing', async () => {
    await says('刘志强', '', alone);
    await clock('10:02:30');
    await says('刘志强', WHOLE, { group: null });
    expect(await photos(1)).toEqual([]);
  });

  test('what still lacks a particular keeps them', async () => {
    await says('刘志强', '', alone);
    expect((await says('刘志强', '垃圾没人清，环卫抓紧来', { group: null })).text).toContain('还差地点');
    await says('刘志强', '油坊巷公厕旁', { group: null });
    expect(await photos(1)).toEqual(['before']);
  });

  test('a report of the unit takes them, and is held no more for a photo', async () => {
    await haveIssues(here.room, [{ state: 'claimed' }]);
    await says('王磊', '', alone);
    expect((await says('王磊', '301已整改', { group: null })).text).toContain('【待核查】#301');
    expect(await photos(301)).toEqual(['after']);
  });

  test('neither another person nor another conversation gets them', async () => {
    await says('刘志强', '', alone);
    await says('陈芳', WHOLE, { group: null });
    expect(await photos(1)).toEqual([]);
    await says('刘志强', '建设路20号门口垃圾满溢，请环卫中心今天下午5点前清运');
    expect(await photos(2)).toEqual([]);
    // In his own chat they are still his.
    await says('刘志强', '滨江大道30号门口垃圾满溢，请环卫中心今天下午5点前清运', { group: null });
    expect(await photos(3)).toEqual(['before']);
  });

  test('a question in between does not use them up; small talk neither', async () => {
    await says('刘志强', '', alone);
    await says('刘志强', '整改率', { group: null });
    await says('刘志强', '好的', { group: null });
    await says('刘志强', WHOLE, { group: null });
    expect(await photos(1)).toEqual(['before']);
  });

  test('a refused order leaves them for the next', async () => {
    await says('刘志强', '', alone);
    await says('刘志强', '999已整改', { group: null });
    await says('刘志强', WHOLE, { group: null });
    expect(await photos(1)).toEqual(['before']);
  });

  test('few words are enough with pictures', async () => {
    await says('刘志强', '', alone);
    expect((await says('刘志强', '盲道被占', { group: null })).text).toContain('还差');
    await says('刘志强', '文昌路8号门口，市城管局', { group: null });
    expect(await photos(1)).toEqual(['before']);
  });

  test('in a group where it was called', async () => {
    await says('刘志强', '', { images: 1 });
    await says('孙伟', '建设路20号门口垃圾满溢，请环卫中心今天下午5点前清运');
    await says('刘志强', WHOLE);
    expect([await photos(1), await photos(2)]).toEqual([[], ['before']]);
  });
});

describe('words first', () => {
  test('a picture right after one’s own log belongs to it', async () => {
    await says('刘志强', WHOLE, { group: null });
    await clock('10:01:00');
    expect((await says('刘志强', '', { group: null, images: 2 })).text).toBe('照片2张已附到#1。');
    expect(await photos(1)).toEqual(['before', 'before']);
    await clock('10:04:00');
    expect((await says('刘志强', '', alone)).text).toBe(HINT);
    expect(await photos(1)).toHaveLength(2);
  });

  test('somebody else’s picture does not', async () => {
    await says('刘志强', WHOLE);
    expect((await says('孙伟', '', { images: 1 })).text).toBe(HINT);
    expect((await says('刘志强', '', alone)).text).toBe(HINT);
    expect(await photos(1)).toEqual([]);
  });

  test('a second picture after a report is one of it', async () => {
    await haveIssues(here.room, [{ state: 'claimed' }]);
    await says('王磊', '301已整改', { group: null });
    expect((await says('王磊', '', alone)).text).toContain('【待核查】#301');
    expect((await says('王磊', '', alone)).text).toBe('照片1张已附到#301。');
    expect(await photos(301)).toEqual(['after', 'after']);
  });

  test('while the bot waits for a yes the picture goes to what it waits for', async () => {
    const asked = await says('孙伟', '政务中心一楼志愿服务站无人值守', { group: null });
    expect(asked.text).toContain('请确认');
    const heard = await says('孙伟', '', alone);
    expect(heard.text).toContain('照片已收下（1张），还等您答复：请确认');
    expect(await here.room.issues()).toEqual([]);
    await says('孙伟', '对', { group: null });
    expect(await photos(1)).toEqual(['before']);
  });

  test('after a verification they wait for the next sentence: a closed problem gets no evidence of another one', async () => {
    await haveIssues(here.room, [{ state: 'reported', reportedAt: new Date(WEDNESDAY_10), reportedBy: '王磊' }]);
    await says('刘志强', WHOLE, { group: null });
    await says('刘志强', '301核查通过', { group: null });
    expect((await says('刘志强', '', alone)).text).toBe(HINT);
    expect([await photos(301), await photos(302)]).toEqual([[], []]);
    await says('刘志强', '建设路20号门口垃圾满溢，请环卫中心今天下午5点前清运', { group: null });
    expect([await photos(301), await photos(302), await photos(303)]).toEqual([[], [], ['before']]);
  });

  test('a fix on the spot takes them as it was left', async () => {
    await says('刘志强', '文昌路8号门口垃圾满溢，环卫中心现场已整改', { group: null, images: 1 });
    expect((await says('刘志强', '', alone)).text).toBe('照片1张已附到#1。');
    expect(await photos(1)).toEqual(['after', 'after']);
  });

  test('of several problems in one message all get it', async () => {
    await says('刘志强', '阳光家园：1.楼道堆物 2.垃圾桶满溢 3.宣传栏破损，请河西街道周五前改', { group: null });
    expect((await says('刘志强', '', alone)).text).toBe('照片1张已附到#1、#2、#3。');
    expect(await photos(2)).toEqual(['before']);
  });
});

test('a citizen’s picture before his words', async () => {
  const citizen = { sender: 'u-citizen' };
  await says(citizen.sender, '', alone);
  const heard = await says(citizen.sender, '翠竹园小区门口占道卖菜没人管', { group: null });
  expect(heard.text).not.toBe('');
  expect(await photos(1)).toEqual(['before']);
});
