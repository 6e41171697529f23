/** Problems of a message: where, of what kind, what; how a message is cut into several. */
import { expect, test } from 'vitest';
import { saidOf } from '../../testing/reader.ts';

const read = (text: string, quote: string | null = null): string[] =>
  saidOf(text, { images: 1, quote }).issues.map(
    ({ location, category, description }) => `${location ?? '?'}|${category ?? '?'}|${description}`,
  );

test.each<[string, string[]]>([
  ['解放路78号门口污水横流，城管局今天处理', ['解放路78号门口|sanitation|污水横流']],
  ['滨江路与文昌路交叉口向西50米路南，井盖破裂', ['滨江路与文昌路交叉口向西50米路南|facility|井盖破裂']],
  ['阳光新城7栋空中飞线', ['阳光新城7栋|cable|空中飞线']],
  ['阳光新城7栋飞线充电', ['阳光新城7栋|charging|飞线充电']],
  ['时代广场北门消防通道被私家车占用', ['时代广场北门|fire|消防通道被私家车占用']],
  ['人民路非机动车占用盲道', ['人民路|parking|非机动车占用盲道']],
  ['人民路盲道破损', ['人民路|accessibility|盲道破损']],
  ['迎宾大道绿化带内垃圾多', ['迎宾大道|sanitation|绿化带内垃圾多']],
  ['市三中围墙外小广告', ['市三中围墙外|illegal_ads|小广告']],
  ['河西综合市场公平秤坏了', ['河西综合市场|service|公平秤坏']],
  ['大桥镇政府门口路面坑洼，大桥镇5个工作日内修补', ['大桥镇政府门口|facility|路面坑洼']],
  ['庙岭镇 旱厕未拆 12月15日前', ['庙岭镇|toilet|旱厕未拆']],
  ['公厕太脏了，环卫快去', ['?|toilet|公厕太脏']],
  ['问题：垃圾满溢 地点：人民广场东侧 责任单位：环卫中心', ['人民广场东侧|sanitation|垃圾满溢']],
  ['【责任单位】环卫中心【点位】牛角巷口【问题描述】垃圾满溢', ['牛角巷口|sanitation|垃圾满溢']],
  [
    '阳光家园：1.楼道堆物 2.灭火器过期 3.公益广告褪色 请住建局周三前改',
    ['阳光家园|clutter|楼道堆物', '阳光家园|fire|灭火器过期', '阳光家园|psa|公益广告褪色'],
  ],
  ['①人民路垃圾满溢 ②解放路占道经营', ['人民路|sanitation|垃圾满溢', '解放路|street_order|占道经营']],
  [
    '阳光新城3栋1单元楼道灯不亮；7栋单元门坏了',
    ['阳光新城3栋1单元|facility|楼道灯不亮', '阳光新城7栋|facility|单元门坏'],
  ],
  ['人民路、解放路行道树缺株', ['人民路|greening|行道树缺株', '解放路|greening|行道树缺株']],
  ['垃圾桶满溢，污水横流，人民路', ['人民路|sanitation|垃圾桶满溢，污水横流']],
])('%s: %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('the same place is that of the quoted card', () => {
  expect(read('同一个地方 楼道灯不亮', '✅已登记 #401 锦绣花园小区 楼道堆放杂物')).toEqual([
    '锦绣花园小区|facility|楼道灯不亮',
  ]);
});

test('each part of a list keeps its own unit', () => {
  const { issues } = saidOf('锦绣花园小区：楼道灯不亮，新市区街道；垃圾满溢，环卫中心。明天中午前');
  expect(issues.map(({ units, deadline }) => [units, deadline])).toEqual([
    [['新市区街道'], '2026-11-23T12:00:00+08:00'],
    [['市环卫中心'], '2026-11-23T12:00:00+08:00'],
  ]);
});

test('put right on the spot is a fact of its own, not a report', () => {
  const said = saidOf('人民广场东侧小广告1处，现场已清理', { images: 2 });
  expect([said.act, said.fixedOnSpot, said.issues[0]?.description]).toEqual(['issue.log', true, '小广告1处']);
});

/** One problem or several: own thing, own defect, another category, or a mark of a list. */
test.each<[string, number]>([
  ['人民路口垃圾桶倒了，垃圾撒一地', 1],
  ['阳光新城下水道堵了，粪水漫到路上', 1],
  ['市中医院无障碍卫生间堆满拖把，门都打不开', 1],
  ['锦绣花园小区投放点只有两个桶，没有厨余桶', 1],
  ['人民广场LED屏坏了，都黑屏一星期了', 1],
  ['滨江公园有人遛狗不牵绳😡 园林加派巡逻', 1],
  ['河西综合市场摊贩占道，没有公平秤，消防通道堵塞', 3],
  ['阳光新城：①消防栓没水带②电梯口堆着旧沙发③公益广告过期', 3],
  ['人民路路灯不亮，垃圾桶满溢', 2],
])('%s: %i', (text, count) => {
  expect(saidOf(text, { images: 1 }).issues).toHaveLength(count);
});
