/** 迎检期 in chat: opened with an end date, felt at once, over by itself or by word. */
import { describe, expect, test } from 'vitest';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { takenBy } from '../../src/testing/phrasings.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

test.each([
  '开启迎检期到12月10日',
  '启动迎检模式，12月5日结束',
  '迎检期延长到12月15日',
  '打开迎检期至11月30日',
  '开始迎检期',
  '进入迎检期，到12月1日',
  '开启国检迎检期到12月10日',
  '迎检期从今天到12月10日',
])('inspection.open takes “%s”', (text) => {
  expect(takenBy('周敏', text)).toEqual(['inspection.open']);
});

test.each([
  '结束迎检期',
  '关闭迎检模式',
  '迎检期提前结束',
  '取消迎检期',
  '停止迎检期',
  '退出迎检模式',
  '终止迎检期',
  '迎检期现在结束',
])('inspection.close takes “%s”', (text) => {
  expect(takenBy('周敏', text)).toEqual(['inspection.close']);
});

test.each([
  '现在是迎检期吗',
  '迎检期到哪天',
  '迎检期什么时候结束',
  '迎检期开始了没有',
  '迎检期还有几天',
  '是不是迎检期了',
  '迎检期是哪几天',
  '迎检期结束了吗',
])('inspection.show takes “%s”', (text) => {
  expect(takenBy('王磊', text)).toEqual(['inspection.show']);
});

test.each(['迎检期间请各单位加强值守', '迎检期大家辛苦了', '马上要迎检了', '等迎检期结束后再说'])(
  '“%s” is none of them',
  (text) => {
    expect(takenBy('周敏', text).filter((id) => id.startsWith('inspection.'))).toEqual([]);
  },
);

const here = inRoom({ at: WEDNESDAY_10 });
const { says, refusal } = here;
const switches = () => here.room.house.storage.store.inspectionSwitches.between(new Date(0), new Date('2027-01-01'));

test('the figures archived with a paper are those that chat tells, while the period runs and after it', async () => {
  await says('周敏', '开启迎检期到11月20日');
  // Claimed 135 minutes later, past the end of the working day: late only by the calendar's clock.
  await haveIssues(here.room, [
    {
      dispatchedAt: new Date('2026-11-18T17:30:00+08:00'),
      claimedAt: new Date('2026-11-18T19:45:00+08:00'),
      state: 'claimed',
    },
  ]);
  await here.room.clock('2026-11-19T10:00:00+08:00');
  const figures = async () => {
    const chat = (await says('周敏', '本周认领及时率', { group: null })).text;
    await says('周敏', '起草本周的督查专报', { group: null });
    const papers = await here.room.house.storage.store.publications.list({});
    return [chat.includes('(0/1)'), papers.map((paper) => paper.figures['claimRate'])] as const;
  };
  const none = { numerator: 0, denominator: 1 };
  expect(await figures()).toEqual([true, [expect.objectContaining(none)]]);
  await says('周敏', '结束迎检期');
  expect(await figures()).toEqual([true, [expect.objectContaining(none), expect.objectContaining(none)]]);
});

test('opened: the calendar clock runs at once, posts may report; ended: as before', async () => {
  const report = '步行街路口已到岗4人';
  expect((await says('王磊', report)).text).toContain('现在不在迎检期');
  expect((await says('周敏', '开启迎检期到12月10日')).text).toContain('已开启迎检期：今天至12月10日，到期自动结束。');
  expect((await says('王磊', '现在是迎检期吗')).text).toBe('现在是迎检期：11月18日—12月10日。');
  expect((await says('王磊', report)).text).not.toContain('现在不在迎检期');
  await here.room.clock('2026-11-18T17:30:00+08:00');
  await says('刘志强', '解放路小学门口消防通道被堵，请消防大队处理');
  expect((await here.room.issue(1)).deadline?.toISOString()).toBe('2026-11-18T11:30:00.000Z');
  expect((await says('周敏', '结束迎检期')).text).toContain('迎检期已结束');
  expect((await says('王磊', '现在是迎检期吗')).text).toBe('现在不在迎检期。');
  await says('刘志强', '人民路小学门口消防通道被堵，请消防大队处理');
  expect((await here.room.issue(2)).deadline?.toISOString()).toBe('2026-11-19T02:00:00.000Z');
});

test('reminders at night only in the period', async () => {
  const fresh = {
    dispatchedAt: new Date('2026-11-18T13:00:00Z'),
    deadline: new Date('2026-11-18T16:00:00Z'),
    state: 'claimed' as const,
  };
  await haveIssues(here.room, [fresh]);
  const yellow = async (to: string) =>
    (await here.room.clock(to)).filter(({ text }) => text.startsWith('【黄灯提醒】')).length;
  expect(await yellow('2026-11-18T23:30:00+08:00')).toBe(0);
  await says('周敏', '开启迎检期到11月30日');
  expect(await yellow('2026-11-18T23:50:00+08:00')).toBeGreaterThan(0);
});

test('it is over by itself the day after its last', async () => {
  await says('周敏', '开启迎检期到11月19日');
  await here.room.clock('2026-11-20T09:00:00+08:00');
  expect((await says('王磊', '现在是迎检期吗')).text).toBe('现在不在迎检期。');
  expect(await refusal('周敏', '结束迎检期')).toContain('现在不在迎检期，不用结束');
});

describe('refused, and nothing is switched', () => {
  test.each([
    ['赵雪', '开启迎检期到12月10日', '由创城办负责人开启和结束'],
    ['王磊', '结束迎检期', '由创城办负责人开启和结束'],
    ['周敏', '开始迎检期', '请说明到哪一天结束'],
    ['周敏', '开启迎检期到2027年6月1日', '一次最长60天'],
    ['周敏', '结束迎检期', '现在不在迎检期'],
  ])('%s says %s', async (name, text, expected) => {
    expect(await refusal(name, text)).toContain(expected);
    expect(await switches()).toEqual([]);
  });
});

test.each([
  ['迎检期从11月25号开始到12月5号', '已定迎检期：11月25日—12月5日，到时自动开启和结束。'],
  ['开启迎检期，明天到12月5日', '已定迎检期：11月19日—12月5日，到时自动开启和结束。'],
  ['开启迎检期12月1日到12月5日', '已定迎检期：12月1—5日，到时自动开启和结束。'],
])('a later first day stands: %s', async (text, answer) => {
  expect((await says('周敏', text)).text.split('\n')[0]).toBe(answer);
  expect((await says('王磊', '现在是迎检期吗')).text).toContain('迎检期还没有开始');
  expect((await says('周敏', '取消迎检期')).text).toBe('迎检期已取消，没有开始，一切照旧。');
  expect((await says('王磊', '现在是迎检期吗')).text).toBe('现在不在迎检期。');
  expect(await switches()).toHaveLength(2);
});
