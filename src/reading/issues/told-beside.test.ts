/** What stands beside the matter: hearsay, corrections, who tells it; names in a row before what is wrong with them all. */
import { expect, test } from 'vitest';
import { aMessage, corpusReader, saidOf } from '../../testing/reader.ts';

const read = (text: string): string[] =>
  saidOf(text, { images: 1 }).issues.map(
    ({ location, category, description, units, coUnits }) =>
      `${location ?? '?'}|${category ?? '?'}|${description}|${[units.join('+'), ...coUnits].join('/')}`,
  );

test.each<[string, string[]]>([
  // What two units say of each other orders nothing.
  [
    '老机械厂家属院化粪池满溢，城关镇说找住建，住建说找城关镇。城关镇主责，住建局配合，明天抽干',
    ['老机械厂家属院|sanitation|化粪池满溢|城关镇/市住建局'],
  ],
  ['文昌路路灯不亮，城管说归供电公司。供电公司今天修', ['文昌路|facility|路灯不亮|市供电公司']],
  ['油坊巷垃圾清运不及时，环卫说下', ['油坊巷|sanitation|垃圾清运不及时|市环卫中心']],
  // He puts himself right.
  ['东门桥头？不对，是滨江大道桥头，栏杆上晾满渔网。城管今天', ['滨江大道桥头|clutter|栏杆上晾满渔网|市城管局']],
  ['建设路，说错了，是解放路路灯不亮，供电公司', ['解放路|facility|路灯不亮|市供电公司']],
  ['解放路30号，不对，是40号门口垃圾满溢，请环卫中心清', ['解放路40号门口|sanitation|垃圾满溢|市环卫中心']],
  ['人民路，打错了，文昌路8号门口垃圾满溢，请环卫中心清', ['文昌路8号门口|sanitation|垃圾满溢|市环卫中心']],
  ['文昌路8号门口垃圾满溢，说错了，是文昌路18号，请环卫中心清', ['文昌路18号|sanitation|垃圾满溢|市环卫中心']],
  ['文昌路8号门口垃圾满溢，请城管局清，说错了，是环卫中心', ['文昌路8号门口|sanitation|垃圾满溢|市环卫中心']],
  ['文昌路8号门口垃圾满溢，请城管局清，不对，请环卫中心清', ['文昌路8号门口|sanitation|垃圾满溢|市环卫中心']],
  ['文昌路8号门口垃圾满溢，不对，是文昌路18号，请环卫中心清', ['文昌路18号|sanitation|垃圾满溢|市环卫中心']],
  ['文昌路8号门口路灯不亮，看错了，是监控杆倒了，请住建局修', ['文昌路8号门口|facility|监控杆倒|市住建局']],
  // What is written wrong on a sign is the problem.
  [
    '文昌路8号宣传栏错字，“文明”写错了，是“文名”，请城管局改',
    ['文昌路8号|psa|宣传栏错字，“文明”写错，是“文名”|市城管局'],
  ],
  [
    '文昌路8号公示牌日期是11月20日，不对，应该是11月21日，请城管局改',
    ['文昌路8号|service|公示牌日期是11月20日，不对，应该是11月21日|市城管局'],
  ],
  ['人民路12号门牌错了，应该是14号，请公安局改', ['人民路12号门|other|牌错，应该是14号|市公安局']],
  // Let off, told for information, had before: not to act.
  ['文昌路8号门口垃圾满溢，不用城管局管，请环卫中心清', ['文昌路8号门口|sanitation|垃圾满溢|市环卫中心']],
  ['文昌路8号门口垃圾满溢，请环卫中心清，城管局知悉', ['文昌路8号门口|sanitation|垃圾满溢|市环卫中心']],
  ['文昌路8号门口垃圾满溢，请环卫中心清，抄送城管局', ['文昌路8号门口|sanitation|垃圾满溢|市环卫中心']],
  ['文昌路8号门口垃圾满溢，之前交给城管局没改，请环卫中心清', ['文昌路8号门口|sanitation|垃圾满溢|市环卫中心']],
  ['文昌路8号门口垃圾满溢，城管局不要再拖了', ['文昌路8号门口|sanitation|垃圾满溢|市城管局']],
  // Or only a part of the place.
  ['解放路30号，不对，是40号门口垃圾满溢，请环卫中心清运', ['解放路40号门口|sanitation|垃圾满溢|市环卫中心']],
  ['北门农贸市场北门，不对，南门占道经营，请城管局处理', ['北门农贸市场南门|street_order|占道经营|市城管局']],
  ['解放路30号，不对称的招牌很难看，城管局', ['解放路30号|signboard|不对称的招牌很难看|市城管局']],
  // A lead sentence tells only where.
  [
    '今日抽查市中医院，发现以下问题：①门诊大厅无障碍卫生间上锁；②候诊区缺禁烟标识。请卫健委于11月27日前整改完毕。',
    ['市中医院门诊大厅|accessibility|无障碍卫生间上锁|市卫健委', '市中医院候诊区|service|缺禁烟标识|市卫健委'],
  ],
  [
    '督查组今日对北门农贸市场进行暗访，发现：1. 通道堆物 2. 摊位占道，请北门街道周三前整改',
    ['北门农贸市场|clutter|通道堆物|北门街道', '北门农贸市场|street_order|摊位占道|北门街道'],
  ],
  // Poles, milestones, measures and windows are where and how much, no numbers of problems.
  [
    '我走到滨江大道这里啊就是32号灯杆旁边那个长椅断了两根木条麻烦园林尽快处理一下',
    ['滨江大道32号灯杆旁边|facility|长椅断了两根木条|市园林中心'],
  ],
  ['油坊巷建筑垃圾成堆，1车都拉不完，城管查一下是谁倒的', ['油坊巷|clutter|建筑垃圾成堆，1车都拉不完|市城管局']],
  ['解放路K2+300处路面坑槽，住建局', ['解放路K2+300处|facility|路面坑槽|市住建局']],
  ['阳光新城，1、2、5栋楼道都有飞线充电', ['阳光新城1、2、5栋楼道|charging|都有飞线充电|']],
  ['实验小学东侧护栏第3、4、5根断了，住建局', ['实验小学东侧|facility|护栏第3、4、5根断|市住建局']],
  // Who tells it, what is well, and a stretch of road order nobody.
  ['我是河西街道网格员邓丽，翠竹园5栋楼下飞线充电，请处理', ['翠竹园5栋楼下|charging|飞线充电|']],
  [
    '滨江大道从大桥到亲水平台一段，垃圾桶都满了，环卫中心',
    ['滨江大道|sanitation|从大桥到亲水平台一段，垃圾桶都满|市环卫中心'],
  ],
  ['市图书馆门前自行车乱停，馆内一切正常，文旅局', ['市图书馆门前|parking|自行车乱停|市文旅局']],
  [
    '北门农贸市场查了40个摊位，大部分不错，问题有两个，水产区地面积水，熟食区没有防蝇罩，北门街道',
    ['北门农贸市场水产区|sanitation|地面积水|北门街道', '北门农贸市场熟食区|service|没有防蝇罩|北门街道'],
  ],
  // The same elsewhere, also as an item of its own.
  [
    '解放路工行门口盲道被电动车占，农行门口也一样，城管',
    ['解放路工行门口|parking|盲道被电动车占|市城管局', '解放路农行门口|parking|盲道被电动车占|市城管局'],
  ],
  [
    '1）解放路78号店外摆放货物；2）解放路80号同样。城管局',
    ['解放路78号|street_order|店外摆放货物|市城管局', '解放路80号|street_order|店外摆放货物|市城管局'],
  ],
  // Names in a row: one problem.
  ['翠竹园楼道鞋柜、花盆、童车堆满了，东湖街道', ['翠竹园楼道|clutter|鞋柜，花盆，童车堆满|东湖街道']],
  ['滨江公园凉亭桌面、石凳、栏杆刻满了字，园林', ['滨江公园凉亭|facility|桌面，石凳，栏杆刻满了字|市园林中心']],
  ['人民路烟盒、奶茶杯、宣传单扔得到处都是，环卫', ['人民路|sanitation|烟盒，奶茶杯，宣传单扔得到处都是|市环卫中心']],
  // The kinds of wrong in a row: each its own.
  [
    '阳光新城小广告、飞线、堆物都有，新市区街道',
    [
      '阳光新城|illegal_ads|小广告|新市区街道',
      '阳光新城|cable|飞线|新市区街道',
      '阳光新城|clutter|堆物都有|新市区街道',
    ],
  ],
  // What is to be done every day is no problem; 北门街道 is no 北门.
  ['北门农贸市场收摊后没人扫地。北门街道每天收摊后清扫，今天先扫', ['北门农贸市场|sanitation|收摊后没人扫地|北门街道']],
  // A hash tag names the road, a floor stays.
  [
    '#人民路巡线# 两处：26号凉皮店油烟管朝人行道喷；邮局旁边树坑缺篦子盖。城管',
    ['人民路26号凉皮店|street_order|油烟管朝人行道喷|市城管局', '人民路邮局旁边|facility|树坑缺篦子盖|市城管局'],
  ],
  [
    '时代广场负二层，充电桩区停满油车，出口方向标线反了。商务局28号',
    ['时代广场负二层|parking|充电桩区停满油车|市商务局', '时代广场负二层出口|facility|方向标线反|市商务局'],
  ],
  [
    '翠竹社区活动室门锁着，丁一说钥匙丢了，翠竹社区明天弄好',
    ['翠竹社区活动室|service|活动室门锁着，丁一说钥匙丢|翠竹社区'],
  ],
  // Music still on at half past nine is no door that is closed.
  ['阳光新城广场舞音响九点半了还开着', ['阳光新城|behavior|广场舞音响九点半了还开着|']],
  // Shops under a heading, one beside the other; the number of a thing; what is never to happen again.
  [
    '南溪镇沿街：粮油店货出店两米，五金店轮胎堆路边。南溪镇周五前',
    ['南溪镇粮油店|street_order|货出店两米|南溪镇', '南溪镇五金店|clutter|轮胎堆路边|南溪镇'],
  ],
  ['路灯杆编号WC-031，文昌路，灯罩里全是死虫，一半不亮', ['文昌路|facility|灯罩里全是死虫，一半不亮|']],
  [
    '滨江一号工地夜里1点还在倒混凝土，整条街都醒了。住建局叫停，今晚不许再犯',
    ['滨江一号工地|construction|夜里1点还在倒混凝土，整条街都醒|市住建局'],
  ],
  ['市三中操场塑胶起泡，教育局', ['市三中操场|facility|塑胶起泡|市教育局']],
  ['迎宾大道隔离带里冬青死了一溜，园林5天', ['迎宾大道隔离带里|greening|冬青死了一溜|市园林中心']],
])('%s: %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

/** A citizen who only asks has reported nothing; whose mother it is, is not what is wrong. */
test.each<[string, string | null, number]>([
  ['人民路那个早餐车下午还出来吗', null, 0],
  ['滨江公园的厕所晚上开着吗', null, 0],
  ['文昌路还堵车吗', null, 0],
  ['我妈坐轮椅，市人民医院门诊楼的坡道被外卖车堵死，推不上去，保安说不归他管', 'citizen.log', 1],
  ['我家老人住翠竹园，楼道灯坏了三个月没人修', 'citizen.log', 1],
  ['人民路井盖坏了，有没有人管吗', 'citizen.log', 1],
])('of a citizen, %s: %s', (text, act, count) => {
  const said = corpusReader.understand({
    ...aMessage(''),
    text,
    sender: { name: '钱大姐', roles: ['citizen'], unit: null },
    chatKind: 'single',
    mentionsBot: false,
  });
  expect([said.act, said.issues.length]).toEqual([act, count]);
});

/** Talk about logs, plans and what is settled: no report. */
test.each([
  '牛角巷今天没发现新问题，上次的都清了',
  '各组把今天的日志6点前发我，标题写清楚组别',
  '大家辛苦了，今天跑了18个点，回去把照片整理好',
  '督查日志第14号我放群文件了',
  '今天和二组一起走访，收获很大',
  '人民广场：一切正常。滨江公园：未见异常',
  '走访了32户，反映都挺好',
  '刚才那几张是上周拍的，别登记',
])('%s: no report', (text) => {
  expect(saidOf(text, { images: 1 }).act).not.toBe('issue.log');
});
