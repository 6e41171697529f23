/** Whose item, until when: lists shared out by their numbers, and lengths said to a unit. */
import { expect, test } from 'vitest';
import { saidOf } from '../../testing/reader.ts';

/** Items shared out behind the units by their numbers, which are no numbers of problems; a time behind them is over all. */
test.each<[string, string[]]>([
  [
    '转一组手写单：1）油坊巷9号墙根堆煤渣 2）油坊巷口化粪池冒水 3）油坊社区公告栏玻璃裂。东湖街道负责1、3，住建局负责2，都是25日前',
    ['东湖街道 2026-11-25', '市住建局 2026-11-25', '东湖街道 2026-11-25'],
  ],
  [
    '三组纸单：1）人民路12号门口堆煤 2）人民路路灯歪 3）解放路井盖响。城管局负责1，住建局负责2、3，28日前',
    ['市城管局 2026-11-28', '市住建局 2026-11-28', '市住建局 2026-11-28'],
  ],
  [
    '登记：1、牛角巷口垃圾满；2、油坊巷墙皮掉；3、文昌路树枯。环卫管1，东湖街道管2，园林管3，都是25号前',
    ['市环卫中心 2026-11-25', '东湖街道 2026-11-25', '市园林中心 2026-11-25'],
  ],
  [
    '手写转录：1）北门农贸市场公平秤坏 2）北门农贸市场厕所臭。市监局去1，北门街道去2',
    ['市市场监管局 null', '北门街道 null'],
  ],
  [
    '1）翠竹园3栋堆物2）翠竹园5栋灯坏3）锦绣花园井盖沉。东湖街办改1和2，住建局改3',
    ['东湖街道 null', '东湖街道 null', '市住建局 null'],
  ],
  [
    '上级交办第二批：①长途客运站母婴室锁门②人民医院门口盲道被占。交通局负责①，城管局负责②，26日前',
    ['市交通局 2026-11-26', '市城管局 2026-11-26'],
  ],
  // 23 are its second and third, and the marks stand before the unit; each section is one to share out.
  [
    '滨江公园西门停车场 1僵尸车2辆 2垃圾遍地 3灯杆倾斜 园林中心负责23，交警负责1',
    ['市交警大队 null', '市园林中心 null', '市园林中心 null'],
  ],
  [
    '①翠竹园东门 流动摊贩占道\n②同上 墙面小广告\n③对面公厕 没洗手液\n②③环卫中心，①城管局',
    ['市城管局 null', '市环卫中心 null', '市环卫中心 null'],
  ],
  [
    '一、实验小学北门 1、家长电动车占机动车道 2、斑马线褪色 二、步行街 1、店外经营 2、地面油污。交警负责一，城管负责二',
    ['市交警大队 null', '市交警大队 null', '市城管局 null', '市城管局 null'],
  ],
  // The time said to the other is his alone; behind a comma it is over all.
  ['人民路垃圾满溢(环卫)、墙面涂鸦(城管)，3天内', ['市环卫中心 2026-11-25', '市城管局 2026-11-25']],
  [
    '市三中门口学生横穿马路，没人管，交警大队增派人手，另外门口的减速带掉了两截，住建局3天内换',
    ['市交警大队 null', '市住建局 2026-11-25'],
  ],
])('%s: %j', (text, expected) => {
  const { act, issues } = saidOf(text, { images: 1 });
  expect(act).toBe('issue.log');
  expect(issues.map(({ units, deadline }) => `${units.join('+')} ${String(deadline).slice(0, 10)}`)).toEqual(expected);
});

/** A length said to a unit is a limit without 内; how long it has been so is none, nor the day of another list. */
test.each<[string, string | null]>([
  ['市三中食堂公筷没配。教育局督促学校五天整改', '2026-11-27'],
  ['文昌路井盖松动，住建局三天修好', '2026-11-25'],
  ['人民路路灯不亮，供电公司两天', '2026-11-24'],
  ['解放路下水堵了，城投五天搞定', '2026-11-27'],
  ['文昌路井盖坏了，住建局。期限11.27', '2026-11-27'],
  ['文昌路井盖坏了，住建局，最迟11.27', '2026-11-27'],
  ['步行街路面坑深3.5厘米，住建局', null],
  ['锦绣花园3栋电梯坏了两天，新市街道', null],
  ['滨江公园垃圾堆了三天，环卫', null],
  ['牛角巷化粪池冒水，城投赶紧来抽，别再拖到下周', null],
  ['锦绣花园夜宵摊每天晚上十点到凌晨两点吵得睡不着，城管', null],
  ['文昌路12号，原来说好20号拆的违建到现在没拆，城管局25号前必须拆', '2026-11-25'],
  ['周五前的通报漏了一处：翠竹园2栋堆物，东湖街道', null],
  ['二组周三前的清单补一处：牛角巷8号门前晒萝卜干占半边路。东湖街办', null],
])('%s: %s', (text, day) => {
  expect(saidOf(text, { images: 1 }).issues.map(({ deadline }) => deadline?.slice(0, 10) ?? null)).toEqual([day]);
});
