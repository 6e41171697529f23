/** Logs as they are typed on the way: numbers with a space, titles of lists, words without a stop, a space before 前. */
import { expect, test } from 'vitest';
import { saidOf } from '../../testing/reader.ts';

const read = (text: string): string[] =>
  saidOf(text, { images: 1 }).issues.map(
    ({ location, category, description, units, deadline }) =>
      `${location ?? '?'}|${category ?? '?'}|${description}|${units.join('+')}|${deadline?.slice(5, 16) ?? ''}`,
  );

test.each<[string, string[]]>([
  // Numbers with nothing but a space behind them.
  [
    '1 翠竹园南门 消防通道停私家车 东湖街道 今天18:00前\n2 翠竹园12栋 光缆箱敞着门线垂到地上 电信公司 11月30日前',
    [
      '翠竹园南门|fire|消防通道停私家车|东湖街道|11-22T18:00',
      '翠竹园12栋|cable|光缆箱敞着门线垂到地上|市电信公司|11-30T23:59',
    ],
  ],
  [
    '1 河西小学门口 摊贩占道 城管局 今天下班前\n2 市三中门口 盲道被占 交警 明天',
    [
      '河西小学门口|street_order|摊贩占道|市城管局|11-22T18:00',
      '市三中门口|accessibility|盲道被占|市交警大队|11-23T23:59',
    ],
  ],
  [
    '1　红星路路灯不亮 供电公司\n2　文昌路护栏断 住建局',
    ['红星路|facility|路灯不亮|市供电公司|', '文昌路|facility|护栏断|市住建局|'],
  ],
  // Titles of lists.
  [
    '东湖农贸市场问题汇总——\n1、地面湿滑\n2、活禽没检疫\n市监局',
    ['东湖农贸市场|sanitation|地面湿滑|市市场监管局|', '东湖农贸市场|service|活禽没检疫|市市场监管局|'],
  ],
  [
    '翠竹园小区巡查情况——1.飞线充电2.堆物，东湖街道',
    ['翠竹园小区|charging|飞线充电|东湖街道|', '翠竹园小区|clutter|堆物|东湖街道|'],
  ],
  [
    '步行街存在问题如下\n1.店外经营\n2.垃圾满溢\n城管局',
    ['步行街|street_order|店外经营|市城管局|', '步行街|sanitation|垃圾满溢|市城管局|'],
  ],
  // Dictated without a stop.
  [
    '建设路菜场门口摊子摆到路上了另外那个井盖也坏了叫城管和住建去处理周五前',
    [
      '建设路菜场门口|street_order|摊子摆到路上|市城管局+市住建局|11-27T23:59',
      '建设路菜场门口|facility|井盖也坏|市城管局+市住建局|11-27T23:59',
    ],
  ],
  [
    '滨江公园西门草坪让人踩秃了然后座椅也断了两张叫园林中心三天内修好',
    [
      '滨江公园西门|greening|草坪让人踩秃|市园林中心|11-25T23:59',
      '滨江公园西门|facility|座椅也断了两张|市园林中心|11-25T23:59',
    ],
  ],
  // A space before 前 and 内, and a time of day behind the figures.
  ['人民路垃圾成堆，环卫中心 11/24 之前清完', ['人民路|sanitation|垃圾成堆|市环卫中心|11-24T23:59']],
  ['解放路小广告，城管局11.25 前铲掉', ['解放路|illegal_ads|小广告|市城管局|11-25T23:59']],
  ['翠竹园楼道堆物，东湖街道 11/27 下班前清完', ['翠竹园|clutter|楼道堆物|东湖街道|11-27T18:00']],
  ['文昌公园厕所脏，环卫中心 3天 内整改', ['文昌公园厕所|toilet|厕所脏|市环卫中心|11-25T23:59']],
  // Where he has been, whatever it is called.
  ['今天去了一趟柳荫里，楼道堆满杂物，北门街道处理', ['柳荫里|clutter|楼道堆满杂物|北门街道|']],
  ['早上巡了一遍东关，小广告不少，城管局清', ['东关|illegal_ads|小广告不少|市城管局|']],
  ['昨天跑了趟南苑，垃圾没人清，环卫中心今天处理', ['南苑|sanitation|垃圾没人清|市环卫中心|11-22T23:59']],
  ['下午走了一圈老电厂，围墙倒了一段，住建局三天内', ['老电厂|facility|围墙倒了一段|市住建局|11-25T23:59']],
  // Estates whose names hold 和, 都, 及; a wall of the school and not of its gate.
  ['人民路嘉和苑工地夜间打桩，住建局', ['人民路嘉和苑工地|construction|夜间打桩|市住建局|']],
  ['滨江大道江南都会小区垃圾满地，环卫中心', ['滨江大道江南都会小区|sanitation|垃圾满地|市环卫中心|']],
  ['红星路状元及第小区飞线充电，消防', ['红星路状元及第小区|charging|飞线充电|市消防大队|']],
  [
    '实验小学校门口车乱停；西围墙外摆摊。城管局',
    ['实验小学校门口|parking|车乱停|市城管局|', '实验小学西围墙外|street_order|摆摊|市城管局|'],
  ],
  // What a wheel on it leads to is no second problem.
  ['红星路窨井盖没盖严，大车一压翘起来，住建局', ['红星路|facility|窨井盖没盖严，大车一压翘起来|市住建局|']],
  ['解放路盖板断了，三轮车压上去陷半个轮子，住建局', ['解放路|facility|盖板断，三轮车压上去陷半个轮子|市住建局|']],
  ['步行街地砖空鼓，车子碾过直冒泥水，住建局', ['步行街|facility|地砖空鼓，车子碾过直冒泥水|市住建局|']],
  [
    '人民路减速带坏了半截，货车压过去震得楼都晃，住建局',
    ['人民路|facility|减速带坏了半截，货车压过去震得楼都晃|市住建局|'],
  ],
  // Telephones that nobody answers, and what a shop may not sell.
  ['长途客运站咨询电话没人接，交通局', ['长途客运站|service|咨询电话没人接|市交通局|']],
  ['市中医院预约挂号电话一直占线，卫健委', ['市中医院|service|预约挂号电话一直占线|市卫健委|']],
  ['市三中对面超市卖电子烟给学生，市监局', ['市三中对面超市|service|卖电子烟给学生|市市场监管局|']],
  ['步行街药店卖过期药，市监局', ['步行街药店|service|卖过期药|市市场监管局|']],
  ['实验小学门口流动摊贩卖辣条，城管局', ['实验小学门口|street_order|流动摊贩卖辣条|市城管局|']],
])('%s', (text, issues) => {
  expect(read(text)).toEqual(issues);
});

