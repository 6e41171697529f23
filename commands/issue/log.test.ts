import { describe, expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says, steps } = here;

describe('登记, all particulars there', () => {
  test('an inspector logs one problem: numbered, dispatched, on record, the liaison tagged, the card with its button', async () => {
    const heard = await says('刘志强', '牛角巷口垃圾桶满溢，请环卫中心今天下午5点前处理', { images: 2 });
    expect(heard.text).toBe(
      [
        '【交办】#1|市环卫中心',
        '点位：牛角巷口（背街小巷·东湖街道）',
        '问题：垃圾桶满溢（环境卫生） 图2',
        '时限：今天 17:00（剩7小时） 交办：督查一组 刘志强',
        '@胡斌 回复“认领1”即受理；整改后引用本条回复“已整改”并附照片。如有异议，请在明天 10:00前回复“申诉1，理由：…”。',
      ].join('\n'),
    );
    expect(heard.replies).toMatchObject([{ mentions: ['胡斌'], buttons: [{ label: '认领', says: '认领1' }] }]);
    expect(heard.pushes).toEqual([]);
    expect(await here.room.issue(1)).toMatchObject({
      state: 'dispatched',
      site: '牛角巷',
      category: 'sanitation',
      units: ['市环卫中心'],
      loggedBy: '刘志强',
      team: '督查一组',
      groupId: 'city',
      source: 'inspection',
      deadline: new Date('2026-11-22T17:00:00+08:00'),
    });
    expect(await steps(1)).toEqual(['log 刘志强', 'dispatch 刘志强']);
    const photos = await here.room.house.storage.store.pictures.ofIssue(1);
    expect(photos.map(({ kind }) => kind)).toEqual(['before', 'before']);
    expect(here.room.faults).toEqual([]);
  });

  test('several problems in one message: one number each, one message, what they share said once', async () => {
    const heard = await says(
      '刘志强',
      '河西综合市场：公平秤坏了、经营户未亮证经营、地面积水严重。责任单位市监局 河西街办，请于11.24日前整改并反馈',
      { images: 4 },
    );
    expect(heard.replies).toHaveLength(1);
    expect(heard.text).toContain('【交办】3件|市市场监管局、河西街道\n点位：河西综合市场');
    expect(heard.text).toContain('#3 地面积水严重（环境卫生）');
    expect(heard.text.match(/11月24日/g)).toHaveLength(1);
    expect(heard.text).toContain('回复“认领1、2、3”即受理');
    expect((await here.room.issues()).map(({ no, state }) => [no, state])).toEqual([
      [1, 'dispatched'],
      [2, 'dispatched'],
      [3, 'dispatched'],
    ]);
    for (const no of [1, 2, 3]) expect(await here.room.house.storage.store.pictures.ofIssue(no)).toHaveLength(4);
  });

  test('said one-to-one, the liaison is told one-to-one and nobody is tagged', async () => {
    const heard = await says('刘志强', '牛角巷口垃圾桶满溢，请环卫中心今天下午5点前处理', { group: null });
    expect(heard.text).toContain('胡斌 回复“认领1”');
    expect(heard.text).not.toContain('@');
    expect(heard.pushes).toMatchObject([{ person: '胡斌', text: heard.text }]);
    expect(await here.room.issue(1)).toMatchObject({ groupId: null });
  });

  test('a liaison is tagged once a day; the second card names him without a tag', async () => {
    await says('刘志强', '牛角巷口垃圾桶满溢，请环卫中心今天下午5点前处理');
    const second = await says('刘志强', '油坊巷口垃圾桶满溢，请环卫中心今天下午5点前处理');
    expect(second.replies[0]?.mentions).toEqual([]);
    expect(second.text).toContain('\n胡斌 回复“认领2”');
  });

  test('the same place and category again is pointed out in one line', async () => {
    await says('刘志强', '锦绣花园小区楼道堆放杂物，请新市区街道今天下午5点前处理');
    const second = await says('陈芳', '锦绣花园小区楼道堆放杂物，请新市区街道今天下午5点前处理');
    expect(second.text.split('\n').at(-1)).toBe(
      '#2与#1（待认领）地点、类别相同；如是同一件，请回复“撤销2，原因：与1重复”。',
    );
  });
});

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
      '请确认：政务中心一楼志愿服务站 无人值守，责任单位建议市政务服务中心。回复“对”交办，或直接回复单位名。',
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
    expect(logged.text).toBe('已记下#1，等创城办确认后交办：\n#1 翠竹园3栋 楼道堆放杂物|建议东湖街道');
    expect(logged.pushes.map(({ person }) => person)).toEqual(['周敏', '赵雪']);
    expect(await here.room.issue(1)).toMatchObject({ state: 'draft', origin: 'grid', dispatchedAt: null });
    const confirmed = await says('赵雪', '确认1，责任单位翠竹社区');
    expect(confirmed.text).toContain('【交办】#1|翠竹社区');
    expect(confirmed.replies[0]?.mentions).toEqual(['景志鹏']);
    expect(await steps(1)).toEqual(['log 丁一', 'dispatch 赵雪']);
  });

  test('yes to the notice, quoted, takes the suggested unit', async () => {
    const { pushes } = await says('丁一', '翠竹园3栋楼道堆放杂物');
    const notice = pushes.find(({ person }) => person === '周敏');
    await says('周敏', '对', { group: null, quote: notice?.id ?? '' });
    expect(await here.room.issue(1)).toMatchObject({ state: 'dispatched', units: ['东湖街道'] });
  });

  test('who logged it may not dispatch it himself, and nothing changes', async () => {
    await says('丁一', '翠竹园3栋楼道堆放杂物');
    const before = await here.holding();
    expect((await says('丁一', '确认1')).text).toContain('交办由创城办或督查组办理');
    expect(await here.holding()).toBe(before);
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
