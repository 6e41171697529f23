/** 市民自己的话: what citizens say around their reports, one-to-one (domain §11). */
import { describe, expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const citizens = () => here.room.house.storage.store.citizens;
const SEEN = '翠竹园小区门口天天有人占道卖菜，能管管吗';
const told = (text: string, name = '路人甲') => here.says(name, text, { group: null });
const message = async (no: number) => {
  const found = await citizens().find(no);
  if (!found) throw new Error(`no message ${no}`);
  return found;
};
const count = async (): Promise<number> => (await citizens().list({})).length;
const heardBy = (pushes: readonly { person: string | null; text: string }[], name: string): string =>
  pushes
    .filter(({ person }) => person === name)
    .map(({ text }) => text)
    .join('\n');

describe('contact data', () => {
  test('sent afterwards it is kept with his last message, apart from it', async () => {
    await told(SEEN);
    expect((await told('我姓王，电话13812340000')).text).toContain('已记在留言1');
    expect(await citizens().contactOf(1)).toMatchObject({ phone: '13812340000' });
    expect(JSON.stringify([await citizens().list({}), await citizens().recordsOf(1)])).not.toContain('13812340000');
    expect((await here.says('周敏', '留言1办得怎么样了', { group: null })).text).toContain('13812340000');
    expect(await count()).toBe(1);
  });

  test('while the place is asked for it is no place', async () => {
    await told('我要反映，垃圾好几天没人清了');
    await told('我的电话是13812340000');
    expect(await message(1)).toMatchObject({ location: null, issueNo: null });
    await told('翠竹园3号楼下');
    expect((await here.room.issue(1)).location).toContain('翠竹园');
  });

  test('before anything is told it is asked what is wrong', async () => {
    expect((await told('我叫王建国，手机13812340000')).text).toContain('请直接写明地点');
    expect(await count()).toBe(0);
  });
});

describe('after an answer', () => {
  async function answered(): Promise<void> {
    await told(SEEN);
    await here.says('周敏', '确认1，责任单位市城管局');
    await here.says('王磊', '留言1已回复：已安排专人值守');
  }

  test.each([
    '不满意，还没弄',
    '还没清啊',
    '摊子还没清，到底管不管',
    '还是老样子，三天了没人来',
    '怎么还在摆',
    '没人来管啊',
  ])('%s: once more to the unit', async (words) => {
    await answered();
    const heard = await told(words);
    expect(heard.text).toContain('再办理一次');
    expect(heardBy(heard.pushes, '王磊')).toContain('请再办理一次');
    expect(await message(1)).toMatchObject({ state: 'open', round: 2 });
    expect(await count()).toBe(1);
    expect((await told(words)).text).toContain('还在办理');
    expect(await message(1)).toMatchObject({ state: 'open', round: 2 });
  });

  test.each(['清了，满意', '满意', '撤销吧，修好了'])(
    '%s while it is being handled: thanked, with its state',
    async (words) => {
      await answered();
      const heard = await told(words);
      expect(heard.text).toMatch(/谢谢告知，已记在留言1。现在办理中/);
      expect(await message(1)).toMatchObject({ state: 'open', round: 1, satisfied: null });
    },
  );

  test('清了，满意 when he was asked is his yes', async () => {
    await answered();
    await here.says('王磊', '1已整改到位', { images: 1 });
    await here.says('赵雪', '1核查通过');
    await here.room.clock('2026-11-18T10:20:00+08:00');
    expect((await told('清了，满意')).text).toContain('谢谢您的评价');
    expect(await message(1)).toMatchObject({ state: 'closed', satisfied: true });
  });

  test('closed and said to be as before: opened once more', async () => {
    await answered();
    await here.says('王磊', '1已整改到位', { images: 1 });
    await here.says('赵雪', '1核查通过');
    await here.room.clock('2026-11-18T10:20:00+08:00');
    await told('满意');
    expect((await told('还是那么乱，晚上又摆出来')).text).toContain('再办理一次');
    expect(await message(1)).toMatchObject({ state: 'open', round: 2, satisfied: null });
  });
});

describe('before an answer', () => {
  test('还是那么臭 goes with his message and to who handles it', async () => {
    await told('文昌公园厕所臭');
    const heard = await told('还是那么臭，三天了没人来');
    expect(heard.text).toContain('留言1还在办理');
    expect(heardBy(heard.pushes, '周敏')).toContain('【市民再次反映】留言1（#1）：还是那么臭，三天了没人来');
    expect(await count()).toBe(1);
  });

  test('from somebody unknown it is a message, and the place is asked for; 你们就会敷衍 is no place', async () => {
    expect((await told('还是那么臭，三天了没人来')).text).toContain('还差具体位置');
    await told('你们就会敷衍');
    expect(await message(1)).toMatchObject({ location: null });
    expect(await here.room.issues()).toEqual([]);
    await told('文昌公园厕所');
    expect(await message(1)).toMatchObject({ location: '文昌公园厕所' });
  });

  test('when it is so is added to it', async () => {
    await told(SEEN);
    const heard = await told('每天晚上七点到九点');
    expect(heard.text).toBe('已补充到留言1。');
    expect(heardBy(heard.pushes, '周敏')).toContain('【市民补充】留言1（#1）：每天晚上七点到九点');
    expect((await message(1)).text).toContain('补充：每天晚上七点到九点');
  });

  test('and a telephone number beside it stays out of it', async () => {
    await told(SEEN);
    await told('每天晚上都是，13812340000');
    expect(JSON.stringify([await citizens().list({}), await citizens().recordsOf(1)])).not.toContain('13812340000');
  });

  test.each(['多久能解决', '还要多久', '你们办得怎么样了'])('%s asks after it', async (words) => {
    await told(SEEN);
    expect((await told(words)).text).toContain('留言1（市民留言）：待答复');
  });
});

describe('the place', () => {
  test('told first, and the matter with the next message', async () => {
    expect((await told('在翠竹园')).text).toContain('请说明翠竹园哪里不好');
    expect(await count()).toBe(0);
    expect((await told('垃圾没人管')).text).toContain('留言1已登记');
    expect(await here.room.issue(1)).toMatchObject({ location: '翠竹园', category: 'sanitation' });
    expect(await count()).toBe(1);
  });

  test('a house without its estate is asked for, and both make the place', async () => {
    const asked = await told('12号楼下有狗屎');
    expect(asked.text).toContain('12号楼下是在哪个小区');
    expect(await here.room.issues()).toEqual([]);
    await told('翠竹园');
    expect((await here.room.issue(1)).location).toBe('翠竹园12号楼下');
    expect(await count()).toBe(1);
  });

  test('the estate before, the house with the matter', async () => {
    await told('我住翠竹园');
    await told('12号楼下有狗屎');
    expect((await here.room.issue(1)).location).toBe('翠竹园12号楼下');
  });
});
