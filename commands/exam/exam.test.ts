/** 测评得分 as conversations (domain §5 得分率, §11). */
import { expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';
import { takenBy } from '../../src/testing/phrasings.ts';
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

test('a correction stands in the day of what it corrects, by its author or the office; only new lost points become problems', async () => {
  await here.says('刘志强', '模拟测评 北门农贸市场 得分 42/50 失分：公平秤未校准、地面湿滑');
  await here.room.clock('2026-11-20T10:00:00+08:00');
  expect((await here.says('孙伟', '更正模拟测评 北门农贸市场 得分 44/50')).text).toContain(
    '由刘志强登记，请由本人或创城办更正',
  );
  const heard = await here.says('刘志强', '更正模拟测评 北门农贸市场 得分 40/50 失分：公平秤未校准、店外经营');
  expect(heard.text).toContain('已更正模拟测评 北门农贸市场：得分率80.0%(40/50)（原84.0%(42/50)）。');
  expect((await here.room.issues()).map(({ description }) => description)).toEqual([
    '公平秤未校准',
    '地面湿滑',
    '店外经营',
  ]);
  expect((await here.says('周敏', '北门农贸市场得分率')).text).toMatch(
    /北门农贸市场：80\.0%\(40\/50\)，1个点位\n失分：公平秤未校准、店外经营（转为问题#1、#2、#3）/,
  );
  expect((await here.says('周敏', '11月18日测评得分率')).text).toContain('80.0%(40/50)');
  expect((await here.says('周敏', '更正模拟测评 东湖农贸市场 得分 44/50')).text).toContain(
    '没有东湖农贸市场测评得分登记',
  );
});

test('withdrawn it counts no more; the problems made of it are for people to decide', async () => {
  await here.says('刘志强', '模拟测评 北门农贸市场 得分 42/50 失分：地面湿滑');
  await here.says('刘志强', '模拟测评 东湖农贸市场 得分 45/50');
  expect((await here.says('孙伟', '撤销模拟测评 北门农贸市场')).text).toContain('请由本人或创城办更正、撤销');
  expect((await here.says('周敏', '撤销模拟测评 北门农贸市场')).text).toBe(
    '已撤销：11月18日模拟测评 北门农贸市场（84.0%(42/50)），不再计入得分率。由失分转的问题还在等确认，不需要的请回复“撤销1，原因：测评得分已撤销”。',
  );
  expect((await here.says('周敏', '撤销1，原因：测评得分已撤销')).text).toContain('已撤销');
  expect((await here.says('周敏', '模拟测评得分率')).text).toContain('90.0%(45/50)');
  expect((await here.says('周敏', '撤销模拟测评 北门农贸市场')).text).toContain('没有北门农贸市场测评得分登记');
});

test('the three ways with their weights make one score; what is not known is left out and said', async () => {
  await here.says('赵雪', '模拟测评 北门农贸市场 得分 45/50');
  expect((await here.says('周敏', '测评综合得分')).text).toBe(
    '测评综合得分90.0（截至11月18日 10:00）\n实地考察（权重60%）：90.0%(45/50)\n网上申报（权重20%）：暂无得分\n问卷调查（权重20%）：暂无得分\n网上申报、问卷调查暂无得分，综合得分按其余部分折算。',
  );
  expect((await here.says('赵雪', '网上申报测评 指标Ⅱ-3 得分 8/10')).text).toContain(
    '已登记网上申报 全市 指标Ⅱ-3：得分率80.0%',
  );
  await here.says('赵雪', '满意度 翠竹社区 83');
  await here.says('赵雪', '满意度 文昌社区 75');
  const { text } = await here.says('周敏', '测评综合得分多少');
  // 0.6 × 90 + 0.2 × 80 + 0.2 × 79
  expect(text).toContain('测评综合得分85.8（');
  expect(text).toContain('问卷调查（权重20%）：79.0%（2个网格满意度平均）\n问卷低于80分，按测评规则不合格');
  await here.says('赵雪', '问卷调查得分 90/100');
  expect((await here.says('周敏', '测评综合得分')).text).toContain('问卷调查（权重20%）：90.0%(90/100)');
  // Papers and answers are no sites.
  expect((await here.says('周敏', '各类点位得分率')).text).toContain('得分率90.0%(45/50)');
});

test.each([
  '撤销模拟测评 北门农贸市场',
  '作废北门农贸市场的测评得分',
  '模拟测评 实验小学 登记错了',
  '删除月度测评 实验小学',
])('exam.withdraw takes “%s”', (text) => expect(takenBy('周敏', text)).toEqual(['exam.withdraw']));

test.each([
  '不要撤销测评',
  '测评取消了吗',
  '明天测评，大家做好准备',
  '网上申报 指标Ⅱ-3 材料已提交',
  '上级取消了模拟测评',
])('“%s” withdraws nothing', (text) => expect(takenBy('周敏', text)).not.toContain('exam.withdraw'));
