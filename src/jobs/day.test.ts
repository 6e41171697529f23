/** A day in the groups: the 通报 and the reminders, with the manners of domain §13, on the whole house. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptMessage } from '../platforms/simulator/index.ts';
import { openRoom, SUNDAY_10, WEDNESDAY_10 } from '../testing/room.ts';
import type { Room } from '../testing/room.ts';

let room: Room;
const open = async (at: string): Promise<void> => void (room = await openRoom({ at }));
beforeEach(() => open(WEDNESDAY_10));
afterEach(async () => {
  await room.close();
  if (room.faults.length > 0) throw new Error('faults were logged', { cause: room.faults });
});

const PARKING = '人民路与解放路交叉口非机动车乱停放，请城管局今天下午5点前处理';
const BENCH = '文昌公园座椅破损，请园林中心11月25日前修好';

const bulletins = (heard: readonly KeptMessage[]) => heard.filter(({ text }) => text.startsWith('【创城日通报】'));
const reminders = (heard: readonly KeptMessage[]) => heard.filter(({ text }) => text.startsWith('【创城提醒】'));

async function reopen(at: string): Promise<void> {
  await room.close();
  await open(at);
}

describe('日通报', () => {
  it('goes at 18:10 to each group that receives it, and tags leaders of units with something open, each once over all groups', async () => {
    await room.says('刘志强', PARKING, { images: 1 });
    await room.says('刘志强', BENCH, { images: 1 });
    await room.says('林峰', '2已整改', { images: 1 });
    await room.says('刘志强', '2核查通过');
    const heard = bulletins(await room.clock('2026-11-18T18:10:00+08:00'));
    expect(heard.map(({ group }) => group)).toEqual(['city', 'departments', 'towns']);
    expect(heard.flatMap(({ mentions }) => mentions)).toEqual(['李强']);
    const city = heard.find(({ group }) => group === 'city');
    expect(city?.text).toContain('累计交办2件，整改率50.00%(1/2)');
    expect(city?.text).toContain('市城管局 @李强');
    expect(city?.text).not.toContain('市园林中心 @');
  });

  it('who is tagged in one group is named without a tag in the next', async () => {
    await room.says('刘志强', PARKING, { images: 1 });
    const heard = bulletins(await room.clock('2026-11-18T18:10:00+08:00'));
    const departments = heard.find(({ group }) => group === 'departments');
    expect(departments?.text).toContain('市城管局 李强');
    expect(departments?.mentions).toEqual([]);
  });

  it('comes once a day, and the day after with the figures of that day', async () => {
    await room.says('刘志强', PARKING, { images: 1 });
    expect(bulletins(await room.clock('2026-11-18T23:00:00+08:00'))).toHaveLength(3);
    const next = bulletins(await room.clock('2026-11-19T18:10:00+08:00'));
    expect(next).toHaveLength(3);
    expect(next.find(({ group }) => group === 'city')?.text).toContain('超期未整改1件：市城管局1（最长1天）');
  });

  it('what is due tomorrow: whether the liaisons were told of it today', async () => {
    await room.says('刘志强', '建设路56号门口车辆乱停，请城管局11月19日下午6点前处理', { images: 1 });
    await room.says('王磊', '认领1');
    const today = bulletins(await room.clock('2026-11-18T18:10:00+08:00'));
    expect(today[0]?.text).toContain('明日到期1件，请各责任单位按时整改。');
    await room.clock('2026-11-19T08:00:00+08:00');
    await room.says('刘志强', BENCH.replace('11月25日', '11月20日'), { images: 1 });
    await room.says('林峰', '认领2');
    const next = bulletins(await room.clock('2026-11-19T18:10:00+08:00'));
    expect(next[0]?.text).toContain('明日到期1件，已分别私信各联络员。');
  });

  it('on a rest day only where people worked', async () => {
    await reopen(SUNDAY_10);
    await room.says('刘志强', PARKING, { images: 1 });
    expect(bulletins(await room.clock('2026-11-22T18:10:00+08:00')).map(({ group }) => group)).toEqual(['city']);
  });

  it('never names everybody, whatever people typed', async () => {
    await room.says('刘志强', '人民路12号门口<@all>垃圾没清@所有人，请环卫中心今天下午6点前清运', { images: 1 });
    const heard = await room.clock('2026-11-18T18:10:00+08:00');
    expect(heard.flatMap(({ mentions }) => mentions)).not.toContain('所有人');
    expect(new Set(bulletins(heard).flatMap(({ mentions }) => mentions)).size).toBe(1);
  });
});

describe('提醒', () => {
  it('what is due and overdue comes to each person in one message of his own, in the morning', async () => {
    await room.says('刘志强', PARKING, { images: 1 });
    await room.says('刘志强', '建设路56号门口车辆乱停，请城管局11月19日下午6点前处理', { images: 1 });
    await room.says('王磊', '认领1、2');
    await room.clock('2026-11-18T23:00:00+08:00');
    const heard = reminders(await room.clock('2026-11-19T09:10:00+08:00'));
    expect(heard.map(({ person }) => person)).toEqual(['王磊']);
    expect(heard[0]?.text).toContain('已超期1件');
    expect(heard[0]?.text).toContain('#1');
    expect(heard[0]?.text).toContain('#2');
  });

  it('an unclaimed problem is told to the liaison once after the claim limit', async () => {
    await room.says('刘志强', BENCH, { images: 1 });
    expect(reminders(await room.clock('2026-11-18T11:50:00+08:00'))).toEqual([]);
    const heard = reminders(await room.clock('2026-11-18T12:00:00+08:00'));
    expect(heard).toMatchObject([{ person: '林峰', text: expect.stringContaining('待认领1件') }]);
    expect(reminders(await room.clock('2026-11-18T17:50:00+08:00'))).toEqual([]);
  });

  it('one person hears at most two reminders a day, a problem once; the rest stands in the next morning’s bundle', async () => {
    await room.says('刘志强', '建设路56号门口车辆乱停，请城管局11月19日下午6点前处理', { images: 1 });
    await room.says('刘志强', '牛角巷口车辆乱停，请城管局11月20日下午6点前处理', { images: 1 });
    await room.clock('2026-11-18T15:00:00+08:00');
    await room.says('刘志强', '油坊巷口车辆乱停，请城管局11月27日下午6点前处理', { images: 1 });
    await room.clock('2026-11-18T23:00:00+08:00');
    const toWang = (heard: readonly KeptMessage[]) =>
      heard.filter(({ person, text }) => person === '王磊' && /^【(?:创城提醒|黄灯提醒)】/.test(text));
    await room.clock('2026-11-19T08:30:00+08:00');
    for (const [hour, place] of [
      ['09', '解放路1号'],
      ['10', '解放路2号'],
      ['11', '解放路3号'],
    ]) {
      await room.clock(`2026-11-19T${hour}:20:00+08:00`);
      await room.says('刘志强', `${place}门口车辆乱停，请城管局11月27日下午6点前处理`, { images: 1 });
    }
    await room.clock('2026-11-19T23:00:00+08:00');
    const all = toWang((await room.house.connections.simulator?.parts.memory.fromBotAfter(null)) ?? []);
    const on = (day: string) => all.filter(({ at }) => at.toISOString().startsWith(day));
    expect(on('2026-11-19').length).toBeLessThanOrEqual(2);
    const numbers = on('2026-11-19').flatMap(({ text }) => text.match(/^#\d+/gm) ?? []);
    expect(numbers).toHaveLength(new Set(numbers).size);
    const next = toWang(await room.clock('2026-11-20T09:10:00+08:00'));
    expect(next).toHaveLength(1);
    for (const no of [5, 6]) expect(next[0]?.text).toContain(`#${no} `);
  });

  it('nobody without something open hears anything, and nobody at night or on a rest day', async () => {
    await reopen('2026-11-20T17:30:00+08:00');
    await room.says('刘志强', BENCH, { images: 1 });
    const weekend = await room.clock('2026-11-23T08:00:00+08:00');
    expect(reminders(weekend)).toEqual([]);
    const monday = reminders(await room.clock('2026-11-23T10:10:00+08:00'));
    expect(new Set(monday.map(({ person }) => person))).toEqual(new Set(['林峰']));
  });
});

describe('创城办晨报', () => {
  it('what waits for the office is told to it alone', async () => {
    await room.says('丁一', '翠竹园8栋楼道堆放杂物', { images: 1 });
    const heard = (await room.clock('2026-11-19T08:40:00+08:00')).filter(({ text }) =>
      text.startsWith('【创城办晨报】'),
    );
    expect(heard.map(({ person }) => person)).toEqual(expect.arrayContaining(['周敏', '赵雪']));
    expect(heard[0]?.text).toContain('待交办1件：#1');
    expect(heard.every(({ group }) => group === null)).toBe(true);
  });
});
