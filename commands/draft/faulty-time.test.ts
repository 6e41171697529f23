/** 没有2月30日: said to the sender, and the rest waits for the right time. On 22 November 2026, a Sunday. */
import { describe, expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { saidOf } from '../../src/testing/reader.ts';

test.each([
  ['文昌路8号门口垃圾满溢，请环卫中心2月30日前清运', '没有2月30日'],
  ['文昌路8号门口垃圾满溢，请环卫中心11月31日前清运', '没有11月31日'],
  ['文昌路8号门口垃圾满溢，请环卫中心31号前清运', '11月没有31日'],
  ['文昌路8号门口垃圾满溢，请环卫中心11月31日下午5点前清运', '没有11月31日'],
  ['文昌路8号门口垃圾满溢，请环卫中心今天25点前清运', '没有25点'],
  ['文昌路8号门口垃圾满溢，请环卫中心25点前清运', '没有25点'],
  ['文昌路8号门口垃圾满溢，请环卫中心明天17:75前清运', '没有17点75分'],
  ['文昌路8号门口垃圾满溢，请环卫中心13月5日前清运', '没有13月'],
  ['文昌路8号门口垃圾满溢，请环卫中心二月三十日前清运', '没有2月30日'],
  ['327延期到11月31日，原因：配件未到', '没有11月31日'],
  ['327退回，还有垃圾，2月30日前整改', '没有2月30日'],
])('“%s”: %s', (text, fault) => {
  expect(saidOf(text).deadline).toMatchObject({ at: null, fault });
});

test.each([
  '文昌路8号门口垃圾满溢，请环卫中心11月30日前清运',
  '文昌路8号门口垃圾满溢，请环卫中心24点前清运',
  '文昌路8号门口垃圾满溢，请环卫中心12月31日前清运',
  '文昌路8号门口垃圾满溢，请环卫中心2月28日前清运',
  '人民路45日常保洁不到位，请环卫中心三日内清理',
  '发现占道经营30点，请城管局今天下午5点前处理',
])('nothing is wrong with “%s”', (text) => {
  expect(saidOf(text).deadline?.fault).toBeUndefined();
  expect(saidOf(text).deadline?.at).not.toBeNull();
});

const here = inRoom();
const { says } = here;
const WHOLE = '文昌路8号门口垃圾满溢，请环卫中心2月30日前清运';

describe('in a room', () => {
  test('a problem waits for the right day, with its pictures', async () => {
    const asked = await says('刘志强', WHOLE, { images: 1 });
    expect(asked.text).toBe(
      '没有2月30日，还差正确的时限：“文昌路8号门口 垃圾满溢”。其余内容已经记着，请引用本条回复时限，如“2月28日前”；不办了请回复“取消”。',
    );
    expect(await here.room.issues()).toEqual([]);
    expect((await says('刘志强', '11月31日前', { quote: asked.replies[0]?.id ?? '' })).text).toBe(
      '没有11月31日，请再回复一次时限，如“11月30日前”。',
    );
    expect((await says('刘志强', '11月30日前')).text).toContain('【交办】#1|市环卫中心');
    expect(await here.room.issue(1)).toMatchObject({ location: '文昌路8号门口', description: '垃圾满溢' });
    expect((await here.room.issue(1)).deadline?.toISOString()).toBe('2026-11-30T15:59:59.000Z');
    expect(await here.room.house.storage.store.pictures.ofIssue(1)).toHaveLength(1);
  });

  test('of several problems only the one without a real day gets the answer', async () => {
    await says(
      '刘志强',
      '1. 文昌路8号门口垃圾满溢，请环卫中心11月31日前清运\n2. 建设路20号门口乱停车，请交警大队明天下午5点前处理',
    );
    await says('刘志强', '11月30日前');
    const [one, two] = await here.room.issues();
    expect([one?.deadline?.toISOString(), two?.deadline?.toISOString()]).toEqual([
      '2026-11-30T15:59:59.000Z',
      '2026-11-23T09:00:00.000Z',
    ]);
  });

  test('取消 drops it', async () => {
    await says('刘志强', WHOLE);
    expect((await says('刘志强', '取消')).text).toContain('没有登记');
    expect(await here.room.issues()).toEqual([]);
  });

  test('an extension, a return, a task', async () => {
    await haveIssues(here.room, [{ state: 'claimed' }, { state: 'reported' }]);
    expect((await says('王磊', '301申请延期到11月31日，原因：配件未到货')).text).toContain(
      '没有11月31日，还差正确的时限：#301。',
    );
    expect((await says('王磊', '11月30日')).text).toContain('#301的延期申请已提交');
    expect((await says('刘志强', '302退回，还有垃圾，2月30日前整改')).text).toContain('没有2月30日');
    expect((await here.room.issue(302)).state).toBe('reported');
    await says('刘志强', '明天下午5点前');
    expect(await here.room.issue(302)).toMatchObject({ state: 'claimed' });
    expect((await says('周敏', '布置任务：住建局牵头，11月31日前完成背街小巷路灯排查')).text).toContain('没有11月31日');
    expect((await says('周敏', '11月30日前')).text).toContain('【任务1】');
  });
});
