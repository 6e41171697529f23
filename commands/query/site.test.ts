/** 点位: who answers for it, what is looked for, and the brief on arrival. */
import { describe, expect, test } from 'vitest';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { takenBy } from '../../src/testing/phrasings.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

test.each([
  '人民路谁负责',
  '锦绣花园小区归哪个单位',
  '锦绣花园归谁管',
  '翠竹园网格长是谁',
  '北门农贸市场的责任单位是哪个',
  '滨江大道路长是谁',
  '油坊巷乱停车归谁管',
  '阳光新城属于哪个街道',
  '锦绣花园3栋谁包联',
  '人民广场由哪个单位负责',
])('query.who takes “%s”', (text) => {
  expect(takenBy('刘志强', text)).toEqual(['query.who']);
  expect(takenBy('王磊', text)).toEqual(['query.who']);
});

test.each([
  '农贸市场查什么',
  '医院检查什么',
  '滨江公园要看哪些',
  '居民小区的检查标准是什么',
  '主干道测评标准',
  '学校要查哪些内容',
  '北门农贸市场应该看什么',
  '公厕的标准有哪些',
  '建筑工地检查要点',
])('query.standard takes “%s”', (text) => {
  expect(takenBy('孙伟', text)).toEqual(['query.standard']);
});

test.each([
  '我到锦绣花园了',
  '我们到北门农贸市场了',
  '已到达人民路',
  '督查一组到翠竹园了',
  '到达市人民医院现场',
  '刚到油坊巷',
  '我现在到人民广场了',
  '我们已经到阳光新城门口',
  '我在锦绣花园小区了',
  '我在北门农贸市场',
  '我们现在在人民广场这边',
  '我到滨江一号工地了',
])('query.arrival takes “%s”', (text) => {
  expect(takenBy('刘志强', text)).toEqual(['query.arrival']);
});

test.each([
  '人民路没人管吗',
  '327谁负责',
  '谁负责拿伞',
  '路上堵，晚点到',
  '人到齐了开会',
  '我在路上',
  '我在人民路开会',
  '我们到人民路执勤5人',
  '大家到会议室了',
  '我到滨江一号工地围挡破损了',
  '他负责人民路的宣传',
  '标准要提高',
  '查什么时候开会',
])('“%s” is none of them', (text) => {
  const own = ['query.who', 'query.standard', 'query.arrival'];
  expect(takenBy('刘志强', text).filter((id) => own.includes(id))).toEqual([]);
});

const here = inRoom({ at: WEDNESDAY_10 });
const { says, refusal } = here;
const visits = () => here.room.house.storage.store.visits.between(new Date(0), new Date('2027-01-01'));

describe('谁负责', () => {
  test('a road: its chief and whom he stands for', async () => {
    expect((await says('刘志强', '人民路谁负责')).text).toBe('人民路（主干道）\n路长：李强（市城管局）');
  });

  test('an estate: territory, sponsors of the estate and of a building', async () => {
    expect((await says('王磊', '锦绣花园小区归哪个单位')).text.split('\n')).toEqual([
      '锦绣花园小区（居民小区·新市区街道）',
      expect.stringMatching(/^属地：新市区街道，联络员\S+$/),
      '包联单位：市税务局',
      '包楼栋：3栋何静（市住建局）',
    ]);
  });

  test('grid, shop fronts, a nominated site with its leader', async () => {
    expect((await says('刘志强', '翠竹园网格长是谁')).text).toContain(
      '网格：翠竹社区第一网格，网格长景志鹏，网格员丁一',
    );
    expect((await says('刘志强', '步行街归谁管')).text).toContain('门前三包：老街面馆（店主）、江岚书店');
    const market = (await says('刘志强', '北门农贸市场谁负责')).text;
    expect(market).toContain('北门农贸市场（农贸市场·北门街道·上报点位）');
    expect(market).toContain('点位负责领导：徐丽（市市场监管局）');
  });

  test('with a category the routing answers; a place that is no site is said to be none', async () => {
    expect((await says('刘志强', '油坊巷乱停车归谁管')).text).toContain('车辆停放一般由市交警大队负责');
    expect((await says('刘志强', '桂花巷谁负责')).text).toBe(
      '点位台账里没有“桂花巷”。可以说明问题类别再问，如“桂花巷乱停车归谁管”。',
    );
  });
});

test('查什么: the checks of the settings, one a line', async () => {
  expect((await says('孙伟', '农贸市场查什么')).text).toBe(
    ['农贸市场检查要点：', '1. 亮证经营', '2. 公平秤', '3. 投诉点', '4. 地面干爽', '5. 场外无占道', '6. 公厕干净'].join(
      '\n',
    ),
  );
  expect((await says('孙伟', '滨江公园要看哪些')).text).toContain('滨江公园（公园）检查要点：\n1. 座椅和健身器材完好');
});

describe('到点', () => {
  test('the brief, and the visit on record; the next one hears of it', async () => {
    await haveIssues(here.room, [
      { site: '锦绣花园小区', location: '锦绣花园小区3栋', units: ['新市区街道'], description: '楼道堆物' },
      { site: '锦绣花园小区', location: '锦绣花园小区5栋', units: ['新市区街道'], state: 'closed' },
    ]);
    const first = (await says('刘志强', '我到锦绣花园了')).text;
    expect(first).toContain('已记到点：锦绣花园小区（居民小区·新市区街道）\n属地：新市区街道');
    expect(first).toContain('包联单位：市税务局');
    expect(first).toContain('未销号问题1件：\n#301 新市区街道 锦绣花园小区3栋 楼道堆物：');
    expect(first).toContain('上次到点：没有记录\n检查要点：公益广告；楼道畅通');
    expect(await visits()).toMatchObject([{ by: '刘志强', site: '锦绣花园小区', team: '督查一组' }]);
    await here.room.clock('2026-11-20T10:00:00+08:00');
    expect((await says('陈芳', '我们到锦绣花园小区了')).text).toContain(
      '上次到点：11月18日 督查一组 刘志强，未登记问题',
    );
    expect(await visits()).toHaveLength(2);
  });

  test('a place that is no site is noted as it was said', async () => {
    expect((await says('刘志强', '我到桂花巷了')).text).toContain('已记到点：桂花巷（不在点位台账）\n未销号问题：无');
    expect(await visits()).toMatchObject([{ site: null, location: '桂花巷' }]);
  });

  test('a unit is told what it can ask instead, and nothing is noted', async () => {
    expect(await refusal('王磊', '我们到人民路了')).toContain('到点记录由督查组、创城办和网格人员使用');
    expect(await visits()).toEqual([]);
  });
});
