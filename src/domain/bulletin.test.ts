import { describe, expect, it } from 'vitest';
import { dailyBulletin } from './bulletin.ts';
import type { Issue } from './issue.ts';
import { aCity, anIssue, on, someSettings } from './testing/sample.ts';

const directory = aCity();
const settings = someSettings();
const at = on('11-22 18:10');
const question = { at, directory, settings, group: null, reminded: new Set<number>() };

const many = (count: number, first: number, some: Partial<Issue>): Issue[] =>
  Array.from({ length: count }, (_, index) => anIssue({ no: first + index, ...some }));

const closedToday = { state: 'closed', reportedAt: on('11-22 12:00'), closedAt: on('11-22 13:00') } as const;
const city: readonly Issue[] = [
  ...many(3, 1, { deadline: on('11-19 18:00'), dispatchedAt: on('11-18 10:00') }),
  ...many(2, 11, {
    units: ['河西街道'],
    category: 'sanitation',
    deadline: on('11-21 18:00'),
    dispatchedAt: on('11-21 10:00'),
  }),
  ...many(1, 21, { units: ['市住建局'], category: 'facility', deadline: on('11-22 12:00') }),
  ...many(1, 31, { units: ['市环卫中心'], category: 'sanitation', deadline: on('11-22 12:00') }),
  ...many(4, 41, { units: ['市园林中心'], category: 'greening', ...closedToday }),
  ...many(2, 51, { units: ['东湖街道'], category: 'charging', deadline: on('11-23 10:00') }),
  ...many(1, 61, {
    units: ['东湖街道'],
    state: 'reported',
    reportedAt: on('11-22 15:00'),
    dispatchedAt: on('11-20 10:00'),
  }),
  ...many(1, 71, { state: 'suspended', dispatchedAt: on('11-10 10:00') }),
  ...many(1, 81, {
    units: ['东湖街道'],
    round: 2,
    reboundCount: 1,
    location: '牛角巷',
    site: '牛角巷',
    deadline: on('11-22 20:00'),
  }),
  ...many(2, 91, { state: 'withdrawn' }),
];

describe('日通报', () => {
  it('of the city', () => {
    const bulletin = dailyBulletin(city, question);
    expect(bulletin.text).toMatchInlineSnapshot(`
      "【创城日通报】11月22日（截至18:10）
      今日新增9件，销号4件，待核查1件；累计交办15件，整改率26.67%(4/15)，挂账1件。
      超期未整改7件：市城管局3（最长3天）、河西街道2、市住建局1等4家。
      今日无超期：市园林中心、东湖街道
      较集中：园林绿化4、飞线充电2 | 反弹1件：牛角巷1
      明日到期2件，请各责任单位按时整改。
      请以下同志牵头销号：市城管局 @李强、河西街道 @彭飞、市住建局 @黄海、市环卫中心 @胡斌、东湖街道 @韩梅
      回复“超期清单”看明细。"
    `);
    expect(bulletin.mentions).toEqual(['李强', '彭飞', '黄海', '胡斌', '韩梅']);
    expect(bulletin.issueNos).toHaveLength(15);
  });

  it("of a group's units, and only people of the group are named", () => {
    const bulletin = dailyBulletin(city, {
      ...question,
      group: directory.group('streets') ?? null,
      reminded: new Set(city.map(({ no }) => no)),
    });
    expect(bulletin.text).toMatchInlineSnapshot(`
      "【创城日通报】11月22日（截至18:10）|本群3家单位
      今日新增3件，销号0件，待核查1件；累计交办6件，整改率0.00%(0/6)。
      超期未整改2件：河西街道2（最长1天）。
      今日无超期：东湖街道
      较集中：飞线充电2 | 反弹1件：牛角巷1
      明日到期2件，已分别私信各联络员。
      请以下同志牵头销号：河西街道 @彭飞、东湖街道 @韩梅
      回复“超期清单”看明细。"
    `);
    expect(bulletin.mentions).toEqual(['彭飞', '韩梅']);
  });

  it('names no more than the setting lets it', () => {
    const few = someSettings({ bulletin: { mostListed: 1, mostMentioned: 2 } });
    const bulletin = dailyBulletin(city, { ...question, settings: few });
    expect(bulletin.mentions).toEqual(['李强', '彭飞']);
    expect(bulletin.text).toContain('超期未整改7件：市城管局3（最长3天）等4家。');
  });

  it('nobody is tagged where nothing is open', () => {
    const bulletin = dailyBulletin(many(2, 1, closedToday), question);
    expect(bulletin.mentions).toEqual([]);
    expect(bulletin.text).toMatchInlineSnapshot(`
      "【创城日通报】11月22日（截至18:10）
      今日新增2件，销号2件，待核查0件；累计交办2件，整改率100.00%(2/2)。
      超期未整改：无。
      较集中：车辆停放2"
    `);
  });

  it.each([
    ['nothing ever', [], '今日无新增问题，也没有未销号问题。'],
    [
      'all closed before today',
      many(2, 1, { ...closedToday, dispatchedAt: on('11-20 10:00'), closedAt: on('11-21 13:00') }),
      '今日无新增问题，也没有未销号问题。累计交办2件，整改率100.00%(2/2)。',
    ],
  ])('%s: a short line', (_, issues, line) => {
    expect(dailyBulletin(issues, question).text).toBe(`【创城日通报】11月22日（截至18:10）\n${line}`);
  });
});
