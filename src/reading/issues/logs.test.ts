/** Logs of inspectors and letters of citizens: what opens them, what is in order, whose units they are, how many problems. */
import { expect, test } from 'vitest';
import { aMessage, corpusReader } from '../../testing/reader.ts';
import type { Said } from '../said.ts';

const CITIZEN = { name: '钱大姐', roles: ['citizen'], unit: null } as const;

const saidBy = (text: string, isCitizen: boolean): Said =>
  corpusReader.understand({
    ...aMessage(text, { images: 1 }),
    ...(isCitizen ? { text, sender: CITIZEN, chatKind: 'single', mentionsBot: false } : {}),
  });
const read = (text: string, isCitizen = false): string[] =>
  saidBy(text, isCitizen).issues.map(
    ({ location, category, description, units }) =>
      `${location ?? '?'}|${category ?? '?'}|${description}${units.length > 0 ? `|${units.join('+')}` : ''}`,
  );

test.each<[string, string[]]>([
  // The title of a log is no problem, and its number none of a problem.
  [
    '督查日志第3号（11月20日上午）：人民路东段井盖破损1处（住建局），西段小广告5处（城管局）。三个工作日内办结。',
    ['人民路东段|facility|井盖破损1处|市住建局', '人民路西段|illegal_ads|小广告5处|市城管局'],
  ],
  [
    '督查通报第9号：阳光新城飞线充电2处（消防大队），楼道堆物多（新市区街道），11月26日前整改到位',
    ['阳光新城|charging|飞线充电2处|市消防大队', '阳光新城|clutter|楼道堆物多|新市区街道'],
  ],
  [
    '日志12号（11.21晚）：文昌路路灯5盏不亮（供电公司），绿化带垃圾多（环卫中心），两天内处理',
    ['文昌路|facility|路灯5盏不亮|市供电公司', '文昌路|sanitation|绿化带垃圾多|市环卫中心'],
  ],
  // What was looked at, and how many things follow.
  [
    '东湖农贸市场督查：共检查商户25户，其中6户没健康证、活禽区没消毒。市场监管局下周二前',
    ['东湖农贸市场|service|6户没健康证|市市场监管局', '东湖农贸市场活禽区|service|没消毒|市市场监管局'],
  ],
  [
    '步行街日志：走访店铺32家，8家门前三包不落实、垃圾桶满溢2处。城管局26日前改',
    ['步行街|street_order|8家门前三包不落实|市城管局', '步行街|sanitation|垃圾桶满溢2处|市城管局'],
  ],
  [
    '阳光新城：抽查楼道12个，3栋堆物、7栋飞线充电。新市区街道28日前',
    ['阳光新城3栋|clutter|堆物|新市区街道', '阳光新城7栋|charging|飞线充电|新市区街道'],
  ],
  [
    '督查记录：时间11月22日上午，地点河西综合市场。存在问题2个：1、水产区污水横流；2、熟食摊没有防蝇罩。请河西街道26日前整改',
    ['河西综合市场水产区|sanitation|污水横流|河西街道', '河西综合市场|service|熟食摊没有防蝇罩|河西街道'],
  ],
  [
    '点位阳光新城，共查出2个问题：（1）5栋飞线充电（2）2栋楼道堆纸箱。请住建局督促物业27日前清完',
    ['阳光新城5栋|charging|飞线充电|市住建局', '阳光新城2栋|clutter|楼道堆纸箱|市住建局'],
  ],
  // Places that are in order.
  [
    '巡查：人民路井盖破了；解放路：未见异常；文昌路：路灯不亮2盏。住建局周五前修',
    ['人民路|facility|井盖破|市住建局', '文昌路|facility|路灯不亮2盏|市住建局'],
  ],
  ['锦绣花园小区：合格。阳光新城：3栋楼道堆物。新市区街道3天内清理', ['阳光新城3栋|clutter|楼道堆物|新市区街道']],
  ['督查日志：实验小学门口秩序良好；市三中门口摊贩占道。城管局今天劝离', ['市三中门口|street_order|摊贩占道|市城管局']],
  ['人民路回访：井盖已修复；路灯仍不亮3盏。供电公司25日前', ['人民路|facility|路灯仍不亮3盏|市供电公司']],
  ['步行街：外摆已全部收回，但灯箱还是黑的，城管局', ['步行街|signboard|灯箱还是黑的|市城管局']],
  ['今日巡查：人民广场没发现问题；滨江公园栏杆断了', ['滨江公园|facility|栏杆断']],
  // A unit in brackets behind each item.
  [
    '二组记录：牛角巷口垃圾满溢（环卫中心）、墙面涂鸦（城管局）、井盖松动（住建局），限25日前',
    [
      '牛角巷口|sanitation|垃圾满溢|市环卫中心',
      '牛角巷口|illegal_ads|墙面涂鸦|市城管局',
      '牛角巷口|facility|井盖松动|市住建局',
    ],
  ],
  // Two hard things at one place are two problems.
  [
    '翠竹园巡查：单元门坏了2个，信报箱锈穿，健身器材缺零件。请东湖街道十天内解决',
    [
      '翠竹园|facility|单元门坏了2个|东湖街道',
      '翠竹园|facility|信报箱锈穿|东湖街道',
      '翠竹园|facility|健身器材缺零件|东湖街道',
    ],
  ],
  [
    '阳光新城走访：消防栓没水，灭火器压力不足，应急灯不亮。消防大队27日前',
    [
      '阳光新城|fire|消防栓没水|市消防大队',
      '阳光新城|fire|灭火器压力不足|市消防大队',
      '阳光新城|fire|应急灯不亮|市消防大队',
    ],
  ],
  [
    '步行街：招牌缺字，灯箱不亮。城管局26日前',
    ['步行街|signboard|招牌缺字|市城管局', '步行街|signboard|灯箱不亮|市城管局'],
  ],
  ['阳光新城单元门坏了，锁芯掉了，门关不上，新市区街道', ['阳光新城|facility|单元门坏，锁芯掉，门关不上|新市区街道']],
  ['人民路井盖破了，缝隙有巴掌宽，一踩就晃。住建局', ['人民路|facility|井盖破，缝隙有巴掌宽，一踩就晃|市住建局']],
  // Figures apart from their measure.
  [
    '锦绣花园小区电梯停 2 台、消防栓缺水带 3 根；翠竹园井盖碎 1 块。新市街道 11 月 30 日前',
    [
      '锦绣花园小区|facility|电梯停2台|新市区街道',
      '锦绣花园小区|fire|消防栓缺水带3根|新市区街道',
      '翠竹园|facility|井盖碎1块|新市区街道',
    ],
  ],
  [
    '北门农贸市场摊位占道 8 家 地面积水 2 处 北门街道 26 日前',
    ['北门农贸市场|street_order|摊位占道8家|北门街道', '北门农贸市场|sanitation|地面积水2处|北门街道'],
  ],
  ['人民广场地灯不亮 12 盏。住建局 11 月 27 日 18 点前', ['人民广场|facility|地灯不亮12盏|市住建局']],
  // Dictated without a stop.
  [
    '今天早上去的市三中门口一个是摊贩占道有五六家再一个校门口电动车乱停还有就是垃圾桶满了没人倒你们让城管局明天弄好',
    [
      '市三中门口|street_order|摊贩占道有五六家|市城管局',
      '市三中校门口|parking|电动车乱停|市城管局',
      '市三中门口|sanitation|垃圾桶满了没人倒|市城管局',
    ],
  ],
  [
    '庙岭镇卫生院门口一是摊子占道二是垃圾没人收三是路灯不亮让庙岭镇26号之前弄好',
    [
      '庙岭镇卫生院门口|street_order|摊子占道|庙岭镇',
      '庙岭镇卫生院门口|sanitation|垃圾没人收|庙岭镇',
      '庙岭镇卫生院门口|facility|路灯不亮|庙岭镇',
    ],
  ],
  [
    '在文昌公园看了一下首先是凉亭漏雨然后长椅断了让园林中心明天处理好',
    ['文昌公园|facility|凉亭漏雨|市园林中心', '文昌公园|facility|长椅断|市园林中心'],
  ],
])('%s: %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    '小同志你好，我是咱们这儿的志愿者，早上在文昌公园厕所看到洗手池没水，麻烦反映下，谢谢啦',
    ['文昌公园厕所|toilet|洗手池没水'],
  ],
  [
    '各位领导好，本人是一名外卖骑手，每天跑建设路，中段有个大坑，摔了好几个人',
    ['建设路中段|facility|大坑，摔了好几个人'],
  ],
  ['我姓李，退休教师，住翠竹园，楼道灯坏了三个月没人修，请帮忙', ['翠竹园|facility|楼道灯坏了三个月没人修']],
  [
    '志愿者日记：今天和姐妹们捡垃圾，有两件事想反映。人民广场台阶碎了一块，滨江公园二号厕所里面没有灯。请领导们费心🌹',
    ['人民广场|facility|台阶碎了一块', '滨江公园二号厕所里面|toilet|没有灯'],
  ],
  [
    '今天陪孙子逛公园，发现三个问题想说说。滨江公园秋千断了一根链子，文昌公园公厕没有纸。谢谢',
    ['滨江公园|facility|秋千断了一根链子', '文昌公园公厕|toilet|没有纸'],
  ],
  [
    '散步日记：晚饭后走了一圈，看到几处不好的。建设路路灯灭了三盏，牛角巷口垃圾堆成山。麻烦转给有关部门',
    ['建设路|facility|路灯灭了三盏', '牛角巷口|sanitation|垃圾堆成山'],
  ],
  [
    '今天带娃打疫苗，顺路说个事，市中医院门口井盖翘起来了，差点绊到人',
    ['市中医院门口|facility|井盖翘起来，差点绊到人'],
  ],
  [
    '志愿服务随记：上午在人民广场做引导，顺便提两点。西侧台阶破了一块，东侧路灯不亮。',
    ['人民广场西侧|facility|台阶破了一块', '人民广场东侧|facility|路灯不亮'],
  ],
])('of a citizen, %s: %j', (text, expected) => {
  expect(read(text, true)).toEqual(expected);
  expect(saidBy(text, true).issues.every(({ deadline }) => deadline === null)).toBe(true);
});

/** About three or four lamps no figure is known. */
test('三四盏 is no number', () => {
  const counts = saidBy('翠竹园路灯三四盏整夜不亮；解放路路灯十二盏不亮', false).issues.map(({ count }) => count);
  expect(counts).toEqual([null, 12]);
});
