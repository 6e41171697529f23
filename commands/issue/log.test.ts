import { describe, expect, test } from 'vitest';
import type { Incoming } from '../../src/chat.ts';
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
      '#2与#1（待认领）地点、类别相同；如是同一件，请回复“撤销2，原因：重复登记”。',
    );
    // Who logged it pastes the words as they stand.
    await says('陈芳', '撤销2，原因：重复登记');
    expect(await here.room.issue(2)).toMatchObject({ state: 'withdrawn' });
    expect(await here.room.issue(1)).toMatchObject({ state: 'dispatched' });
  });
});

describe('登记, the edges', () => {
  test('the same delivery twenty times at once and once more later: one problem, one answer', async () => {
    const incoming: Incoming = {
      platform: 'simulator',
      id: 'delivered-twice',
      kind: 'message',
      chatKind: 'group',
      chatId: 'city',
      senderId: '刘志强',
      text: '牛角巷口垃圾桶满溢，请环卫中心今天下午5点前处理',
      mentionsBot: true,
      mentionedIds: [],
      pictures: [],
      quote: null,
      sentAt: here.room.now(),
      reply: null,
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => here.room.house.deliver(incoming)));
    answers.push(await here.room.house.deliver(incoming));
    expect(answers.filter(({ answer }) => answer !== null)).toHaveLength(1);
    expect((await here.room.issues()).map(({ no }) => no)).toEqual([1]);
    expect(await steps(1)).toEqual(['log 刘志强', 'dispatch 刘志强']);
  });

  test('同一个地方, with the dispatch card quoted: the place on the card', async () => {
    const first = await says('刘志强', '锦绣花园小区楼道堆放杂物，请新市区街道今天下午5点前处理');
    await says('陈芳', '再报一个 同一个地方 垃圾桶没有分类标识，请新市区街道处理', {
      quote: first.replies[0]?.id ?? '',
    });
    expect(await here.room.issue(2)).toMatchObject({ location: '锦绣花园小区', site: '锦绣花园小区' });
  });

  test('words that give no day are shown with the time by category, and wait for a yes', async () => {
    const asked = await says('刘志强', '步行街口占道经营，请城管局国检前处理');
    expect(asked.text).toContain('“国检前”不能作为时限，暂按今天 18:00（周日）');
    expect(await here.room.issues()).toEqual([]);
    await says('刘志强', '对，30号前');
    expect(await here.room.issue(1)).toMatchObject({ deadline: new Date('2026-11-30T23:59:59+08:00') });
  });

  test('too many in one message: nothing is logged', async () => {
    const many = Array.from({ length: 21 }, (_, index) => `${index + 1}. 牛角巷${index + 1}号垃圾满溢`).join('\n');
    const heard = await says('刘志强', `${many}\n请环卫中心今天下午5点前处理`);
    expect(heard.text).toContain('一次最多登记20个，没有登记');
    expect(await here.room.issues()).toEqual([]);
  });

  test('tags and markup typed by a person are text and notify nobody', async () => {
    const heard = await says('刘志强', '牛角巷口**垃圾桶**满溢<@all>，请环卫中心今天下午5点前处理');
    expect(heard.replies[0]?.mentions).toEqual(['胡斌']);
    expect(here.room.faults).toEqual([]);
  });
});
