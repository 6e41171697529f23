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
  ['建设路人行道砖松了，踩上去溅一身水，住建局', ['建设路|facility|人行道砖松，踩上去溅一身水']],
  ['解放路12号门前地砖翘了，走上去直晃', ['解放路12号门前|facility|地砖翘，走上去直晃']],
  ['文昌路30号门前砌了一间砖房，占去半条过道', ['文昌路30号门前|illegal_build|砌了一间砖房，占去半条过道']],
  ['阳光新城3栋楼下堆着木头，紧挨着配电箱，消防看下', ['阳光新城3栋楼下|clutter|堆着木头，紧挨着配电箱']],
  ['人民路23号墙上贴的招租纸，刚铲掉又贴了，城管局', ['人民路23号|illegal_ads|墙上贴的招租纸，铲掉又贴']],
  ['供电公司营业厅门口台阶破了，供电公司修', ['供电公司营业厅门口|facility|台阶破']],
  ['不动产登记处叫号屏坏了，自规局', ['不动产登记处|service|叫号屏坏']],
  ['油坊巷9号门口扔着破沙发；巷尾路灯杆歪了', ['油坊巷9号门口|clutter|扔着破沙发', '油坊巷巷尾|facility|路灯杆歪']],
  [
    '实验小学门前电动车乱停；校门右侧宣传栏玻璃碎了',
    ['实验小学门前|parking|电动车乱停', '实验小学校门右侧|psa|宣传栏玻璃碎'],
  ],
  ['市三中食堂外墙根堆着泔水桶，教育局', ['市三中食堂外墙根|sanitation|堆着泔水桶']],
  [
    '阳光新城北墙角堆着旧家具，还有5栋楼道灯不亮',
    ['阳光新城北墙角|clutter|堆着旧家具', '阳光新城5栋|facility|楼道灯不亮'],
  ],
  ['解放路30号墙上贴满招租、办证的广告，城管局', ['解放路30号|illegal_ads|墙上贴满招租、办证的广告']],
  ['油坊巷楼道里都是修空调、搬家的小卡片', ['油坊巷|illegal_ads|楼道里都是修空调、搬家的小卡片']],
  ['城西还迁房工地门口扬尘大，住建局', ['城西还迁房工地门口|construction|扬尘大']],
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

