/** 测评得分 as conversations (domain §5 得分率, §11). */
import { expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const exams = () => here.room.house.storage.store.exams.between(new Date('2026-01-01'), new Date('2027-01-01'));

test('a score is kept, lost points become problem drafts of source mock', async () => {
  const heard = await here.says('赵雪', '模拟测评 北门农贸市场 得分 42/50 失分：公平秤未校准、地面湿滑');
  expect(heard.text).toContain('得分率84.0%(42/50)');
  expect(await exams()).toMatchObject([
    { place: '北门农贸市场', siteType: 'market', gained: 42, total: 50, issueNos: [1, 2] },
  ]);
  expect(await here.room.issue(1)).toMatchObject({
    state: 'draft',
    source: 'mock',
    site: '北门农贸市场',
    category: 'service',
    description: '公平秤未校准',
  });
  expect((await here.room.issue(2)).state).toBe('draft');
  expect(heard.pushes.some(({ person, text }) => person === '周敏' && text.includes('回复“确认1、2”交办'))).toBe(true);
});

test('the rate by site type, by site and by indicator, the lowest first; the same place again on a day replaces', async () => {
  await here.says('赵雪', '模拟测评 北门农贸市场 得分 40/50');
  await here.says('赵雪', '模拟测评 北门农贸市场 得分 42/50');
  await here.says('刘志强', '模拟测评 东湖农贸市场 得分 45/50');
  await here.says('赵雪', '月度测评 实验小学 得分 30/30');
  await here.says('赵雪', '模拟测评 市人民医院 指标Ⅱ-3 得分 9/10');
  const byType = (await here.says('周敏', '各类点位得分率')).text;
  expect(byType).toMatch(
    /得分率90\.0%\(126\/140\)[\s\S]*农贸市场：87\.0%\(87\/100\)，2个点位\n医院：90\.0%\(9\/10\)[\s\S]*学校：100\.0%/,
  );
  expect((await here.says('周敏', '得分率最低的点位')).text).toMatch(/各点位从低到高：\n北门农贸市场：84\.0%/);
  expect((await here.says('周敏', '各指标得分率是多少')).text).toContain('Ⅱ-3：90.0%(9/10)');
  expect((await here.says('周敏', '月度测评得分情况')).text).toContain('100.0%(30/30)');
});

test('more points than there are: refused, nothing recorded', async () => {
  expect((await here.says('赵雪', '模拟测评 北门农贸市场 得分 52/50 失分：地面湿滑')).text).toContain('52/50不对');
  expect(await exams()).toEqual([]);
  expect(await here.room.issues()).toEqual([]);
});

test('a unit does not enter scores', async () => {
  expect((await here.says('王磊', '模拟测评 北门农贸市场 得分 50/50')).text).toContain('没有作任何改动');
  expect(await exams()).toEqual([]);
});
