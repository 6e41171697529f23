/** 派单: what was settled before is shown and used; repetitions are counted; origins are recorded and can be asked for. */
import { describe, expect, test } from 'vitest';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says } = here;

/** #1 logged to the street order department, appealed, and given to 北门街道 the same day. */
async function rulingOnRoad(): Promise<void> {
  await says('刘志强', '解放路北段占道经营，请城管局今天下午5点前处理');
  await says('王磊', '申诉1，理由：该路段已移交北门街道管理');
  expect((await says('周敏', '同意1申诉，转给北门街道')).text).toContain('#1申诉成立，转北门街道办理');
}

describe('what appeals have settled', () => {
  test('is suggested with its ground, and changed in one reply', async () => {
    await rulingOnRoad();
    const asked = await says('陈芳', '登记：解放路北段有流动摊贩占道');
    expect(asked.text).toContain(
      '责任单位建议北门街道（此路段2026年11月18日裁定归北门街道，见#1）。回复“对”交办，或直接回复单位名。',
    );
    expect(await here.room.issues()).toHaveLength(1);
    expect((await says('陈芳', '市场监管局')).text).toContain('【交办】#2|市市场监管局');
    expect((await here.room.issue(2)).units).toEqual(['市市场监管局']);
  });

  test('another stretch of the road is not settled by it', async () => {
    await rulingOnRoad();
    expect((await says('陈芳', '登记：解放路南段有流动摊贩占道')).text).toContain(
      '责任单位建议市城管局（占道经营一般由该单位负责）。',
    );
  });

  test('a unit named against it is told, the entry stands', async () => {
    await rulingOnRoad();
    const { text } = await says('陈芳', '解放路北段出店经营，请城管局今天下午5点前处理');
    expect(text).toContain('【交办】#2|市城管局');
    expect(text.split('\n').at(-1)).toBe(
      '#2：此路段2026年11月18日裁定归北门街道，见#1；需要调整的，请创城办回复“2转给北门街道”。',
    );
  });

  test('and answers who is in charge there', async () => {
    await rulingOnRoad();
    expect((await says('王磊', '解放路北段占道经营归谁管')).text).toContain(
      '占道经营一般由北门街道负责（此路段2026年11月18日裁定归北门街道，见#1）',
    );
  });
});

test('a road without territory: its chief’s unit answers for what belongs to the territory', async () => {
  expect((await says('陈芳', '登记：人民路一楼住户飞线充电')).text).toContain('责任单位建议市城管局（路长单位）。');
});

test('what no category has a unit for goes to the department of the trade', async () => {
  expect((await says('陈芳', '登记：东湖农贸市场没有公平秤')).text).toContain(
    '责任单位建议市市场监管局（行业主管部门）。',
  );
});

test('repetition within 30 days is counted, with the day it was closed last', async () => {
  const place = {
    site: '阳光新城',
    location: '阳光新城3栋',
    category: 'clutter',
    units: ['河西街道'],
    state: 'closed',
  };
  await haveIssues(
    here.room,
    ['2026-10-25', '2026-11-09', '2026-10-10'].map((day) => ({
      ...place,
      state: 'closed' as const,
      dispatchedAt: new Date(`${day}T01:00:00Z`),
      closedAt: new Date(`${day}T08:00:00Z`),
    })),
  );
  const { text } = await says('刘志强', '阳光新城3栋楼道堆放杂物，请河西街道今天下午5点前处理');
  expect(text.split('\n').at(-1)).toBe('#304：同一处同类问题30天内第3次，上次销号11月9日（#302）。');
});

describe('四查 and sources', () => {
  test.each([
    ['领导督导发现：人民路垃圾成堆，请环卫中心今天下午5点前清理', { origin: 'leaders', source: 'inspection' }],
    ['行业联查：人民路垃圾成堆，请环卫中心今天下午5点前清理', { origin: 'sector', source: 'inspection' }],
    ['网格巡查：牛角巷垃圾成堆，请环卫中心今天下午5点前清理', { origin: 'grid', source: 'inspection' }],
    ['属地排查：牛角巷垃圾成堆，请环卫中心今天下午5点前清理', { origin: 'territory', source: 'inspection' }],
    ['省级督查反馈：人民路垃圾成堆，请环卫中心今天下午5点前清理', { origin: null, source: 'superior' }],
    ['模拟测评发现人民路垃圾成堆，请环卫中心今天下午5点前清理', { origin: null, source: 'mock' }],
    ['人民路垃圾成堆，请环卫中心今天下午5点前清理', { origin: null, source: 'inspection' }],
  ])('%s', async (text, expected) => {
    await says('赵雪', text);
    expect(await here.room.issue(1)).toMatchObject(expected);
  });

  test('are filters of rate, figures and lists, and a way to group', async () => {
    const dispatchedAt = new Date('2026-11-17T01:00:00Z');
    await haveIssues(here.room, [
      { dispatchedAt, origin: 'leaders', location: '人民路', state: 'closed' },
      { dispatchedAt, origin: 'grid', location: '牛角巷' },
      { dispatchedAt, source: 'mock', location: '文昌路' },
    ]);
    expect((await says('周敏', '领导督导的整改率')).text).toContain('领导督导');
    expect((await says('周敏', '领导督导的整改率')).text).toContain('100.0%(1/1)');
    expect((await says('周敏', '列出网格巡查的问题')).text).toContain('#302');
    expect((await says('周敏', '列出网格巡查的问题')).text).not.toContain('#301');
    expect((await says('周敏', '模拟测评发现了多少问题')).text).toContain('模拟测评');
    const grouped = (await says('周敏', '四查各发现多少问题')).text;
    for (const name of ['领导督导', '模拟测评', '网格巡查']) expect(grouped).toContain(`${name} 1件`);
  });
});