test.each([
  '解放路路灯不亮好久了 孩子晚上不敢下楼 请供电公司尽快修',
  '建设路积水 居民早上怕滑倒 住建局清一下',
  '红星路46号楼下路灯灭了 老人晚上不敢出门 麻烦供电公司修一下',
])('%s: no limit', (text) => {
  expect(saidOf(text, { images: 1 }).issues.map(({ deadline }) => deadline)).toEqual([null]);
});

// What people do is told, though 几个 may ask; 几个没销 does.
test.each<[string, string[]]>([
  [
    '长途客运站：1、母婴室锁着不开 2、几个旅客横躺在候车座椅上没人劝。交通局11月27号前一并整改',
    [
      '长途客运站|service|母婴室锁着不开|市交通局|11-27T23:59',
      '长途客运站|behavior|几个旅客横躺在候车座椅上没人劝|市交通局|11-27T23:59',
    ],
  ],
  ['建设路12号门口几辆三轮车堵着消防通道，交警马上来', ['建设路12号门口|fire|几辆三轮车堵着消防通道|市交警大队|']],
])('told, not asked: %s', (text, problems) => {
  expect(read(text)).toEqual(problems);
});

test.each([
  '滨江大道红绿灯杆歪了 责任单位:交警 协办:住建局 5天内',
  '滨江大道红绿灯杆歪了。责任单位：交警。配合单位：住建局。5天内',
  '滨江大道红绿灯杆歪了；斑马线磨没了 主责：交警 协助：住建局 5天内',
])('a helper with a label in running text: %s', (text) => {
  for (const { units, coUnits } of saidOf(text, { images: 1 }).issues)
    expect({ units, coUnits }).toEqual({ units: ['市交警大队'], coUnits: ['市住建局'] });
});
