import { describe, expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says, steps } = here;

describe('登记, something is missing', () => {
  test('place and unit are asked for in one question; the next message fills both', async () => {
    const asked = await says('孙伟', '登记：垃圾没人清', { images: 1 });
    expect(asked.text).toBe('还差地点、责任单位：“垃圾没人清”在什么位置，由哪个单位负责？引用本条回复即可。');
    expect(await here.room.issues()).toEqual([]);
    const filled = await says('孙伟', '牛角巷口，环卫中心');
    expect(filled.text).toContain('【交办】#1|市环卫中心\n点位：牛角巷口');
    const photos = await here.room.house.storage.store.pictures.ofIssue(1);
    expect(photos).toHaveLength(1);
  });

  test('a unit is suggested; yes takes it', async () => {
    const asked = await says('孙伟', '政务中心一楼志愿服务站无人值守');
    expect(asked.text).toBe(
      '请确认：政务中心一楼志愿服务站 无人值守，责任单位建议市政务服务中心（该点位的责任单位）。回复“对”交办，或直接回复单位名。',
    );
    expect(await here.room.issues()).toEqual([]);
    expect((await says('孙伟', '对')).text).toContain('【交办】#1|市政务服务中心');
    expect((await says('孙伟', '对')).text).not.toContain('【交办】');
    expect(await here.room.issues()).toHaveLength(1);
  });

  test.each([['市城管局'], ['单位改成市城管局'], ['不对，是城管局']])(
    'a unit is suggested and another one is named: %s',
    async (answer) => {
      await says('孙伟', '政务中心一楼志愿服务站无人值守');
      await says('孙伟', answer);
      expect(await here.room.issue(1)).toMatchObject({ units: ['市城管局'], state: 'dispatched' });
    },
  );

  test('a time that had to be rolled on is shown and waits for a yes; a change may come in the same breath', async () => {
    const asked = await says('刘志强', '滨江大道中段公益广告画面破损，请宣传部更换，本周五前', { images: 1 });
    expect(asked.text).toMatch(
      /^请确认：滨江大道.*画面破损\|公益广告\|市委宣传部\|11月27日（周五）。回复“对”登记，回复“改”修改。$/,
    );
    expect(await here.room.issues()).toEqual([]);
    await says('刘志强', '对的，单位再加个河西街道');
    expect(await here.room.issue(1)).toMatchObject({
      units: ['市委宣传部', '河西街道'],
      deadline: new Date('2026-11-27T23:59:59+08:00'),
    });
  });
});

describe('登记, grid people and the office', () => {
  test('a grid entry waits for the office, who confirms it with the number and the unit', async () => {
    const logged = await says('丁一', '翠竹园3栋楼道堆放杂物', { images: 1 });
    expect(logged.text).toBe('已记下#1，等创城办确认后交办：\n#1 翠竹园3栋 楼道堆放杂物|建议东湖街道（属地）');
    expect(logged.pushes.map(({ person }) => person)).toEqual(['周敏', '赵雪']);
    expect(await here.room.issue(1)).toMatchObject({ state: 'draft', origin: 'grid', dispatchedAt: null });
    const confirmed = await says('赵雪', '确认1，责任单位翠竹社区');
    expect(confirmed.text).toContain('【交办】#1|翠竹社区');
    expect(confirmed.text).toContain(' 交办：赵雪\n');
    expect(confirmed.replies[0]?.mentions).toEqual(['景志鹏']);
    expect(await steps(1)).toEqual(['log 丁一', 'dispatch 赵雪']);
  });

  test('yes to the notice, quoted, takes the suggested unit', async () => {
    const { pushes } = await says('丁一', '翠竹园3栋楼道堆放杂物');
    const notice = pushes.find(({ person }) => person === '周敏');
    await says('周敏', '对', { group: null, quote: notice?.id ?? '' });
    expect(await here.room.issue(1)).toMatchObject({ state: 'dispatched', units: ['东湖街道'] });
  });

  test('a number with 确认 is that problem, never the question that is open', async () => {
    await says('丁一', '翠竹园3栋楼道堆放杂物');
    await says('赵雪', '政务中心一楼志愿服务站无人值守');
    expect((await says('赵雪', '确认7')).text).toBe('没有#7这个问题，请核对编号。');
    await says('赵雪', '确认1，东湖街道，明天下午5点前');
    expect(await here.room.issues()).toMatchObject([
      { no: 1, state: 'dispatched', units: ['东湖街道'], deadline: new Date('2026-11-23T17:00:00+08:00') },
    ]);
  });

  test('who logged it may not dispatch it himself, and nothing changes', async () => {
    await says('丁一', '翠竹园3栋楼道堆放杂物');
    const before = await here.holding();
    expect((await says('丁一', '确认1')).text).toContain('#1由丁一上报，等创城办确认后交办。');
    expect(await here.holding()).toBe(before);
  });

  test('an inspector may not dispatch it either; the sponsor’s and the citizen’s wait for the office, too', async () => {
    await says('丁一', '翠竹园3栋楼道堆放杂物');
    await says('路人甲', '我要反映，翠竹园小区门口占道卖菜', { group: null });
    for (const inspector of ['孙伟', '刘志强', '陈芳']) {
      for (const no of [1, 2]) {
        expect(await here.refusal(inspector, `确认${no}，责任单位东湖街道`)).toContain('等创城办确认后交办');
      }
    }
  });

  test('a unit may not log, is told what to do instead, and nothing is recorded', async () => {
    const heard = await says('王磊', '登记：牛角巷口垃圾桶满溢，请环卫中心今天下午5点前处理');
    expect(heard.text).toContain('王磊，登记问题由督查组、创城办和网格人员办理');
    expect(await here.room.issues()).toEqual([]);
  });
});

describe('现场已整改', () => {
  test('with a picture it is closed at once and counts as on time', async () => {
    const heard = await says('刘志强', '牛角巷口占道经营，城管局现场已整改', { images: 1 });
    expect(heard.text).toContain('已登记，现场整改完成：\n#1 已销号（市城管局）');
    expect(await here.room.issue(1)).toMatchObject({ state: 'closed', fixedOnSpot: true, closedBy: '刘志强' });
    expect(await steps(1)).toEqual(['log 刘志强', 'close 刘志强']);
  });

  test('without a picture it is asked for; the picture alone completes it', async () => {
    const asked = await says('刘志强', '牛角巷口占道经营，城管局现场已整改');
    expect(asked.text).toContain('还差整改后的照片');
    expect(await here.room.issues()).toEqual([]);
    await says('刘志强', '', { images: 1 });
    expect(await here.room.issue(1)).toMatchObject({ state: 'closed', fixedOnSpot: true });
  });
});
