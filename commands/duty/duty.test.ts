/** 到岗 as conversations: refused in words outside an inspection period (domain §11, §13.5). */
import { afterEach, describe, expect, test } from 'vitest';
import { WEDNESDAY_10, openRoom } from '../../src/testing/room.ts';
import type { Room } from '../../src/testing/room.ts';
import { configFolder } from '../../src/testing/settings-room.ts';

let room: Room | undefined;
afterEach(async () => {
  await room?.close();
  room = undefined;
});

async function open(yaml: string): Promise<Room> {
  room = await openRoom({ at: WEDNESDAY_10, configDir: await configFolder(yaml) });
  return room;
}

const PERIOD = 'inspectionPeriod: { from: 2026-11-16, to: 2026-11-20 }\n';
const POSTS = `${PERIOD}duty:
  posts:
    - { name: 人民路与解放路交叉口, units: [市交警大队, 市城管局], people: 4 }
    - { name: 步行街, units: [团市委], people: 2 }
`;
const checks = (of: Room) => of.house.storage.store.duty.between(new Date('2026-01-01'), new Date('2027-01-01'));

describe('outside an inspection period', () => {
  test.each([
    ['a check-in', '王磊', '人民路与解放路交叉口执勤人员到岗5人'],
    ['a question', '周敏', '今天到岗情况'],
  ])('%s is refused with the reason, nothing is recorded', async (_, by, text) => {
    const here = await open('{}\n');
    expect((await here.says(by, text)).text).toMatch(/不在迎检期.*减负.*没有登记/);
    expect(await checks(here)).toEqual([]);
  });

  test('the day after its end counts as outside', async () => {
    const here = await open(PERIOD);
    await here.clock('2026-11-21T08:00:00+08:00');
    expect((await here.says('王磊', '步行街路口已到岗4人')).text).toContain('不在迎检期');
    expect(await checks(here)).toEqual([]);
  });

  test('a city may switch it off in the period too', async () => {
    const here = await open(`${PERIOD}duty: { checkin: false }\n`);
    expect((await here.says('王磊', '步行街路口已到岗4人')).text).toContain('没有开启到岗登记');
    expect(await checks(here)).toEqual([]);
  });
});

describe('in an inspection period', () => {
  test('headcount by post, the last one counts; who is absent is listed', async () => {
    const here = await open(POSTS);
    expect((await here.says('王磊', '人民路与解放路交叉口到岗2人')).text).toContain('市城管局到岗2人，还差2人');
    await here.says('冯涛', '人民路与解放路交叉口执勤人员到岗4人');
    const absent = (await here.says('周敏', '今天哪些单位没到岗')).text;
    expect(absent).toContain('步行街 团市委：未到岗');
    expect(absent).toContain('市城管局：2/4人（人数不足）');
    expect(absent).not.toContain('市交警大队：');
    await here.says('王磊', '人民路与解放路交叉口到岗4人');
    const all = (await here.says('周敏', '今天到岗情况')).text;
    expect(all).toContain('3个岗位，已报2个、8人，未到岗1个，人数不足0个');
    expect(await checks(here)).toHaveLength(3);
  });

  test('of the week: each day of the period that has come', async () => {
    const here = await open(POSTS);
    await here.says('王磊', '人民路与解放路交叉口到岗4人');
    await here.clock('2026-11-19T09:00:00+08:00');
    await here.says('王磊', '人民路与解放路交叉口到岗3人');
    const { text } = await here.says('周敏', '本周到岗情况');
    expect(text.split('\n').filter((line) => line.includes('个岗位'))).toEqual([
      '11月16日到岗：3个岗位，已报0个、0人，未到岗3个，人数不足0个',
      '11月17日到岗：3个岗位，已报0个、0人，未到岗3个，人数不足0个',
      '11月18日到岗：3个岗位，已报1个、4人，未到岗2个，人数不足0个',
      '11月19日到岗：3个岗位，已报1个、3人，未到岗2个，人数不足1个',
    ]);
    expect((await here.says('周敏', '昨天到岗情况')).text).toContain('11月18日到岗');
  });

  test('without a headcount it is not recorded', async () => {
    const here = await open(POSTS);
    expect((await here.says('王磊', '人民路与解放路交叉口人员已到岗')).text).toContain('缺少到岗人数');
    expect(await checks(here)).toEqual([]);
  });
});