/** 时限一律…, and a day behind a unit in brackets. */
test.each<[string, (string | null)[]]>([
  ['解放路：1、路灯不亮（供电公司）2、树枯死两棵（园林）。时限一律下周四', ['2026-11-26', '2026-11-26']],
  ['人民路路面塌了（住建，3天内）；解放路横幅破了（城管，明天）', ['2026-11-25', '2026-11-23']],
])('%s: %j', (text, days) => {
  expect(saidOf(text).issues.map(({ deadline }) => deadline?.slice(0, 10) ?? null)).toEqual(days);
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

/** Where people stand, what they do there, what they were told and how they feel about it is no part of a problem. */
test.each<[string, string[]]>([
  ['我在北门农贸市场，地上全是水，秤也没放出来', ['北门农贸市场|sanitation|地上全是水，秤也没放出来']],
  ['我刚才路过滨江大道发现有三盏路灯不亮', ['滨江大道|facility|三盏路灯不亮']],
  ['我是三组孙伟，现在在长途客运站候车厅，有人抽烟没人劝阻', ['长途客运站候车厅|behavior|有人抽烟没人劝阻']],
  ['昨晚暗访发现时代广场地下车库消防栓被杂物遮挡', ['时代广场地下车库|fire|消防栓被杂物遮挡']],
  ['省督查组11月19日反馈：南溪镇汽车站候车厅饮水机停用', ['南溪镇汽车站候车厅|facility|饮水机停用']],
  ['滨江一号工地夜里十一点还在打桩', ['滨江一号工地|construction|夜里十一点还在打桩']],
  ['刚接群众电话，建设路菜市场后门污水管爆了', ['建设路菜市场后门|sanitation|污水管爆']],
  ['老机械厂家属院化粪池满了往外冒，这都第三次了，影响很差', ['老机械厂家属院|sanitation|化粪池满了往外冒']],
  ['迎宾大道加油站出口减速带松动，居民反映好几次了，太危险了', ['迎宾大道加油站出口|facility|减速带松动']],
  ['河西小学门口斑马线磨得看不清，去年就反映过。交警队年底前重新划', ['河西小学门口|facility|斑马线磨得看不清']],
  ['解放路23号门口台阶破损（照片已发），请住建局下周一前修补。谢谢', ['解放路23号门口|facility|台阶破损']],
  ['请园林中心三天之内把迎宾大道绿化带里的枯树清掉', ['迎宾大道|greening|绿化带里的枯树']],
  ['请张局安排人把步行街的流动摊贩清一清，领导下午要来', ['步行街|street_order|流动摊贩']],
  [
    '@韩梅 牛角巷33号院门口晾晒衣物挂在电线上，不美观，麻烦社区上门劝一下',
    ['牛角巷33号院门口|clutter|晾晒衣物挂在电线上'],
  ],
  ['#环境卫生# 油坊巷26号门口果皮乱扔 @朱红 请处理', ['油坊巷26号门口|behavior|果皮乱扔']],
  ['时代广场三楼影院安全出口锁着！宋阳你们消防立刻去', ['时代广场三楼|fire|影院安全出口锁着']],
])('%s: %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

/** Places in places, places after places, and things that are named by where they are. */
test.each<[string, string[]]>([
  [
    '北门农贸市场熟食区苍蝇多；水产区地面污水；西门口三轮车乱停',
    [
      '北门农贸市场熟食区|sanitation|苍蝇多',
      '北门农贸市场水产区|sanitation|地面污水',
      '北门农贸市场西门口|parking|三轮车乱停',
    ],
  ],
  [
    '锦绣花园小区大门口两侧摊贩占道；小区内毁绿种菜',
    ['锦绣花园小区大门口两侧|street_order|摊贩占道', '锦绣花园小区|greening|小区内毁绿种菜'],
  ],
  [
    '河西综合市场3号摊位占用消防通道、5号摊位没有明码标价',
    ['河西综合市场3号摊位|fire|占用消防通道', '河西综合市场5号摊位|service|没有明码标价'],
  ],
  ['建设路78号、92号、106号三家门店占道经营', ['建设路78号、92号、106号|street_order|三家门店占道经营']],
  ['巡查解放路发现工行门口花箱破损', ['解放路工行门口|greening|花箱破损']],
  ['请交警、城管联合整治时代广场周边乱停车', ['时代广场周边|parking|乱停车']],
  ['建设路（人民路至解放路段）绿化带缺株', ['建设路（人民路至解放路段）|greening|绿化带缺株']],
  ['南门口夜市收摊后油渍遍地', ['南门口夜市|sanitation|收摊后油渍遍地']],
  ['柳树湾小区3栋外墙瓷砖脱落', ['柳树湾小区3栋|facility|外墙瓷砖脱落']],
  ['实验小学后门围墙倾斜', ['实验小学后门|facility|围墙倾斜']],
  ['工人文化宫二楼母婴室锁着门', ['工人文化宫二楼母婴室|service|母婴室锁着门']],
  ['翠竹园东门保安亭没人值班', ['翠竹园东门保安亭|duty|没人值班']],
  ['老机械厂家属院公益广告牌后面堆了一堆建筑垃圾', ['老机械厂家属院|clutter|公益广告牌后面堆了一堆建筑垃圾']],
  [
    '今天巡查三个点位：①人民路工行门口电动车压盲道②文昌公园座椅断裂',
    ['人民路工行门口|parking|电动车压盲道', '文昌公园|facility|座椅断裂'],
  ],
  ['地点：解放路工行门口流动摊贩占道，责任单位：城管局', ['解放路工行门口|street_order|流动摊贩占道']],
  ['井盖没了，快来人', ['?|facility|井盖没了']],
])('%s: %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

/** What comes of a problem is no second one. */
test.each<[string, number]>([
  ['人民路少年宫门口有个大坑，雨天积水，电动车摔了好几个了', 1],
  ['实验小学门口家长车辆乱停，交通拥堵', 1],
  ['解放路口人行道塌陷，用围挡围了半个月没人修', 1],
  ['时代广场门口外卖电动车停了一长溜，把盲道全占了', 1],
  ['翠竹园南门口，垃圾分类桶，厨余桶破了，没有盖', 1],
  ['人民广场地下车库漏水，地面全是水坑', 1],
  ['庙岭镇老街旱厕脏臭；路灯不亮', 2],
  ['滨江公园有人钓鱼，湖边护栏断了一根，很危险', 2],
])('%s: %i', (text, count) => {
  expect(saidOf(text, { images: 1 }).issues).toHaveLength(count);
});
